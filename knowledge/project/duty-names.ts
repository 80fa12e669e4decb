import { fold } from '../search/text/fold.ts';
import type { DutyName, RuleName } from './sheet.ts';

/** What a rule that asks two things of a project asks, by the word that is typed after it: `fait R5 zones "…"`. */
const PARTS: Readonly<Partial<Record<RuleName, Readonly<Record<string, readonly string[]>>>>> = {
  R5: { zones: ['zone', 'resilience'], detection: ['isolation', 'detection et isolation'] },
  R9: { rgpd: ['donnees personnelles', 'dcp'], secnumcloud: ['snc'] },
};

/** The words of the parts of a rule; none where it asks one thing. */
export const partsOf = (rule: RuleName): readonly string[] => Object.keys(PARTS[rule] ?? {});

/** The part of a rule that a text begins with, and what follows; null where it begins with none. */
export const partIn = (
  rule: RuleName,
  text: string,
): { readonly name: DutyName; readonly rest: string } | null => {
  const named = Object.entries(PARTS[rule] ?? {}).flatMap(([part, others]) =>
    [part, ...others].map((word) => ({ part, words: word.split(' ').length, word })),
  );
  // « détection et isolation » before « détection ».
  for (const { part, words, word } of named.toSorted((a, b) => b.words - a.words)) {
    const typed = new RegExp(`^((?:[\\p{L}\\p{M}]+\\s*){${words}})[\\s:,]*(.*)$`, 'su').exec(text);
    if (typed !== null && fold(typed[1]?.trim() ?? '').replace(/\s+/g, ' ') === word)
      return { name: `${rule}.${part}`, rest: typed[2] ?? '' };
  }
  return null;
};

/** « R5 (zones) » */
export const spellDuty = (name: DutyName): string => name.replace(/\.(.*)$/, ' ($1)');

/** What was kept of a whole rule, as said of each thing that it asks. */
export const splitDone = (
  done: Readonly<Record<string, string>>,
): Readonly<Partial<Record<DutyName, string>>> =>
  Object.fromEntries(
    Object.entries(done).flatMap(([name, text]) => {
      const parts = partsOf(name as RuleName);
      if (parts.length === 0) return [[name, text]];
      return parts
        .map((part) => `${name}.${part}`)
        .filter((part) => !(part in done))
        .map((part) => [part, text]);
    }),
  );
