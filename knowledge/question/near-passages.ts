import type { Corpus, Passage } from '../corpus/corpus.ts';
import type { Answerability } from './answerability.ts';
import type { Reading } from './reading.ts';
import { rulePassages } from './rule-lookup.ts';

/** Passages taken at a time by `search`, and read for an answer without a card. */
export const SHOWN = 3;
/** A passage is near a question when its score is at least this share of the best one; the first `MOST_NEAR` are told. */
const NEAR_SHARE = 0.4;
const MOST_NEAR = 15;

/** Near passages best first, in the language of the question where the texts have it. */
export const nearPassages = ({ ranking, lang }: Pick<Reading, 'ranking' | 'lang'>): readonly Passage[] => {
  const least = (ranking.ranked[0]?.score ?? 0) * NEAR_SHARE;
  return ranking.ranked
    .filter(({ score }, at) => at < SHOWN || (at < MOST_NEAR && score >= least))
    .map(({ entry }) => (lang === 'en' ? (entry.english ?? entry.passage) : entry.passage));
};

/** Ids of what comes near; a rule asked for by number goes on with its own passages. */
export const nearIds = (
  { state }: Pick<Answerability, 'state'>,
  { references, lang }: Pick<Reading, 'references' | 'lang'>,
  passages: readonly Passage[],
  corpus: Corpus,
): readonly string[] => {
  const own = state === 'rules' ? rulePassages(corpus, references.known, lang) : [];
  return [...new Set([...own, ...passages].map(({ id }) => id))];
};
