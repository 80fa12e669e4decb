import type { SearchEngine } from '../search/engine.ts';
import { createQuestionBank, type QuestionBank } from '../search/index/question-bank.ts';
import type { Ranking } from '../search/ranking.ts';

/** What tells a question that the corpus answers from one that it does not; each near 0 to 1. */
export interface Evidence {
  readonly nearest: number;
  readonly spelling: number;
  readonly fullText: number;
  readonly coverage: number;
  /** Share of the question's words, by idf, that no text or authored question holds. */
  readonly unknown: number;
  /** Rarity of the rarest word that neither the passage nor its authored questions hold. */
  readonly missing: number;
  /** The question asks who, when or how much, which no authored question of the passage asks. */
  readonly askedElsewhere: number;
  /** Similarity to the nearest question that the corpus does not answer, in words then in spelling. */
  readonly negative: number;
  readonly negativeSpelling: number;
  /** Few words leave room for chance; beyond six, more words tell nothing. */
  readonly length: number;
}

/** Log-odds by unit of evidence, fitted by `npm run fit:refusal` (logistic regression); see docs/evaluation.md. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof Evidence, number>> & { readonly bias: number } = {
  bias: -1.57,
  nearest: 0.29,
  spelling: 2.74,
  fullText: 0.91,
  coverage: 2.76,
  unknown: -0.94,
  missing: -0.89,
  askedElsewhere: -1.67,
  negative: -4.93,
  negativeSpelling: -3.25,
  length: 1.18,
};

export interface ConfidenceModel {
  evidence(ranking: Ranking): Evidence;
  /** Log-odds that the first passage answers. */
  confidence(ranking: Ranking): number;
}

export const createConfidenceModel = (
  engine: SearchEngine,
  outOfScope: readonly string[],
): ConfidenceModel => {
  const bank = createQuestionBank(
    outOfScope.map((text) => ({ text, owner: 0, analysis: engine.analyze(text) })),
    engine.statistics.idf,
  );
  const evidence = (ranking: Ranking): Evidence => evidenceOf(ranking, engine, bank);
  return { evidence, confidence: (ranking) => logOdds(evidence(ranking)) };
};

const logOdds = (evidence: Evidence): number => {
  let sum = CONFIDENCE_WEIGHTS.bias;
  for (const name of Object.keys(evidence) as (keyof Evidence)[])
    sum += CONFIDENCE_WEIGHTS[name] * evidence[name];
  return sum;
};

const evidenceOf = (
  { question, ranked: [first] }: Ranking,
  { statistics }: SearchEngine,
  outOfScope: QuestionBank,
): Evidence => {
  const signals = first?.signals;
  const { words, trigrams } = outOfScope.compare(question);
  const stems = [...new Set(question.stems)];
  const weight = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + statistics.idf(term) * (question.terms.get(term) ?? 1), 0);
  return {
    nearest: signals?.nearest ?? 0,
    spelling: signals?.spelling ?? 0,
    fullText: signals?.fullText ?? 0,
    coverage: signals?.coverage ?? 0,
    unknown: weight(stems.filter((term) => !statistics.knows(term))) / (weight(stems) || 1),
    missing:
      Math.max(0, ...stems.filter((term) => !first?.entry.terms.has(term)).map(statistics.idf)) /
      statistics.idf('\u0000'),
    askedElsewhere: question.asked !== null && signals?.asks === 0 ? 1 : 0,
    negative: highest(words),
    negativeSpelling: highest(trigrams),
    length: Math.min(6, stems.length) / 6,
  };
};

const highest = (values: Float64Array): number => {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at] ?? 0);
  return most;
};
