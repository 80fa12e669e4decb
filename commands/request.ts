import { distance } from 'fastest-levenshtein';
import { fold } from '../knowledge/search/text/fold.ts';
import type { Command } from './command.ts';

/** Characters of a message that are read, in UTF-16 units: what follows is dropped before anything is computed. */
export const MAX_TEXT = 2000;

/** What somebody asked, before anything is done about it. `cut` = the text was longer than `MAX_TEXT`. */
export type Request = { readonly cut: boolean } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'question'; readonly text: string }
  /** `name` is the canonical name of a command of the table. */
  | { readonly kind: 'command'; readonly name: string; readonly args: string }
  /** Begins with `!` but names nothing of ours; `suggestions` holds canonical names, closest first. */
  | { readonly kind: 'unknown-command'; readonly name: string; readonly suggestions: readonly string[] }
);

/** Canonical name of each name and alias. A Map: `constructor` or `__proto__` name nothing. */
export type CommandNames = ReadonlyMap<string, string>;

/**
 * Reads a message without its mention and reply fallback. Linear in `MAX_TEXT`, never throws.
 * `!r9` and `!R 9` stand for `!regle R9`, « 👎 faux » for `!signaler faux`.
 */
export const parseRequest = (text: string, names: CommandNames): Request => {
  const cut = text.length > MAX_TEXT;
  const clean = tidy(text.slice(0, MAX_TEXT));
  const thumb = THUMB_DOWN.exec(clean);
  if (thumb !== null && names.has('signaler')) {
    return { kind: 'command', name: 'signaler', args: thumb[1]?.trim() ?? '', cut };
  }
  // « /seuil 2M », as other bots have it: only the exact name, for a path begins alike.
  const [, slashed = '', rest = ''] = /^[:,;\s]*\/(\p{L}[\p{L}\p{M}_-]*)(?:\s+(.*))?$/su.exec(clean) ?? [];
  const named = names.get(fold(slashed));
  if (named !== undefined) return { kind: 'command', name: named, args: rest.trim(), cut };
  const command = /^[:,;\s]*[!！]\s*(.*)$/su.exec(clean);
  if (command === null) {
    return /[\p{L}\p{N}]/u.test(clean) ? { kind: 'question', text: clean, cut } : { kind: 'empty', cut };
  }
  return { ...parseCommand(command[1] ?? '', names, /^[:,;\s]*[!！]\s/u.test(clean)), cut };
};

/**
 * Names and aliases of a table of commands.
 * @throws if a name is given twice, which would hide a command.
 */
export const namesOf = (commands: readonly Command[]): CommandNames => {
  const names = new Map<string, string>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) {
      const key = fold(name);
      const taken = names.get(key);
      if (taken !== undefined) throw new Error(`!${key} names both !${taken} and !${command.name}`);
      names.set(key, command.name);
    }
  }
  return names;
};

/** A thumb down of any colour, and the words that may follow. */
const THUMB_DOWN = /^[:,;\s]*👎[\u{1F3FB}-\u{1F3FF}\u{FE0F}]*\s*(.*)$/su;

type Named = Extract<Request, { kind: 'command' | 'unknown-command' }>;
type WithoutCut<T> = T extends unknown ? Omit<T, 'cut'> : never;

const parseCommand = (text: string, names: CommandNames, spaced: boolean): WithoutCut<Named> => {
  const [word = ''] = /^[\p{L}\p{M}\p{N}_-]*/u.exec(text) ?? [];
  const typed = fold(word);
  const args = text.slice(word.length).replace(/^\s*:/, '').trim();
  const name = names.get(typed);
  if (name !== undefined) return { kind: 'command', name, args };
  const rule = /^[rR]\s*(\d{1,2})(?![\p{L}\p{N}])/u.exec(text);
  if (rule !== null && names.has('regle')) return { kind: 'command', name: 'regle', args: `R${rule[1]}` };
  // « ! bien vu » is an exclamation: with a space, only the exact name is a command.
  return { kind: 'unknown-command', name: typed, suggestions: spaced ? [] : closest(typed, names) };
};

const LONGEST_NAME = 24;

const closest = (typed: string, names: CommandNames): readonly string[] => {
  if (typed.length < 3 || typed.length > LONGEST_NAME) return [];
  const reach = typed.length <= 4 ? 1 : 2;
  const near = [...names]
    .map(([name, canonical]) => ({ canonical, away: distance(typed, name), begins: name[0] === typed[0] }))
    // People miss letters within a word; two off and another first letter is another word.
    .filter(({ away, begins }) => away <= 1 || (away <= reach && begins))
    .sort((a, b) => a.away - b.away);
  return [...new Set(near.map(({ canonical }) => canonical))].slice(0, 3);
};

/** Zero-width characters, soft hyphens and direction marks: invisible, they come along when text is pasted. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** NFC, without invisible characters; half an emoji left by the cut becomes U+FFFD. */
const tidy = (text: string): string => text.toWellFormed().normalize('NFC').replace(invisible, '').trim();
