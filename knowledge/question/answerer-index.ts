import { type Cache, keepFrom } from '../cache/cache.ts';
import { projectCache } from '../cache/project-cache.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { analyseEntry, draftEntries } from '../search/index/entries.ts';
import { termStatistics } from '../search/index/idf.ts';
import { type BankIndex, buildBank } from '../search/index/question-bank.ts';
import { buildSearchIndex, type SearchIndex } from '../search/index/search-index.ts';
import { termNumbers } from '../search/index/term-table.ts';
import { createAnalyzer, remembering } from '../search/text/analysis.ts';
import { cardQuestionsOf } from './card-ranker.ts';
import { sourceCards } from './cards.ts';
import { type ConfidenceIndex, outOfScopeQuestionsOf } from './confidence.ts';
import { sharesOfCard, sharesOfPassage } from './evidence/details.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';

/** All that answers read and that is computed from the texts and data alone; plain data, to be kept in a file. */
export interface AnswererIndex {
  readonly search: SearchIndex;
  readonly cards: BankIndex;
  readonly confidence: ConfidenceIndex;
}

/** The index of these texts and data, as it was kept when they are just as they were read from files. */
export const answererIndex = (
  corpus: Corpus,
  knowledge: LoadedKnowledge,
  cache: Cache = projectCache,
): AnswererIndex =>
  keepFrom(cache, 'index', [corpus, knowledge], () => buildAnswererIndex(corpus, knowledge));

/** Every text is analysed once, and every bank numbers its terms by the same table. */
export const buildAnswererIndex = (corpus: Corpus, knowledge: LoadedKnowledge): AnswererIndex => {
  const { thesaurus, sampleQuestions, cardQuestions, outOfScope, details } = knowledge;
  const analyze = remembering(createAnalyzer(thesaurus));
  const drafts = draftEntries(corpus, sampleQuestions, analyze);
  const cards = cardQuestionsOf(sourceCards(corpus, knowledge.cards), cardQuestions, analyze);
  const unanswered = outOfScopeQuestionsOf(outOfScope, analyze);
  const search = buildSearchIndex({
    drafts,
    analysed: drafts.map((draft) => analyseEntry(draft, analyze)),
    thesaurus,
    outOfScope,
    more: [...cards, ...unanswered].flatMap(({ analysis }) => [...analysis.terms.keys()]),
  });
  const { idf } = termStatistics(search.weights, termNumbers(search.terms));
  const byCard = Map.groupBy(cards, ({ owner }) => owner);
  return {
    search,
    cards: buildBank(cards, idf, search.terms),
    confidence: {
      outOfScope: buildBank(unanswered, idf, search.terms),
      passageShares: drafts.map((draft) => sharesOfPassage(details, draft.sampleQuestions)),
      cardShares: [...byCard.values()].map((questions) => sharesOfCard(details, questions)),
    },
  };
};
