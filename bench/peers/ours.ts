import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer, type QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { buildAnswererIndex } from '../../knowledge/question/answerer-index.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import type { PeerPassage } from './engines.ts';

/** The texts as peers are given them: one document a passage that we rank, its translation beside. */
export const passagesFor = (withQuestions: boolean): readonly PeerPassage[] => {
  const corpus = loadCorpus();
  const { sampleQuestions } = loadKnowledge();
  return [...corpus.passages.values()]
    .filter(({ lang, translation }) => lang === 'fr' || translation === null)
    .map((passage) => {
      const english = passage.translation === null ? null : corpus.passages.get(passage.translation);
      const ids = [passage.id, ...(english === null || english === undefined ? [] : [english.id])];
      const questions = withQuestions ? ids.flatMap((id) => sampleQuestions.get(id) ?? []) : [];
      const title = corpus.documents.get(passage.documentId)?.title ?? '';
      return {
        id: passage.id,
        text: [passage.text, english?.text ?? ''].join('\n').trim(),
        path: [title, ...passage.path, passage.anchor].join(' '),
        questions: questions.join('\n'),
      };
    });
};

/** Our answerer, built and not read from what a start kept. */
export const buildOurs = (corpus = loadCorpus(), knowledge = loadKnowledge()): QuestionAnswerer =>
  createQuestionAnswerer(corpus, knowledge, buildAnswererIndex(corpus, knowledge));
