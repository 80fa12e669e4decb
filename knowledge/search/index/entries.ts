import type { Corpus, Passage, TextDocument } from '../../corpus/corpus.ts';
import type { Analysis, Analyzer } from '../text/analysis.ts';
import type { QuestionType } from '../text/question-type.ts';
import type { BankedQuestion } from './question-bank.ts';

/** Authored questions by passage id, as `knowledge/data/questions/` holds them. */
export type SampleQuestions = ReadonlyMap<string, readonly string[]>;

/** What is ranked: a passage, with its translation when there is one. */
export interface Entry {
  readonly passage: Passage;
  readonly english: Passage | null;
  readonly document: TextDocument;
  readonly text: Analysis;
  readonly path: Analysis;
  readonly sampleQuestions: readonly BankedQuestion[];
  /** Kinds of facts that its authored questions ask for. */
  readonly asked: ReadonlySet<QuestionType>;
  /** Every term of its text, path and authored questions. */
  readonly terms: ReadonlySet<string>;
}

/** French passages carry their translation; a passage without a French original stands alone. */
export const createEntries = (
  corpus: Corpus,
  sampleQuestions: SampleQuestions,
  analyze: Analyzer,
): readonly Entry[] =>
  [...corpus.passages.values()]
    .filter((passage) => passage.lang === 'fr' || passage.translation === null)
    .map((passage, owner) => {
      const document = corpus.documents.get(passage.documentId);
      if (document === undefined)
        throw new Error(`Passage ${passage.id} : texte ${passage.documentId} inconnu`);
      const english =
        passage.translation === null ? null : (corpus.passages.get(passage.translation) ?? null);
      const text = analyze(english === null ? passage.text : `${passage.text}\n${english.text}`);
      const path = analyze([document.title, ...passage.path, passage.anchor].join(' '));
      const questions = [passage.id, english?.id ?? '']
        .flatMap((id) => sampleQuestions.get(id) ?? [])
        .map((question) => ({ text: question, owner, analysis: analyze(question) }));
      return {
        passage,
        english,
        document,
        text,
        path,
        sampleQuestions: questions,
        asked: new Set(questions.flatMap(({ analysis }) => analysis.asked ?? [])),
        terms: termsOf([text, path, ...questions.map(({ analysis }) => analysis)]),
      };
    });

const termsOf = (analyses: readonly Analysis[]): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const { terms } of analyses) for (const term of terms.keys()) all.add(term);
  return all;
};
