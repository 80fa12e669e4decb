import type { Cache } from './cache/cache.ts';
import { projectCache } from './cache/project-cache.ts';
import { loadCatalogue } from './catalogue/catalogue.ts';
import { loadCorpus } from './corpus/load-corpus.ts';
import { loadFactLexicon } from './facts/load-lexicon.ts';
import { answererIndex } from './question/answerer-index.ts';
import { requireSoundKnowledge } from './question/check-knowledge.ts';
import { loadKnowledge } from './question/load-knowledge.ts';
import { loadFollowUpAsks } from './reading/follow-up-asks.ts';
import { loadRequests } from './reading/requests.ts';

/**
 * Reads the project's own texts and data, and keeps all that a start computes of them.
 * @throws CorpusError or DataFileError, in French, when they do not hold what they should
 */
export const loadAll = (cache: Cache = projectCache): void => {
  const corpus = loadCorpus(undefined, null, cache);
  const knowledge = loadKnowledge(undefined, cache);
  requireSoundKnowledge(corpus, knowledge, cache);
  answererIndex(corpus, knowledge, cache);
  loadFactLexicon(undefined, cache);
  loadCatalogue(undefined, cache);
  loadRequests(undefined, cache);
  loadFollowUpAsks(undefined, cache);
};
