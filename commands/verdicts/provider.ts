import type { Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { offerStatus } from '../../knowledge/catalogue/status.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { describeStatus } from '../offres/wording.ts';

/** Services named in full; the others are counted, and listed by `!offres`. */
const SHOWN = 1;

/** A remark on a provider, and the same in fewer words. */
export interface ProviderLine {
  readonly full: string;
  /** Null where the verdict says it already. */
  readonly short: string | null;
}

/**
 * What can be said of a named provider: the standing of its services at the day by the catalogue, or, for one under
 * the law of a third State, what R9 asks of any. Null when nothing is known of it.
 * @param today local date, ISO 8601
 * @param immunitySaid the verdict says already that R9 asks for immunity
 */
export const providerLine = (
  { fournisseur, extraeuropeen }: DossierFacts,
  catalogue: Catalogue,
  today: string,
  lang: Lang,
  immunitySaid = false,
): ProviderLine | null => {
  if (fournisseur === null) return null;
  const offers = offersOf(fournisseur, catalogue);
  if (offers.length === 0) {
    return extraeuropeen === true ? FOREIGN[lang](fournisseur, immunitySaid) : null;
  }
  const date = shortDate(catalogue.date);
  if (lang === 'en') return LISTED_EN(fournisseur, date);
  const only = immunitySaid ? ONLY_NAMED : `${ONLY_NAMED} ; R9 demande aussi l’immunité`;
  const [first] = offers;
  const qualified = offers.filter((offer) => QUALIFIED.has(offerStatus(offer, today).state)).length;
  const standing =
    qualified > SHOWN || first === undefined
      ? `${qualified} offres qualifiées au ${date}`
      : describeStatus(first, catalogue, today);
  const short = `${standing}${qualified > 0 ? ', le service nommé seul' : ''}`;
  const shown = offers
    .slice(0, SHOWN)
    .map((offer) => `« ${offer.offer} » ${describeStatus(offer, catalogue, today)}`)
    .join(' ; ');
  const more = offers.length - SHOWN;
  const others = more <= 0 ? '' : more === 1 ? ' ; et un autre service' : ` ; et ${more} autres services`;
  return {
    full: `${fournisseur} : ${shown}${others} (catalogue du ${date}). ${only}.`,
    short: `${fournisseur} : ${short}.${immunitySaid ? '' : ' R9 demande aussi l’immunité.'}`,
  };
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

/** Standings at which the catalogue calls a service qualified. */
const QUALIFIED: ReadonlySet<string> = new Set(['qualified', 'expiring']);

const ONLY_NAMED = 'La qualification ne vaut que pour le service nommé, pas le logiciel hébergé dessus';

const LISTED_EN = (name: string, date: string): ProviderLine => ({
  full: `${name} has services in the catalogue of ${date}: a qualification is that of the named service itself, not of software hosted on it.`,
  short: `${name}: only the service named in the catalogue of ${date} is qualified, not software on it.`,
});

const FOREIGN: Record<Lang, (name: string, immunitySaid: boolean) => ProviderLine> = {
  fr: (name, immunitySaid) => ({
    full: `${name} : le lieu d’hébergement ne règle pas à lui seul l’immunité face aux autorités d’États tiers.`,
    short: immunitySaid ? null : `${name} : le lieu d’hébergement ne règle pas à lui seul l’immunité.`,
  }),
  en: (name, immunitySaid) => ({
    full: `${name}: the place of hosting does not settle by itself the immunity from authorities of third States.`,
    short: immunitySaid ? null : `${name}: the place of hosting alone does not settle immunity.`,
  }),
};
