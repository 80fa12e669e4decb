import { createHmac } from 'node:crypto';

/** Fields of a log line. `room`, `event` and `user` are identifiers: the logger pseudonymises them. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What of `fields` may be written: numbers and booleans; identifiers as pseudonyms; words under the names listed
 * here, when they look like a code. Everything else is left out, its name kept under `dropped`: a text of a user,
 * a token or an answer of a server cannot slip in under a new name.
 */
export const safeFields = (fields: LogFields, key: Uint8Array): Record<string, unknown> => {
  const kept: [string, unknown][] = [];
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') kept.push([name, value]);
    else if (identifiers.has(name)) kept.push([name, pseudonym(value, key)]);
    else if (words.has(name) && isCode(value)) kept.push([name, value]);
    else dropped.push(name);
  }
  return Object.fromEntries(dropped.length === 0 ? kept : [...kept, ['dropped', dropped]]);
};

/** Matrix identifiers: written as 12 hexadecimal digits, the same for the same identifier during one run. */
const identifiers = new Set([
  'user',
  'sender',
  'inviter',
  'room',
  'from',
  'to',
  'event',
  'thread',
  'device',
  'cause',
]);

/** Fields that hold a code of ours, of Matrix or of Node. */
const words = new Set([
  'addressed',
  'answer',
  'at',
  'code',
  'command',
  'corpus',
  'error',
  'fingerprint',
  'kind',
  'mode',
  'module',
  'outcome',
  'path',
  'reason',
  'reference',
  'signal',
  'state',
  'type',
  'version',
]);

const pseudonym = (identifier: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(identifier).digest('hex').slice(0, 12);

/** Letters, digits and a few marks, no spaces; no Matrix identifier, no mail address, no access token. */
const isCode = (value: string): boolean =>
  /^[\w./:+-]{1,80}$/.test(value) && !/^(?:syt|mct|mcr|mat|mar|eyJ)[_A-Za-z0-9]/.test(value);
