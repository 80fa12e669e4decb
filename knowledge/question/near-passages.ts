import type { Passage } from '../corpus/corpus.ts';
import type { Reading } from './reading.ts';

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
