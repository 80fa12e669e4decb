import { randomInt } from 'node:crypto';
import { relative } from 'node:path';
import type { LogFields } from './log.ts';

/**
 * What may be said of an error in the log: its class, its code (Node, Matrix or HTTP) and the line of ours
 * it comes from. Its message may quote a user, a token or a page of a server: it is never written.
 */
export const failureFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    ...codeOf(error),
    ...(error.stack === undefined ? {} : placeOf(error.stack)),
  };
};

/** A reference short enough to be read out on the phone: `K7-4QX`. */
export const newReference = (): string => {
  const letters = Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return `${letters.slice(0, 2).join('')}-${letters.slice(2).join('')}`;
};

/** Without letters and digits that are mistaken for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const codeOf = (error: Error): LogFields => {
  const fields: [string, string | number][] = [];
  if ('errcode' in error && typeof error.errcode === 'string') fields.push(['code', error.errcode]);
  else if ('code' in error && typeof error.code === 'string') fields.push(['code', error.code]);
  if ('statusCode' in error && typeof error.statusCode === 'number')
    fields.push(['status', error.statusCode]);
  return Object.fromEntries(fields);
};

/** First frame of the stack in our own sources, as `bot/app.ts:31`; frames stand after the message. */
const placeOf = (stack: string): LogFields => {
  const frames = stack.matchAll(/^\s+at (?:.* \(|async )?(?:file:\/\/)?(\/[^\s():]+):(\d+):\d+\)?$/gm);
  for (const [, file = '', line = ''] of frames) {
    if (!file.includes('/node_modules/')) return { at: `${relative(ROOT, file)}:${line}` };
  }
  return {};
};

const ROOT = new URL('../..', import.meta.url).pathname;
