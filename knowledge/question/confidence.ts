import type { SearchEngine } from '../search/engine.ts';
import { createQuestionBank } from '../search/index/question-bank.ts';
import { createDetailReader } from './evidence/details.ts';
import { createEvidenceReader, type Evidence } from './evidence/evidence.ts';
import { CONFIDENCE_WEIGHTS } from './evidence/weights.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import type { Reading } from './reading.ts';

export interface ConfidenceModel {
  evidence(reading: Reading): Evidence;
  /** Log-odds that the texts answer what is asked. */
  confidence(reading: Reading): number;
}

/** Judges by the weights that `npm run fit:refusal` learned; see docs/evaluation.md. */
export const createConfidenceModel = (
  engine: SearchEngine,
  { outOfScope, details, topics }: Pick<LoadedKnowledge, 'outOfScope' | 'details' | 'topics'>,
): ConfidenceModel => {
  const evidence = createEvidenceReader({
    engine,
    negatives: createQuestionBank(
      outOfScope.map((text) => ({ text, owner: 0, analysis: engine.analyze(text) })),
      engine.statistics.idf,
    ),
    details: createDetailReader(details),
    topics,
  });
  return { evidence, confidence: (reading) => logOdds(evidence(reading)) };
};

const logOdds = (evidence: Evidence): number =>
  Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + (CONFIDENCE_WEIGHTS.get(name) ?? 0) * value,
    CONFIDENCE_WEIGHTS.get('bias') ?? 0,
  );
