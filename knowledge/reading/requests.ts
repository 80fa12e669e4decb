import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { keptFile } from '../cache/kept-file.ts';
import { projectFile } from '../data-file.ts';
import { fold, wordsOf } from '../search/text/fold.ts';

/** A command that a sentence asks for in other words than its name. */
export interface PlainRequest {
  /** Canonical name, without `!`. */
  readonly command: string;
  readonly args: string;
  /** « comment … » : the command is to be shown, not run. */
  readonly how: boolean;
  /** Whose provider is asked about; null when none is named. */
  readonly provider: string | null;
}

export type RequestReader = (sentence: string) => PlainRequest | null;

/** Lists of `knowledge/data/requests.yaml`. */
export type RequestWords = z.output<typeof schema>;

/**
 * Reads a sentence as a request for a command, when every one of its words is foreseen: one word more (a negation, the name
 * of a text) and the question is for the texts. Pure.
 * @param isProvider whether words name a provider of the catalogue
 */
export const createRequestReader = (
  { fillers, requests }: Pick<RequestWords, 'fillers' | 'requests'>,
  isProvider: (words: readonly string[]) => boolean,
): RequestReader => {
  const known = requests.map((request) => ({
    ...request,
    all: wholeWord([...fillers, ...request.needs, request.allows, request.keeps]),
    each: request.needs.map((words) => wholeWord([words])),
    kept: wholeWord([request.keeps]),
    barred: request.unless.map((text) => new RegExp(text)),
  }));
  return (sentence) => {
    const folded = fold(sentence);
    const words = wordsOf(folded);
    if (words.length === 0 || words.length > MOST_WORDS) return null;
    for (const { command, args, how, takes, all, each, kept, barred } of known) {
      // Most questions have a word that no request foresees: seen at the first one.
      if (takes === undefined && !words.every((word) => all.test(word))) continue;
      if (!each.every((one) => words.some((word) => one.test(word)))) continue;
      const rest = takes === undefined ? [] : words.filter((word) => !all.test(word));
      if (takes !== undefined && (rest.length === 0 || !isProvider(rest))) continue;
      if (barred.some((one) => one.test(folded))) continue;
      const given = words.filter((word) => kept.test(word) || rest.includes(word));
      const provider = takes === undefined ? null : rest.join(' ');
      return { command, args: [args, ...given].filter((word) => word !== '').join(' '), how, provider };
    }
    return null;
  };
};

/** Longer sentences tell a case. */
const MOST_WORDS = 18;

/** An empty list matches nothing. */
const wholeWord = (patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${patterns.filter((one) => one !== '').join('|') || '(?!)'})$`);

const pattern = z.string({ error: 'des mots' }).refine((text) => {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}, 'une expression régulière, par exemple "offres?|fournisseurs?"');
const sentences = z.array(z.string({ error: 'une phrase' })).min(1, { error: 'au moins une phrase' });

const schema = z.strictObject({
  fillers: z.array(pattern).min(1),
  requests: z.array(
    z.strictObject({
      command: z.string().regex(/^[a-z0-9]+$/, 'le nom d’une commande, sans « ! »'),
      args: z.coerce.string().default(''),
      how: z.boolean({ error: 'true ou false' }).default(false),
      takes: z.literal('provider').optional(),
      needs: z.array(pattern).min(1),
      allows: pattern.or(z.literal('')).default(''),
      keeps: pattern.or(z.literal('')).default(''),
      unless: z.array(pattern).default([]),
      examples: sentences,
      counter: sentences,
    }),
  ),
});

/** @throws DataFileError naming the file and each fault. */
export const loadRequests = (file?: string, cache?: Cache): RequestWords =>
  keptFile({ name: 'requests', home, schema, example: EXAMPLE }, file, cache);

const home = projectFile('requests.yaml');
const EXAMPLE =
  'fillers: ["quelles?|sont|les"]\nrequests:\n  - command: aide\n    needs: ["aide"]\n    examples: [aide]\n    counter: [aide financière]';
