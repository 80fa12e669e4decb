import type { Row } from './measured.ts';

/** Two runs of a scenario with different seeds, as one; what does not hold in one of them does not hold. */
export const sumOf = (one: Row, other: Row): Row => {
  const seeds = [one.seed, ...(one.otherSeeds ?? [])];
  if (seeds.includes(other.seed))
    throw new Error(
      `${one.name} : graine ${other.seed} déjà comptée ; en prendre une autre, par exemple ${Math.max(...seeds) + 1}`,
    );
  const recoveries = [one, other].flatMap(({ recoveryMs }) => recoveryMs ?? []);
  return {
    ...other,
    seed: one.seed,
    otherSeeds: [...seeds.slice(1), other.seed],
    verdict: one.verdict === 'tenu' ? other.verdict : one.verdict,
    tries: one.tries + other.tries,
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    leaked: one.leaked + other.leaked,
    recoveryMs: recoveries.length === 0 ? null : Math.max(...recoveries),
    broken: [...(one.broken ?? []), ...(other.broken ?? [])],
    counts: added(one.counts ?? {}, other.counts ?? {}),
    seconds: one.seconds + other.seconds,
    load: Math.max(one.load, other.load),
    memory: Math.max(one.memory ?? 0, other.memory ?? 0) || null,
  };
};

const added = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );
