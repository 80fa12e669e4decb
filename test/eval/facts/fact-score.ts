import { batchFacts } from '../../../knowledge/facts/batch-facts.ts';
import type { QuestionFacts } from '../../../knowledge/facts/read-facts.ts';
import { fold, wordsOf } from '../../../knowledge/search/text/fold.ts';

/** Facts that sentences state, read, and read wrong; `misses` names the others. */
export interface FactScore {
  readonly stated: number;
  readonly read: number;
  readonly wrong: number;
  readonly misses: readonly string[];
}

export interface FactItem {
  readonly text: string;
  /** null or absent = not stated. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts that look stated and are not: reading one is wrong. */
  readonly unknown?: readonly string[] | undefined;
}

/**
 * Scores as the shared scorer does: a list is read where it shares one value with what is stated. `atteintes: []` (none) is
 * read only where none is said to be possible.
 */
export const scoreFacts = (items: readonly FactItem[], read: (text: string) => QuestionFacts): FactScore => {
  const rows = items.flatMap(({ text, facts, unknown = [] }) => {
    const got = flat(read(text));
    const stated = Object.entries(facts).filter(([, value]) => value !== null);
    return [
      ...stated.map(([field, want]) => ({
        text,
        field,
        want,
        got: got[field],
        outcome: outcomeOf(want, got[field]),
      })),
      ...unknown
        .filter((field) => isRead(got[field]))
        .map((field) => ({ text, field, want: null, got: got[field], outcome: 'unasked' as const })),
    ];
  });
  return {
    stated: rows.filter(({ outcome }) => outcome !== 'unasked').length,
    read: rows.filter(({ outcome }) => outcome === 'read').length,
    wrong: rows.filter(({ outcome }) => outcome === 'wrong' || outcome === 'unasked').length,
    misses: rows
      .filter(({ outcome }) => outcome !== 'read')
      .map(
        ({ text, field, want, got, outcome }) =>
          `${outcome} ${field}: ${JSON.stringify(want)} / ${JSON.stringify(got)} · ${text}`,
      ),
  };
};

const flat = (read: QuestionFacts): Readonly<Record<string, unknown>> => ({
  ...batchFacts(read),
  service: read.facts.service,
  sante: read.facts.sante,
  extraeuropeen: read.facts.extraeuropeen,
  atteintes: read.facts.atteintes,
  donnees: read.facts.donnees.length === 0 ? null : read.facts.donnees,
  rules: read.rules,
  derogation: read.derogation,
});

const isRead = (value: unknown): boolean => value !== null && value !== undefined;

const outcomeOf = (want: unknown, got: unknown): 'read' | 'missed' | 'wrong' => {
  if (!isRead(got)) return 'missed';
  if (Array.isArray(want) && Array.isArray(got)) {
    const same = want.length === 0 ? got.length === 0 : want.some((value) => got.includes(value));
    return same ? 'read' : got.length === 0 ? 'missed' : 'wrong';
  }
  const plain = (value: unknown): unknown =>
    typeof value === 'string' ? wordsOf(fold(value)).join(' ') : value;
  return plain(want) === plain(got) ? 'read' : 'wrong';
};
