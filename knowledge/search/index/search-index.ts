import type { QuestionType } from '../text/question-type.ts';
import { learnedStems } from '../text/stem.ts';
import type { Thesaurus } from '../text/thesaurus.ts';
import { createHolders } from './coverage.ts';
import type { AnalysedEntry, DraftEntry } from './entries.ts';
import { buildFullText, type FullTextIndex } from './full-text.ts';
import { type TermWeights, termStatistics, weighTerms } from './idf.ts';
import type { Postings } from './postings.ts';
import { type BankIndex, buildBank } from './question-bank.ts';
import { createTermTable, type TermTable, termNumbers } from './term-table.ts';
import { vocabularyOf } from './vocabulary.ts';

/** All that ranking reads and that is computed from the texts and data alone; plain data, to be kept in a file. */
export interface SearchIndex {
  readonly terms: TermTable;
  readonly weights: TermWeights;
  readonly bank: BankIndex;
  readonly holders: Postings;
  readonly fullText: FullTextIndex;
  /** Kinds of facts that the sample questions of each entry ask for. */
  readonly asked: readonly ReadonlySet<QuestionType>[];
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Stem of each word of the vocabulary. */
  readonly stems: ReadonlyMap<string, string>;
}

interface Sources {
  readonly drafts: readonly DraftEntry[];
  /** The same, analysed. */
  readonly analysed: readonly AnalysedEntry[];
  readonly thesaurus: Thesaurus;
  readonly outOfScope: readonly string[];
  /** Terms of other questions that are compared by the same table. */
  readonly more?: Iterable<string>;
}

export const buildSearchIndex = ({
  drafts,
  analysed,
  thesaurus,
  outOfScope,
  more = [],
}: Sources): SearchIndex => {
  const terms = createTermTable([...analysed.flatMap((entry) => [...entry.terms]), ...more]);
  const count = terms.ends.length;
  const numberOf = termNumbers(terms);
  const documents = [
    ...analysed.map(({ text }) => text),
    ...analysed.flatMap(({ sampleQuestions }) => sampleQuestions),
  ];
  const weights = weighTerms(documents, numberOf, count);
  const banked = drafts.flatMap(({ sampleQuestions }) => sampleQuestions);
  const vocabulary = vocabularyOf(analysed, { thesaurus, outOfScope });
  return {
    terms,
    weights,
    bank: buildBank(banked, termStatistics(weights, numberOf).idf, terms),
    holders: createHolders(
      analysed.map((entry) => entry.terms),
      numberOf,
      count,
    ),
    fullText: buildFullText(analysed),
    asked: analysed.map(
      ({ sampleQuestions }) => new Set(sampleQuestions.flatMap(({ asked }) => asked ?? [])),
    ),
    vocabulary,
    stems: learnedStems(vocabulary.keys()),
  };
};
