import type { DossierFacts } from '../rules/dossier-types.ts';
import { createFinder, type Mention, wholeWords } from './lexicon.ts';
import type { FactLexicon, HostingWord, ProviderWord } from './load-lexicon.ts';
import { clauseBefore } from './negation.ts';

/** Where the project is or would be hosted, with whom, and the words that say so. */
export interface HostingFound {
  readonly hosting: DossierFacts['hebergement'];
  readonly hostingAt: Mention | null;
  readonly provider: ProviderWord | null;
  readonly providerAt: Mention | null;
  readonly foreign: boolean | null;
}

/**
 * Reads the hosting that is meant: what is left, set aside or only compared with does not count
 * (« on quitte Azure pour Outscale », « nos serveurs plutôt qu'AWS »); where one would go comes before where one is.
 */
export const createHostingReader = ({
  hosting,
  providers,
}: Pick<FactLexicon, 'hosting' | 'providers'>): ((folded: string) => HostingFound) => {
  const findHosting = createFinder(hosting);
  const findLaw = createFinder(hosting.filter(({ foreign }) => foreign !== null));
  const findProviders = createFinder(providers);
  return (folded) => {
    const named = findProviders(folded);
    const found = [...named, ...findHosting(folded)].map((mention) => ({
      mention,
      standing: standingOf(mention, folded, named),
    }));
    const meant = found.some(({ standing }) => standing === 'meant') ? 'meant' : 'left';
    const kept = found.filter(({ standing }) => standing === meant).map(({ mention }) => mention);
    const kinds = kept.filter(isHosting);
    const provider = bestProvider(kept.filter(isProvider), folded);
    const kind = kindOf(kinds, provider, folded);
    // « chez un fournisseur suisse » is longer than « fournisseur suisse », which it holds.
    const said =
      kinds.find(({ entry }) => entry.foreign !== null) ??
      findLaw(folded).find((law) => kinds.some(({ start, end }) => start <= law.start && law.end <= end));
    return {
      hosting: kind?.hosting ?? null,
      hostingAt: kind?.at ?? null,
      provider: kind?.hosting === 'hors_cloud' ? null : (provider?.entry ?? null),
      providerAt: kind?.hosting === 'hors_cloud' ? null : provider,
      foreign:
        said?.entry.foreign ?? (kind?.hosting === 'hors_cloud' ? null : (provider?.entry.foreign ?? null)),
    };
  };
};

const isProvider = (mention: Mention<ProviderWord | HostingWord>): mention is Mention<ProviderWord> =>
  'collaborative' in mention.entry;
const isHosting = (mention: Mention<ProviderWord | HostingWord>): mention is Mention<HostingWord> =>
  !isProvider(mention);

type Placed = { readonly hosting: NonNullable<DossierFacts['hebergement']>; readonly at: Mention };

/** A move decides; else own machines, then what is offered by somebody else; internal and commercial together say nothing. */
const kindOf = (
  kinds: readonly Mention<HostingWord>[],
  provider: Mention<ProviderWord> | null,
  folded: string,
): Placed | null => {
  const all: readonly Placed[] = [
    ...kinds.map((at) => ({ hosting: at.entry.value, at })),
    ...(provider === null ? [] : [{ hosting: provider.entry.hosting, at: provider }]),
  ];
  const aimed = all.filter(({ at }) => isAimedAt(at, folded));
  const pool = aimed.length > 0 ? aimed : all;
  const first = (hosting: Placed['hosting']): Placed | undefined =>
    pool.find((placed) => placed.hosting === hosting);
  const own = first('hors_cloud');
  if (own !== undefined && (aimed.length === 0 || pool.every((placed) => placed.hosting === 'hors_cloud')))
    return own;
  const internal = first('interne');
  const commercial = first('commercial');
  if (internal !== undefined && commercial !== undefined) {
    return provider?.entry.hosting === 'commercial' ? commercial : null;
  }
  return internal ?? commercial ?? own ?? null;
};

const bestProvider = (
  named: readonly Mention<ProviderWord>[],
  folded: string,
): Mention<ProviderWord> | null => {
  const score = (mention: Mention<ProviderWord>): number =>
    RANKS[mention.entry.rank] +
    (isAimedAt(mention, folded) ? 4 : 0) +
    (/(?<![a-z])(?:chez|heberge[a-z]*|hosted (?:by|with|on|at))(?: (?:sur|chez|a [a-z]+ chez))? $/.test(
      clauseBefore(folded, mention.start),
    )
      ? 2
      : 0);
  const ranked = named.toSorted((a, b) => score(b) - score(a));
  const [first] = ranked;
  const second = ranked.find(({ entry }) => entry.value !== first?.entry.value);
  if (first === undefined) return null;
  return second !== undefined && score(first) === score(second) && areAlternatives(first, second, folded)
    ? null
    : first;
};

