import type { Corpus, Passage, TextDocument } from '../../corpus/corpus.ts';
import type { Analysis } from '../text/analysis.ts';
import type { QuestionType } from '../text/question-type.ts';
import { questionOf } from './lazy-question.ts';
import type { BankedQuestion } from './question-bank.ts';

/** Authored questions by passage id, as `knowledge/data/questions/` holds them. */
export type SampleQuestions = ReadonlyMap<string, readonly string[]>;

/** What is ranked: a passage, with its translation when there is one. */
export interface Entry {
  readonly passage: Passage;
  readonly english: Passage | null;
  readonly document: TextDocument;
  readonly sampleQuestions: readonly BankedQuestion[];
  /** Kinds of facts that its authored questions ask for. */
  readonly asked: ReadonlySet<QuestionType>;
  /** Whether its text, path or a sample question holds the term. */
  holds(term: string): boolean;
}

/** An entry before anything is computed of it; the analyses of its sample questions are made when they are asked for. */
export type DraftEntry = Omit<Entry, 'asked' | 'holds'>;

/** French passages carry their translation; a passage without a French original stands alone. */
export const draftEntries = (
  corpus: Corpus,
  sampleQuestions: SampleQuestions,
  analyze: (text: string) => Analysis,
): readonly DraftEntry[] =>
  [...corpus.passages.values()]
    .filter((passage) => passage.lang === 'fr' || passage.translation === null)
    .map((passage, owner) => {
      const document = corpus.documents.get(passage.documentId);
      if (document === undefined)
        throw new Error(`Passage ${passage.id} : texte ${passage.documentId} inconnu`);
      const english =
        passage.translation === null ? null : (corpus.passages.get(passage.translation) ?? null);
      return {
        passage,
        english,
        document,
        sampleQuestions: [passage.id, english?.id ?? '']
          .flatMap((id) => sampleQuestions.get(id) ?? [])
          .map((text) => questionOf(text, owner, analyze)),
      };
    });

/** An entry with everything that it says analysed, as the indexes are made from. */
export interface AnalysedEntry {
  readonly text: Analysis;
  readonly path: Analysis;
  readonly sampleQuestions: readonly Analysis[];
  /** Every term of its text, path and authored questions. */
  readonly terms: ReadonlySet<string>;
}

export const analyseEntry = (
  { passage, english, document, sampleQuestions }: DraftEntry,
  analyze: (text: string) => Analysis,
): AnalysedEntry => {
  const text = analyze(english === null ? passage.text : `${passage.text}\n${english.text}`);
  const path = analyze([document.title, ...passage.path, passage.anchor].join(' '));
  const questions = sampleQuestions.map(({ analysis }) => analysis);
  const terms = new Set<string>();
  for (const one of [text, path, ...questions]) for (const term of one.terms.keys()) terms.add(term);
  return { text, path, sampleQuestions: questions, terms };
};
