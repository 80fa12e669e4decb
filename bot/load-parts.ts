import { setImmediate } from 'node:timers/promises';
import type { Cache } from '../knowledge/cache/cache.ts';
import { type Catalogue, loadCatalogue } from '../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../knowledge/corpus/corpus.ts';
import { loadCorpus } from '../knowledge/corpus/load-corpus.ts';
import { type FactLexicon, loadFactLexicon } from '../knowledge/facts/load-lexicon.ts';
import { createQuestionAnswerer, type QuestionAnswerer } from '../knowledge/question/answerer.ts';
import { answererIndex } from '../knowledge/question/answerer-index.ts';
import { requireSoundKnowledge } from '../knowledge/question/check-knowledge.ts';
import { type LoadedKnowledge, loadKnowledge } from '../knowledge/question/load-knowledge.ts';
import { loadRequests, type RequestWords } from '../knowledge/reading/requests.ts';
import { loadData } from './load-data.ts';
import { withoutCards } from './withdrawn-cards.ts';

/** Which texts and data the bot answers from. */
export interface Sources {
  /** Folder of the texts and file of the catalogue; null = those of the program. */
  readonly corpusFolder: string | null;
  readonly offersFile: string | null;
  /** Ids of cards that no longer answer; none by default. */
  readonly withdrawnCards?: readonly string[];
  /** Where citations lead: the reading room served there; the official pages by default. */
  readonly siteUrl?: string | null;
}

/** All that is read from files, or kept of them, before the bot is put together. */
export interface LoadedParts {
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly knowledge: LoadedKnowledge;
  /** Its indexes are open. */
  readonly passages: QuestionAnswerer;
  readonly lexicon: FactLexicon;
  readonly requests: RequestWords;
}

/**
 * @param cache by default, the program keeps what it computes of its own texts and data
 * @throws OperatorError, in French, when a text or a data file does not hold what it should
 */
export const loadParts = (sources: Sources, cache?: Cache): LoadedParts => {
  const steps = loading(sources, cache);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** The same for a bot in service, which goes on with its work between two parts. */
export const loadPartsInTurns = async (sources: Sources, cache?: Cache): Promise<LoadedParts> => {
  const steps = loading(sources, cache);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
};

function* loading(
  { corpusFolder, offersFile, withdrawnCards = [], siteUrl = null }: Sources,
  cache: Cache | undefined,
): Generator<void, LoadedParts> {
  const corpus = loadData(() => loadCorpus(corpusFolder ?? undefined, siteUrl, cache));
  yield;
  const catalogue = loadData(() => loadCatalogue(offersFile ?? undefined, cache));
  const whole = loadData(() => loadKnowledge(undefined, cache));
  yield;
  loadData(() => requireSoundKnowledge(corpus, whole, cache));
  const knowledge = withoutCards(whole, withdrawnCards);
  yield;
  const index = answererIndex(corpus, knowledge, cache);
  yield;
  const passages = createQuestionAnswerer(corpus, knowledge, index);
  yield;
  const lexicon = loadData(() => loadFactLexicon(undefined, cache));
  const requests = loadData(() => loadRequests(undefined, cache));
  yield;
  return { corpus, catalogue, knowledge, passages, lexicon, requests };
}
