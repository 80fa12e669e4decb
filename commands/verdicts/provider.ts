import type { Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { describeStatus } from '../offres/wording.ts';

/** Services named in full; the others are counted, and listed by `!offres`. */
const SHOWN = 1;

/**
 * What can be said of a named provider: the standing of its services at the day by the catalogue, or, for one under
 * the law of a third State, what R9 asks of any. Null when nothing is known of it.
 * @param today local date, ISO 8601
 */
export const providerLine = (
  { fournisseur, extraeuropeen }: DossierFacts,
  catalogue: Catalogue,
  today: string,
  lang: Lang,
): string | null => {
  if (fournisseur === null) return null;
  const offers = offersOf(fournisseur, catalogue);
  if (offers.length === 0) return extraeuropeen === true ? FOREIGN[lang](fournisseur) : null;
  const date = shortDate(catalogue.date);
  if (lang === 'en') return LISTED_EN(fournisseur, date);
  const shown = offers
    .slice(0, SHOWN)
    .map((offer) => `« ${offer.offer} » ${describeStatus(offer, catalogue, today)}`)
    .join(' ; ');
  const more = offers.length - SHOWN;
  const others = more <= 0 ? '' : more === 1 ? ' ; et un autre service' : ` ; et ${more} autres services`;
  return `${fournisseur} : ${shown}${others} (catalogue du ${date}). ${ONLY_NAMED}`;
};

/** Offers of the catalogue by the usual name of their provider: « OVH » for « OVHcloud (OVH SAS) ». */
export const offersOf = (fournisseur: string, catalogue: Catalogue): readonly Offer[] => {
  const name = fold(fournisseur);
  if (name.length < SHORTEST) return [];
  return catalogue.offers.filter(({ provider }) => {
    const folded = fold(provider);
    return folded === name || folded.startsWith(name) || folded.includes(`(${name}`);
  });
};

/** Letters of the shortest name that is looked up: « OVH ». */
const SHORTEST = 3;

const ONLY_NAMED =
  'La qualification ne vaut que pour le service nommé, pas le logiciel hébergé dessus ; R9 demande aussi l’immunité.';

const LISTED_EN = (name: string, date: string): string =>
  `${name} has services in the catalogue of ${date}: a qualification is that of the named service itself, not of software hosted on it.`;

const FOREIGN: Record<Lang, (name: string) => string> = {
  fr: (name) =>
    `${name} : le lieu d’hébergement ne règle pas à lui seul l’immunité face aux autorités d’États tiers.`,
  en: (name) =>
    `${name}: the place of hosting does not settle by itself the immunity from authorities of third States.`,
};
