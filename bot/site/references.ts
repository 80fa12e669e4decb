import type { Passage } from '../../knowledge/corpus/corpus.ts';
import { type RuleBook, ruleBookOf } from '../../knowledge/corpus/rule-book.ts';
import type { Card, NoticeRule } from '../../knowledge/question/schemas.ts';
import type { Library } from './library.ts';

/** What stands in the margin of passages: all that points at them. */
export interface References {
  readonly rules: RuleBook;
  /** Cards that quote a passage. */
  readonly cards: ReadonlyMap<string, readonly Card[]>;
  /** Passages of other texts, or of other rules, that name a rule (by its number) or deal with it. */
  readonly naming: ReadonlyMap<number, readonly Passage[]>;
  /** Rules that a passage names, itself left out. */
  named(passage: Passage): readonly number[];
  /** Number of the rule that a passage is part of, or null. */
  ruleOf(passage: Passage): number | null;
  /** Precedences in which a passage gives way, or comes first. */
  precedences(passage: Passage): Library['precedences'];
  /** Notices that come with a passage, whatever the question. */
  notices(passage: Passage): readonly NoticeRule[];
}

export const referencesOf = (library: Library): References => {
  const { corpus, themes, precedences, notices, related } = library;
  const rules = ruleBookOf(corpus);
  const bookDate = corpus.documents.get(rules.documentId ?? '')?.date ?? '9999';
  const ruleOf = ({ documentId, anchor }: Passage): number | null => {
    const number = Number(/^R(\d+)$/.exec(anchor)?.[1] ?? Number.NaN);
    return documentId === rules.documentId && rules.has(number) ? number : null;
  };
  const named = (passage: Passage): readonly number[] => {
    // A text older than the rules names those of another version.
    if ((corpus.documents.get(passage.documentId)?.date ?? '') < bookDate) return [];
    const numbers = [...passage.text.matchAll(RULE)].map(([, number]) => Number(number));
    return [...new Set(numbers)].filter((number) => rules.has(number) && number !== ruleOf(passage));
  };
  const naming = new Map<number, Passage[]>();
  const point = (number: number, passage: Passage): void => {
    const list = naming.get(number) ?? [];
    if (!list.includes(passage)) naming.set(number, [...list, passage]);
  };
  for (const passage of corpus.passages.values()) for (const rule of named(passage)) point(rule, passage);
  for (const [rule, ids] of Object.entries(related)) {
    for (const id of ids) {
      const passage = corpus.passages.get(id);
      if (passage !== undefined) point(Number(rule.slice(1)), passage);
    }
  }
  return {
    rules,
    cards: cardsByPassage(themes.flatMap(({ cards }) => cards)),
    naming,
    named,
    ruleOf,
    precedences: ({ id }) => precedences.filter(({ passage, yieldsTo }) => passage === id || yieldsTo === id),
    notices: (passage) => notices.filter((notice) => comesWith(notice, passage)),
  };
};

/** `[R9]`, `R 9`, `R9`; not the R of a word. */
export const RULE = /(?<![\p{L}\d])R ?(\d{1,2})(?!\d)/gu;

const cardsByPassage = (cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> => {
  const pairs = cards.flatMap((card) =>
    [...new Set(card.sentences.flatMap(({ citations }) => citations.map(({ passage }) => passage)))].map(
      (id) => [id, card] as const,
    ),
  );
  return new Map(
    [...Map.groupBy(pairs, ([id]) => id)].map(([id, list]) => [id, list.map(([, card]) => card)]),
  );
};

/** A notice that also asks something of the question is left to the answers. */
const comesWith = ({ when }: NoticeRule, { id, documentId, anchor, lang }: Passage): boolean =>
  when.question === undefined &&
  (when.passages !== undefined || when.anchors !== undefined || when.documents !== undefined) &&
  (when.documents?.includes(documentId) ?? true) &&
  (when.anchors?.includes(anchor) ?? true) &&
  (when.passages?.includes(id) ?? true) &&
  (when.lang === undefined || when.lang === lang);
