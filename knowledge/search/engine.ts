import type { Corpus } from '../corpus/corpus.ts';
import { analyseEntry, draftEntries, type Entry, type SampleQuestions } from './index/entries.ts';
import { createFullText } from './index/full-text.ts';
import { type TermStatistics, termStatistics } from './index/idf.ts';
import { peopleOf } from './index/people.ts';
import { isOwner } from './index/postings.ts';
import { type BankedQuestion, createQuestionBank } from './index/question-bank.ts';
import { buildSearchIndex, type SearchIndex } from './index/search-index.ts';
import { termNumbers } from './index/term-table.ts';
import { createPrecedenceRule, type Precedence } from './precedence.ts';
import { highestOf, type Ranked, type Ranking } from './ranking.ts';
import { createScorer } from './scoring.ts';
import { type Analysis, createAnalyzer, remembering } from './text/analysis.ts';
import { createMentionFinder } from './text/document-mentions.ts';
import { fold } from './text/fold.ts';
import { bounded, sentencesOf } from './text/sentences.ts';
import { createSpellingRepair, type Repair } from './text/spelling.ts';
import { learnStems } from './text/stem.ts';
import type { Thesaurus } from './text/thesaurus.ts';

export interface SearchKnowledge {
  readonly thesaurus: Thesaurus;
  readonly sampleQuestions: SampleQuestions;
  readonly precedences: readonly Precedence[];
  /** Questions that the texts do not answer: their words are known, hence never repaired. */
  readonly outOfScope: readonly string[];
}

export interface SearchEngine {
  readonly entries: readonly Entry[];
  readonly statistics: TermStatistics;
  readonly analyze: (text: string) => Analysis;
  /** Words of the texts, of the authored questions and of the thesaurus, with their number of occurrences. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Folded words of the names of persons in the texts: known words, that say who asks or is asked about. */
  readonly people: ReadonlySet<string>;
  /** Number of the entry of a passage or of a translation, by its id. */
  readonly entryOf: ReadonlyMap<string, number>;
  /**
   * Scores all entries and gives the best.
   * @param without one authored question left out, to measure on questions not seen
   * @param most entries given; `MOST_RANKED` by default
   */
  rank(question: string, without?: BankedQuestion, most?: number): Ranking;
}

/**
 * Opens the indexes once; ranking then only reads them.
 * @param index as `buildSearchIndex` made it of the same texts and data; built here by default
 */
export const createSearchEngine = (
  corpus: Corpus,
  knowledge: SearchKnowledge,
  index: SearchIndex = indexOf(corpus, knowledge),
): SearchEngine => {
  learnStems(index.stems);
  const analyze = createAnalyzer(knowledge.thesaurus);
  const { vocabulary, holders } = index;
  const numberOf = termNumbers(index.terms);
  const statistics = termStatistics(index.weights, numberOf);
  const { idf } = statistics;
  const entries = draftEntries(corpus, knowledge.sampleQuestions, analyze).map(
    (draft, at): Entry => ({
      ...draft,
      asked: index.asked[at] ?? new Set(),
      holds: (term) => isOwner(holders, numberOf(term), at),
    }),
  );
  const bank = createQuestionBank(
    entries.flatMap(({ sampleQuestions }) => sampleQuestions),
    idf,
    index.bank,
  );
  const repair = createSpellingRepair(vocabulary, analyze.isStopWord);
  const prevail = createPrecedenceRule(entries, knowledge.precedences);
  const { score, signalsOf, nearestOf } = createScorer({
    entries,
    bank,
    fullText: createFullText(index.fullText, idf),
    holders,
    namedTexts: createMentionFinder(knowledge.thesaurus.texts),
    idf,
    numberOf,
  });

  const read = (text: string): { readonly question: Analysis; readonly repairs: readonly Repair[] } => {
    const { folded, repairs } = repair(fold(text));
    return { question: analyze(folded), repairs };
  };

  const ofSentence = new Float64Array(entries.length);
  const bestSentence = new Float64Array(entries.length);
  /** Highest score of each entry over the sentences of a story; null when there is one sentence. */
  const scoreSentences = (text: string, left: number): Float64Array | null => {
    const sentences = sentencesOf(text);
    if (sentences.length === 0) return null;
    bestSentence.fill(Number.NEGATIVE_INFINITY);
    for (const sentence of sentences) {
      score(read(sentence).question, left, ofSentence);
      for (let at = 0; at < ofSentence.length; at++)
        bestSentence[at] = Math.max(bestSentence[at] ?? 0, ofSentence[at] ?? 0);
    }
    return bestSentence;
  };

  return {
    entries,
    statistics,
    analyze,
    vocabulary,
    people: peopleOf(corpus, knowledge.thesaurus),
    entryOf: new Map(
      entries.flatMap(({ passage, english }, at) =>
        [passage, ...(english === null ? [] : [english])].map(({ id }) => [id, at] as const),
      ),
    ),
    rank: (asked, without, most = MOST_RANKED) => {
      const text = bounded(asked);
      const { question, repairs } = read(text);
      const left = without === undefined ? -1 : bank.questions.indexOf(without);
      const sentences = scoreSentences(text, left);
      const scores = new Float64Array(entries.length);
      // Last, for its signals are those that are told.
      score(question, left, scores);
      if (sentences !== null) blendSentences(scores, sentences);
      prevail(scores);
      const ranked = highestOf(scores, most).flatMap((at): readonly Ranked[] => {
        const entry = entries[at];
        const nearest = bank.questions[nearestOf(at)] ?? null;
        return entry === undefined
          ? []
          : [{ entry, score: scores[at] ?? 0, signals: signalsOf(at), nearest }];
      });
      return { question, repairs, ranked, scores };
    },
  };
};

/** Entries that an answer looks at. */
const MOST_RANKED = 15;

/** A story is scored whole, then by its best sentence. */
const blendSentences = (scores: Float64Array, best: Float64Array): void => {
  for (let at = 0; at < scores.length; at++)
    scores[at] = (scores[at] ?? 0) * (1 - SENTENCE_SHARE) + (best[at] ?? 0) * SENTENCE_SHARE;
};

/** Share of the best sentence in the score of a question of several. */
const SENTENCE_SHARE = 0.4;

const indexOf = (
  corpus: Corpus,
  { thesaurus, sampleQuestions, outOfScope }: SearchKnowledge,
): SearchIndex => {
  const analyze = remembering(createAnalyzer(thesaurus));
  const drafts = draftEntries(corpus, sampleQuestions, analyze);
  const analysed = drafts.map((draft) => analyseEntry(draft, analyze));
  return buildSearchIndex({ drafts, analysed, thesaurus, outOfScope });
};
