import type { SearchEngine } from '../search/engine.ts';
import { questionOf } from '../search/index/lazy-question.ts';
import { type BankedQuestion, type BankIndex, createQuestionBank } from '../search/index/question-bank.ts';
import { remembering } from '../search/text/analysis.ts';
import type { CardRanker } from './card-ranker.ts';
import { createDetailReader, type Shares } from './evidence/details.ts';
import { createEvidenceReader, type Evidence } from './evidence/evidence.ts';
import { CONFIDENCE_WEIGHTS } from './evidence/weights.ts';
import { withWords } from './evidence/words.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import type { Reading } from './reading.ts';

export interface ConfidenceModel {
  evidence(reading: Reading): Evidence;
  /** Log-odds that the texts answer what is asked. */
  confidence(reading: Reading): number;
}

/** What the model reads and that is computed from the data alone; plain data, to be kept in a file. */
export interface ConfidenceIndex {
  /** Questions out of scope. */
  readonly outOfScope: BankIndex;
  /** What the sample questions of each passage, and the questions of each card, ask for. */
  readonly passageShares: readonly Shares[];
  readonly cardShares: readonly Shares[];
}

/** Questions out of scope, as a bank compares them. */
export const outOfScopeQuestionsOf = (
  outOfScope: readonly string[],
  analyze: SearchEngine['analyze'],
): readonly BankedQuestion[] => outOfScope.map((text) => questionOf(text, 0, analyze));

/**
 * Judges by the weights that `npm run fit:refusal` learned; see docs/evaluation.md.
 * @param built of the same data; without it, what it holds is computed here or when it is needed
 */
export const createConfidenceModel = (
  engine: SearchEngine,
  { outOfScope, details, topics }: Pick<LoadedKnowledge, 'outOfScope' | 'details' | 'topics'>,
  built?: { readonly index: ConfidenceIndex; readonly cards: CardRanker },
): ConfidenceModel => {
  const analyze = built === undefined ? remembering(engine.analyze) : engine.analyze;
  const evidence = createEvidenceReader({
    engine,
    outOfScope: createQuestionBank(
      outOfScopeQuestionsOf(outOfScope, analyze),
      engine.statistics.idf,
      built?.index.outOfScope,
    ),
    details: createDetailReader(details, built === undefined ? [] : sharesOf(engine, built)),
    topics,
  });
  return {
    evidence,
    confidence: (reading) => withWords(logOdds(evidence(reading)), reading.ranking.question.folded),
  };
};

const sharesOf = (
  { entries }: Pick<SearchEngine, 'entries'>,
  { index, cards }: { readonly index: ConfidenceIndex; readonly cards: CardRanker },
): readonly (readonly [readonly BankedQuestion[], Shares])[] => [
  ...entries.map(({ sampleQuestions }, at) => [sampleQuestions, index.passageShares[at] ?? []] as const),
  ...cards.subjects.map((_, at) => [cards.questionsOf(at), index.cardShares[at] ?? []] as const),
];

const logOdds = (evidence: Evidence): number =>
  Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + (CONFIDENCE_WEIGHTS.get(name) ?? 0) * value,
    CONFIDENCE_WEIGHTS.get('bias') ?? 0,
  );
