import type { Corpus } from '../corpus/corpus.ts';
import { coverageOf } from './index/coverage.ts';
import { analyseEntry, draftEntries, type Entry, type SampleQuestions } from './index/entries.ts';
import { createFullText } from './index/full-text.ts';
import { type TermStatistics, termStatistics } from './index/idf.ts';
import { NOTHING_NEAR, nearestByOwner } from './index/nearest.ts';
import { peopleOf } from './index/people.ts';
import { isOwner } from './index/postings.ts';
import { type BankedQuestion, createQuestionBank } from './index/question-bank.ts';
import { buildSearchIndex, type SearchIndex } from './index/search-index.ts';
import { termNumbers } from './index/term-table.ts';
import { createPrecedenceRule, type Precedence } from './precedence.ts';
import type { Ranked, Ranking } from './ranking.ts';
import { type Signals, scoreOf } from './signals.ts';
import { type Analysis, createAnalyzer, remembering } from './text/analysis.ts';
import { createMentionFinder, withoutNames } from './text/document-mentions.ts';
import { fold } from './text/fold.ts';
import { measureMentions, measureOf } from './text/measure-mentions.ts';
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
  /** Ranks all entries. `without` leaves one authored question out, to measure on questions not seen. */
  rank(question: string, without?: BankedQuestion): Ranking;
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
  const fullText = createFullText(index.fullText, entries.length, idf);
  const repair = createSpellingRepair(vocabulary, analyze.isStopWord);
  const namedTexts = createMentionFinder(knowledge.thesaurus.texts);
  const prevail = createPrecedenceRule(entries, knowledge.precedences);

  const read = (text: string): { readonly question: Analysis; readonly repairs: readonly Repair[] } => {
    const { folded, repairs } = repair(fold(text));
    return { question: analyze(folded), repairs };
  };

  const score = (asked: Analysis, without?: BankedQuestion): readonly Ranked[] => {
    const named = namedTexts(asked);
    const question = withoutNames(asked, named);
    const measures = measureMentions(question.folded);
    const full = fullText(question);
    const nearby = nearestByOwner(bank, bank.compare(question), entries.length, without);
    const covered = coverageOf(holders, question, { entries: entries.length, idf, numberOf });
    return entries.map((entry, at) => {
      const { best, meanOfThree, spelling, spellingOfThree, question: nearest } = nearby[at] ?? NOTHING_NEAR;
      const signals: Signals = {
        fullText: full[at] ?? 0,
        nearest: best,
        nearestThree: meanOfThree,
        spelling,
        spellingThree: spellingOfThree,
        coverage: covered[at] ?? 0,
        rule: numberSignal(question.rules, measures, entry),
        asks: question.asked !== null && entry.asked.has(question.asked) ? 1 : 0,
        named: named.documents.has(entry.document.id) ? 1 : 0,
        authority: entry.document.authority,
      };
      return { entry, score: scoreOf(signals), signals, nearest };
    });
  };

  /** A story is scored whole, then by its best sentence. */
  const blendSentences = (
    whole: readonly Ranked[],
    sentences: readonly (readonly Ranked[])[],
  ): readonly Ranked[] => {
    if (sentences.length === 0) return whole;
    return whole.map((ranked, at) => {
      const best = Math.max(...sentences.map((sentence) => sentence[at]?.score ?? 0));
      return { ...ranked, score: ranked.score * (1 - SENTENCE_SHARE) + best * SENTENCE_SHARE };
    });
  };

  return {
    entries,
    statistics,
    analyze,
    vocabulary,
    people: peopleOf(corpus, knowledge.thesaurus),
    rank: (asked, without) => {
      const text = bounded(asked);
      const { question, repairs } = read(text);
      const sentences = sentencesOf(text).map((sentence) => score(read(sentence).question, without));
      const voted = prevail(blendSentences(score(question, without), sentences));
      return { question, repairs, ranked: [...voted].sort((a, b) => b.score - a.score) };
    },
  };
};

const indexOf = (
  corpus: Corpus,
  { thesaurus, sampleQuestions, outOfScope }: SearchKnowledge,
): SearchIndex => {
  const analyze = remembering(createAnalyzer(thesaurus));
  const drafts = draftEntries(corpus, sampleQuestions, analyze);
  const analysed = drafts.map((draft) => analyseEntry(draft, analyze));
  return buildSearchIndex({ drafts, analysed, thesaurus, outOfScope });
};

/** Share of the best sentence in the score of a question of several. */
const SENTENCE_SHARE = 0.4;

/** A rule or a measure asked for by number: its passages gain, those of the others lose. */
const numberSignal = (rules: readonly number[], measures: readonly number[], { passage }: Entry): number => {
  const rule = /^R(\d+)$/.exec(passage.anchor)?.[1];
  if (rules.length > 0 && rule !== undefined) return rules.includes(Number(rule)) ? 1 : OTHER_NUMBER;
  const measure = measureOf(passage.id);
  if (measures.length > 0 && measure !== null) return measures.includes(measure) ? 1 : OTHER_NUMBER;
  return 0;
};

const OTHER_NUMBER = -0.3;
