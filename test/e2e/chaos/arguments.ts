import { parseArgs } from 'node:util';

export interface Arguments {
  /** Names of scenarios, or beginnings of names; none means all. */
  readonly only: readonly string[];
  readonly seed: number;
  /** After so many minutes nothing more is begun. */
  readonly minutes: number;
  readonly short: boolean;
  readonly list: boolean;
  /** Puts what was measured into docs/fiabilite.jsonl and the page drawn from it. */
  readonly write: boolean;
  /** Adds what was measured to the figures of another seed, in the place of taking theirs. */
  readonly add: boolean;
}

export const USAGE =
  'npm run chaos -- [--list] [--only NOM[,NOM…]] [--seed 7] [--minutes 25] [--short] [--write [--add]]\n' +
  'Exemple : npm run chaos -- --only faute-1,points --seed 7\n';

/** @returns a French sentence when the arguments cannot be understood */
export const readArguments = (given: readonly string[], names: readonly string[]): Arguments | string => {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(given);
  } catch (error) {
    return `Arguments illisibles : ${given.join(' ')} (${error instanceof Error ? error.message : error}).`;
  }
  const only = (values.only ?? '').split(',').filter((name) => name !== '');
  const unknown = only.find((name) => !names.some((known) => known.startsWith(name)));
  if (unknown !== undefined)
    return `Épreuve inconnue : « ${unknown} ». Attendu : un nom de la liste (--list), par exemple ${names[0]}.`;
  const seed = Number(values.seed ?? 7);
  if (!Number.isInteger(seed)) return `--seed ${values.seed} : attendu un entier, par exemple 7.`;
  const minutes = Number(values.minutes ?? Number.POSITIVE_INFINITY);
  if (!(minutes > 0)) return `--minutes ${values.minutes} : attendu un nombre de minutes, par exemple 25.`;
  const { short = false, list = false, write = false, add = false } = values;
  return { only, seed, minutes, short, list, write, add };
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      short: { type: 'boolean' },
      list: { type: 'boolean' },
      write: { type: 'boolean' },
      add: { type: 'boolean' },
    },
  }).values;
