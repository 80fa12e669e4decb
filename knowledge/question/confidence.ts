import type { Ranking } from '../search/rank.ts';

/** Log-odds that the first passage answers. */
export const confidenceOf = ({ ranked }: Ranking): number => {
  const [first] = ranked;
  return first === undefined ? -10 : first.score - 0.2;
};
