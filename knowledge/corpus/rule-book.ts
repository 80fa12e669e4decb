import type { Lang } from '../answer/answer.ts';
import type { Corpus, Passage } from './corpus.ts';

/** The text whose paragraphs are rules asked for by number, as its header says (`numbered: R`). */
export interface RuleBook {
  /** Id of the text; null when no text has numbered rules: then no number exists. */
  readonly documentId: string | null;
  /** 0 when there is no rule. */
  readonly last: number;
  has(number: number): boolean;
  /** Passages of a rule in reading order, in French where it is not translated. */
  passages(number: number, lang: Lang): readonly Passage[];
}

/** The rules of the newest numbered text in force: the one that people mean by « R9 ». */
export const ruleBookOf = (corpus: Corpus): RuleBook => {
  const [document] = [...corpus.documents.values()]
    .filter(({ numbered, status }) => numbered !== null && status === 'in-force')
    .toSorted((a, b) => b.date.localeCompare(a.date));
  if (document === undefined) return { documentId: null, last: 0, has: () => false, passages: () => [] };
  const { id, numbered } = document;
  const anchorOf = (number: number): string => `${numbered}${number}`;
  const numbers = new Set(
    [...corpus.passages.values()].flatMap(({ documentId, anchor }) => {
      const number = Number(anchor.slice(1));
      return documentId === id && number > 0 && anchor === anchorOf(number) ? [number] : [];
    }),
  );
  return {
    documentId: id,
    last: Math.max(0, ...numbers),
    has: (number) => numbers.has(number),
    passages: (number, lang) => {
      const own = corpus.section(id, anchorOf(number), lang);
      return own.length > 0 ? own : corpus.section(id, anchorOf(number), 'fr');
    },
  };
};
