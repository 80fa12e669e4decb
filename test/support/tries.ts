import type { Parameters } from 'fast-check';

/**
 * How often a property is tried: `few` times in `npm test`, always the same values; with `PROPERTY_FACTOR=50` fifty times as
 * often, other values at each run. What fails is printed with its seed, which `PROPERTY_SEED` gives back.
 */
export const tries = (few: number): Pick<Parameters<unknown>, 'numRuns' | 'seed'> => ({
  numRuns: few * FACTOR,
  ...(SEED === null ? {} : { seed: SEED }),
});

const FACTOR = Number(process.env.PROPERTY_FACTOR ?? '1');
const SEED =
  process.env.PROPERTY_SEED === undefined ? (FACTOR === 1 ? 1 : null) : Number(process.env.PROPERTY_SEED);
