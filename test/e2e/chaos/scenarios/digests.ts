import type { Scenario } from '../scenario.ts';

export const digests: readonly Scenario[] = [
  {
    name: 'recapitulatifs',
    fault: 'trois ans de récapitulatifs, réveils irréguliers, arrêts, morts au pire moment',
    goal: 'chaque semaine une fois',
    // Loads the texts: not before it is played.
    play: async (stage) => (await import('../digest-life.ts')).threeYears(stage),
  },
];