/** « Nubo ou Pi ? »: which of them is not said. */
const areAlternatives = (a: Mention, b: Mention, folded: string): boolean =>
  /^ ?(?:ou|or|vs|versus|\/)(?: (?:sur|chez|bien|le))* ?$/.test(
    folded.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)),
  );

const RANKS: Record<ProviderWord['rank'], number> = { product: 3, plain: 2, company: 0 };

/** One of the patterns stands at the end. */
const endsWith = (...patterns: readonly string[]): RegExp =>
  new RegExp(`${wholeWords(patterns, '').source}[ ',-]*$`);

const WORDS = '(?: [a-z]+)';
/** Denied, or only compared with. */
const ASIDE = endsWith(
  `(?:pas|plus|jamais|not|never)${WORDS}{0,3}`,
  `(?:plutot|rather|autre chose|mieux|moins)${WORDS}? (?:que|qu|than)(?: (?:d )?[a-z]+){0,3}`,
  `(?:au lieu|instead|a la place|en plus|comme alternative)(?: (?:de|d|of|a))?${WORDS}{0,2}`,
  `(?:hors|sauf|except|sans)${WORDS}?`,
  'comme',
);
/** « comme pour un fournisseur privé ». */
const COMPARED = endsWith(
  '(?:comme|like|as)(?: (?:pour|chez|avec|sur|with|for))(?: (?:une?|le|la|les|des|a|an|any))?',
);
/** Where one is, and goes from. */
const LEFT = endsWith(
  `(?:quitt|abandonn|lach|remplac|replac)[a-z]*${WORDS}{0,2}`,
  '(?:partir|sortir|leave|leaving|away from|move off|from)(?: de)?',
  '(?:passe|passons|passer|migre|migrons|migrer|bascule|basculer|move|migrate)[a-z]* (?:de|d|from)(?: chez)?',
  `(?:aujourd hui|actuellement|currently|today|avant|auparavant)${WORDS}{0,3}`,
);
/** « AWS -> Outscale » leaves AWS, and so does « AWS vers Outscale »; « Azure pour Teams » stays. */
const LEFT_AFTER = /^ ?(?:->|→|=>)(?! ?cloud)/;
const goesOn = ({ end }: Mention, folded: string, named: readonly Mention<ProviderWord>[]): boolean => {
  const to = /^ (?:a|vers|pour) /.exec(folded.slice(end))?.[0].length ?? 0;
  return to > 0 && named.some(({ start, entry }) => start === end + to && !entry.collaborative);
};
const SPEAKS_AFTER = /^ (?:nous )?(?:dit|affirme|pretend|raconte|explique)(?![a-z])/;
const TARGET = /(?:->|→|=>|vers|towards) ?$/;
const MEANT =
  /(?:pas (?:possible|encore|sur|seulement)|pas (?:la |le )?choix|->|→|vers|pour|chez nous|to) ?$|(?<![a-z])(?:mais|but|pour|vers)(?: [a-z]+)? $/;

type Standing = 'meant' | 'left' | 'aside';

const standingOf = (mention: Mention, folded: string, named: readonly Mention<ProviderWord>[]): Standing => {
  const before = clauseBefore(folded, mention.start);
  const after = folded.slice(mention.end, mention.end + 40);
  if (COMPARED.test(before)) return 'aside';
  if (TARGET.test(before)) return 'meant';
  if (SPEAKS_AFTER.test(after)) return 'aside';
  if (LEFT_AFTER.test(after) || goesOn(mention, folded, named)) return 'left';
  if (MEANT.test(before)) return 'meant';
  return ASIDE.test(before) ? 'aside' : LEFT.test(before) ? 'left' : 'meant';
};

const AIMED = wholeWords(
  [
    'pass(?:er|e|ons|ent|erait)',
    'migr(?:er|e|ons|ation|ent|ate)',
    'bascul(?:er|e|ons|ent)',
    'mettre',
    'pouss(?:e|er|ent)',
    'propos[a-z]*',
    'vers',
    'prendre',
    'prenait',
    'souhait[a-z]*',
    'voudr[a-z]*',
    'veu(?:t|x|lent)',
    'pens(?:e|ons) a',
    'envisag[a-z]*',
    'monter',
    'move',
    'moving',
    'put',
    'plan to',
  ],
  '',
);
const AIMED_BEFORE = new RegExp(`${AIMED.source}(?:[ ',-]+[a-z0-9()]+){0,7}[ ',(-]*$`);

const isAimedAt = (mention: Mention, folded: string): boolean => {
  const before = clauseBefore(folded, mention.start);
  return AIMED_BEFORE.test(before) || /(?:->|→|=>) ?$/.test(before);
};
