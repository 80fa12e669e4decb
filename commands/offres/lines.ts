import type { Block, Notice } from '../../knowledge/answer/answer.ts';
import { strong } from '../../knowledge/answer/text.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { isStale, offerStatus } from '../../knowledge/catalogue/status.ts';
import { bullets } from '../answers.ts';
import { CONFIDENCE, describeStatus, overdueText, SERVICE_ONLY, staleText } from './wording.ts';

/** A titled list of offers, one line each; nothing when there is none. */
export const offerLines = (
  title: string,
  offers: readonly Offer[],
  catalogue: Catalogue,
  today: string,
): readonly Block[] =>
  offers.length === 0
    ? []
    : [
        { kind: 'subtitle', text: title },
        bullets(
          offers.map((offer) => [
            strong(offer.offer),
            `, ${offer.provider} : ${levels(offer)} ; ${describeStatus(offer, catalogue, today)}${CONFIDENCE[offer.confidence]}`,
          ]),
        ),
      ];

const levels = ({ services }: Offer): string =>
  services.length === 0 ? 'niveau de service non relevé' : services.join(', ');

/** The offers as JSON answers give them, with their standing at the day. */
export const offerData = (offers: readonly Offer[], today: string) =>
  offers.map((offer) => ({
    provider: offer.provider,
    offer: offer.offer,
    services: offer.services,
    state: offerStatus(offer, today).state,
    expiresOn: offer.expires_on,
    asOf: offer.as_of,
  }));

/** Notices of every list: a qualification is that of a service, an old catalogue is said to be old. */
export const listNotices = (
  offers: readonly Offer[],
  catalogue: Catalogue,
  today: string,
): readonly Notice[] => {
  const overdue = offers.filter((offer) => offerStatus(offer, today).state === 'overdue').length;
  return [
    { code: 'qualification-service', text: [SERVICE_ONLY] },
    ...(isStale(catalogue, today) ? [{ code: 'catalogue-ancien', text: [staleText(catalogue, today)] }] : []),
    ...(overdue > 0 ? [{ code: 'echeances-depassees', text: [overdueText(overdue)] }] : []),
  ];
};
