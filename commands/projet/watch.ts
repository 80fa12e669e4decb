import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { offerStatus } from '../../knowledge/catalogue/status.ts';
import type { SheetFacts } from '../../knowledge/project/facts.ts';
import { describeStatus } from '../offres/wording.ts';
import { offersOf } from '../verdicts/provider.ts';

/** Standing at the day of the services of the provider, by the catalogue; null when it lists none of them. */
export const providerStanding = (
  { fournisseur }: SheetFacts,
  catalogue: Catalogue,
  today: string,
): string | null => {
  const offers = fournisseur === null ? [] : offersOf(fournisseur, catalogue);
  if (offers.length === 0) return null;
  const shown = offers
    .slice(0, SHOWN)
    .map((offer) => `« ${offer.offer} » ${describeStatus(offer, catalogue, today)}`);
  const more = offers.length > SHOWN ? ` ; et ${offers.length - SHOWN} autres services` : '';
  return `catalogue du ${shortDate(catalogue.date)} : ${shown.join(' ; ')}${more}. Une qualification vaut pour le service nommé, pas pour un logiciel hébergé dessus.`;
};

/** The qualification of the provider that ends first, within 90 days or already past; null when none does. */
export const shortWatch = (
  { fournisseur }: SheetFacts,
  catalogue: Catalogue,
  today: string,
): string | null => {
  const offers = fournisseur === null ? [] : offersOf(fournisseur, catalogue);
  const [first] = offers
    .flatMap((offer): { offer: Offer; expiresOn: string; past: boolean }[] => {
      const status = offerStatus(offer, today);
      return status.state === 'expiring' || status.state === 'overdue'
        ? [{ offer, expiresOn: status.expiresOn, past: status.state === 'overdue' }]
        : [];
    })
    .toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));
  return first === undefined
    ? null
    : `« ${first.offer.offer} », qualification ${first.past ? 'échue le' : 'jusqu’au'} ${shortDate(first.expiresOn)}, renouvellement non vérifié`;
};

/** Services named in full. */
const SHOWN = 3;
