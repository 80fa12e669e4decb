import { type Service, services } from '../../knowledge/catalogue/catalogue.ts';
import { fold } from '../../knowledge/search/text/fold.ts';

type OffersList = 'secnumcloud' | 'internes' | 'en-cours' | 'bureautique';

/** What was asked of `!offres`. `list` is null when the words do not begin with the name of a list. */
export interface OffersRequest {
  readonly list: OffersList | null;
  readonly services: readonly Service[];
  /** Words of a provider or of an offer, folded; empty = all. */
  readonly words: string;
}

/** Reads the arguments of `!offres`: a list, then levels of service and words of a provider, in any order. */
export const readOffersRequest = (args: string): OffersRequest => {
  const [first = '', ...others] = fold(args.replace(/[?,;.]+/g, ' '))
    .replace(/^en cours\b/, 'en-cours')
    .split(' ');
  const list = lists.get(first) ?? null;
  const rest = list === null ? [first, ...others] : others;
  return {
    list,
    services: services.filter((service) => rest.includes(service.toLowerCase())),
    words: rest.filter((word) => !levels.has(word)).join(' '),
  };
};

const levels: ReadonlySet<string> = new Set(services.map((service) => service.toLowerCase()));

const lists: ReadonlyMap<string, OffersList> = new Map([
  ['secnumcloud', 'secnumcloud'],
  ['snc', 'secnumcloud'],
  ['qualifiees', 'secnumcloud'],
  ['internes', 'internes'],
  ['interne', 'internes'],
  ['en-cours', 'en-cours'],
  ['encours', 'en-cours'],
  ['bureautique', 'bureautique'],
  ['collaboratif', 'bureautique'],
]);
