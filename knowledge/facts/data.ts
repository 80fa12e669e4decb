import type { Atteinte } from '../rules/sensibilite-types.ts';
import { ATTEINTES } from '../rules/sensibilite-types.ts';
import { createFinder, type Mention } from './lexicon.ts';
import type { DataWord, FactLexicon, StatementWord } from './load-lexicon.ts';
import { type Stance, stancesOf } from './negation.ts';

/** What is said of the data, each with the words that say so. Null or absent = not said. */
export interface DataFound {
  readonly categories: readonly Mention<DataWord>[];
  readonly personal: Said<boolean>;
  readonly health: Said<boolean>;
  readonly secret: Said<boolean>;
  readonly mission: Said<boolean>;
  readonly harms: Said<readonly Atteinte[]>;
}

export type Said<T> = { readonly value: T; readonly at: readonly Pick<Mention, 'start' | 'end'>[] } | null;

/**
 * Reads the data and what is stated of them. A category is not a secret: only a secret that is named counts. Data said
 * to be published or invented, and nothing else, are neither personal nor secret. « Non sensibles » states nothing.
 */
export const createDataReader = ({
  data,
  statements,
}: Pick<FactLexicon, 'data' | 'statements'>): ((folded: string) => DataFound) => {
  const findData = createFinder(data);
  const findStatements = createFinder(statements);
  return (folded) => {
    const named = withStances(folded, findData(folded));
    const stated = withStances(folded, findStatements(folded));
    const categories = named.flatMap(({ mention, stance }) => (stance === 'denied' ? [] : [mention]));
    const about = (value: StatementWord['value']): readonly Stated[] =>
      stated.filter(({ mention }) => mention.entry.value === value);
    const published = publishedIn(categories, anonymous(about('anonymes')) !== null);
    return {
      categories,
      personal:
        anonymous(about('anonymes')) ?? affirmed(about('personnelles')) ?? byNature(categories) ?? published,
      health: healthOf(named),
      secret: affirmed(about('secret')) ?? published,
      mission: affirmed(about('mission')),
      harms: harmsOf(stated),
    };
  };
};

interface Stated {
  readonly mention: Mention<StatementWord>;
  readonly stance: Stance;
}

const withStances = <M extends Mention>(
  folded: string,
  mentions: readonly M[],
): readonly { readonly mention: M; readonly stance: Stance }[] => {
  const stances = stancesOf(folded, mentions);
  return mentions.map((mention, index) => ({ mention, stance: stances[index] ?? 'said' }));
};

/** Said once, it holds; denied, it does not; only asked about, it is not known. */
const affirmed = (found: readonly Stated[]): Said<boolean> => {
  const said = found.filter(({ stance }) => stance === 'said');
  if (said.length > 0) return { value: true, at: said.map(({ mention }) => mention) };
  const denied = found.filter(({ stance }) => stance === 'denied');
  return denied.length > 0 ? { value: false, at: denied.map(({ mention }) => mention) } : null;
};

/** Data that are all published or invented; what an entity usually holds is no objection, nor are published aggregates. */
const publishedIn = (categories: readonly Mention<DataWord>[], anonymised: boolean): Said<boolean> => {
  const open = categories.filter(({ entry }) => entry.open);
  const others = categories.filter(({ entry }) => !entry.open && !entry.hint);
  return open.length > 0 && (others.length === 0 || anonymised) ? { value: false, at: open } : null;
};

const anonymous = (found: readonly Stated[]): Said<boolean> => {
  const said = found.filter(({ stance }) => stance === 'said').map(({ mention }) => mention);
  return said.length > 0 ? { value: false, at: said } : null;
};

const byNature = (categories: readonly Mention<DataWord>[]): Said<boolean> => {
  const personal = categories.filter(({ entry }) => entry.personal);
  return personal.length > 0 ? { value: true, at: personal } : null;
};

const healthOf = (
  named: readonly { readonly mention: Mention<DataWord>; readonly stance: Stance }[],
): Said<boolean> => {
  const health = named.filter(({ mention }) => mention.entry.health);
  const said = health.filter(({ stance }) => stance !== 'denied');
  if (said.length > 0) return { value: true, at: said.map(({ mention }) => mention) };
  return health.length > 0 ? { value: false, at: health.map(({ mention }) => mention) } : null;
};

/** How far the words of damage may stand from what they damage, in letters. */
const BESIDE = 90;

const harmsOf = (stated: readonly Stated[]): Said<readonly Atteinte[]> => {
  const damage = stated.filter(
    ({ mention, stance }) => mention.entry.value === 'harm' && stance !== 'denied',
  );
  const beside = ({ start, end }: Mention): boolean =>
    damage.some(({ mention }) => mention.start - end < BESIDE && start - mention.end < BESIDE);
  const harms = stated.filter(
    ({ mention, stance }) =>
      stance === 'said' &&
      ATTEINTES.some((harm) => harm === mention.entry.value) &&
      (mention.entry.needs === undefined || bearsDamage(mention) || beside(mention)),
  );
  if (harms.length > 0) {
    const at = harms.map(({ mention }) => mention);
    return { value: ATTEINTES.filter((harm) => at.some(({ entry }) => entry.value === harm)), at };
  }
  const none = stated.filter(({ mention }) => mention.entry.value === 'aucune').map(({ mention }) => mention);
  return none.length > 0 ? { value: [], at: none } : null;
};

/** « pertes de vies », « danger pour les personnes » hold their damage. */
const bearsDamage = ({ start, end, entry }: Mention<StatementWord>): boolean =>
  entry.value === 'sante_vie' && end - start > LONG;
const LONG = 14;
