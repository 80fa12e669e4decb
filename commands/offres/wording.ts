import { shortDate } from '../../knowledge/answer/dates.ts';
import { link, type Span, type Text } from '../../knowledge/answer/text.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { catalogueAge, offerStatus } from '../../knowledge/catalogue/status.ts';

/** Standing of an offer on a day: neither « qualifiée » nor « retirée » once its term has passed. */
export const describeStatus = (offer: Offer, catalogue: Catalogue, today: string): string => {
  const status = offerStatus(offer, today);
  switch (status.state) {
    case 'qualified':
      return status.expiresOn === null
        ? 'qualifiée, échéance non relevée'
        : `qualifiée, échéance le ${shortDate(status.expiresOn)}`;
    case 'expiring':
      return `qualifiée, échéance le ${shortDate(status.expiresOn)} (${inDays(status.daysLeft)}), renouvellement non vérifié`;
    case 'overdue':
      return `échéance dépassée selon le catalogue du ${shortDate(catalogue.date)}, renouvellement non vérifié (échéance le ${shortDate(status.expiresOn)})`;
    case 'in_progress':
      return `qualification en cours au ${shortDate(offer.as_of)}, non acquise à cette date`;
    case 'historical':
      return `citée le ${shortDate(offer.as_of)}, rien de plus récent n’a été relevé`;
    case 'unknown':
      return `aucune qualification relevée au ${shortDate(offer.as_of)}`;
  }
};

const inDays = (days: number): string => {
  if (days === 0) return 'aujourd’hui';
  return days === 1 ? 'demain' : `dans ${days} jours`;
};

/** Remark on rows that rest on a single or doubtful transcription. */
export const CONFIDENCE: Record<Offer['confidence'], string> = {
  high: '',
  medium: ' ; relevé à confirmer',
  low: ' ; relevé peu sûr',
};

/** Date of the catalogue, sources of the rows shown (of the edition when there is none), official page to check. */
export const sourceLine = (
  catalogue: Catalogue,
  page: keyof Catalogue['official'],
  offers: readonly Offer[] = [],
): Text => {
  const sources = [...new Set(offers.map(({ source }) => catalogue.sources[source] ?? source))];
  const source = sources.length === 0 ? catalogue.edition : sources.join(' ; ');
  return [
    `Catalogue du ${shortDate(catalogue.date)}. Source : ${source}. À vérifier avant toute décision : `,
    officialLink(catalogue, page),
    '.',
  ];
};

const officialLink = (catalogue: Catalogue, page: keyof Catalogue['official']): Span =>
  link(PAGES[page], catalogue.official[page]);

const PAGES = {
  qualified: 'catalogue officiel de l’ANSSI',
  in_progress: 'page de l’ANSSI sur les qualifications en cours',
} as const;

/** Said when the catalogue is more than 60 days old. */
export const staleText = (catalogue: Catalogue, today: string): string =>
  `Ce catalogue date du ${shortDate(catalogue.date)}, soit ${catalogueAge(catalogue, today)} jours : il a pu changer.`;

/** Said when terms of qualification have passed. */
export const overdueText = (count: number): string =>
  count === 1
    ? 'Une échéance du catalogue est dépassée ; son renouvellement n’a pas été vérifié.'
    : `${count} échéances du catalogue sont dépassées ; leur renouvellement n’a pas été vérifié.`;

export const SERVICE_ONLY =
  'Une qualification vaut pour un service nommé : ni pour l’entreprise, ni pour un logiciel hébergé sur ce service.';
export const BOTH_ASKED =
  'Pour des données d’une sensibilité particulière, R9 demande deux choses : la qualification et l’immunité.';
export const IN_PROGRESS =
  'Une offre en cours de qualification n’est pas qualifiée ; rien ne dit qu’elle le sera, ni quand.';
export const NOT_QUALIFIED =
  'Ces clouds internes ne sont pas des offres SecNumCloud : R9 ne vise que le recours à une offre commerciale, et être « associé au standard SecNumCloud » n’est pas être qualifié. Le site de la DINUM les dit « non soumis à la qualification » (hors corpus, à vérifier).';
export const UGAP = 'Figurer au catalogue de l’UGAP (cercle 3) ne prouve aucune qualification :';
export const NONE_IN_PROGRESS =
  'Ce catalogue ne contient pas d’offre en cours qui corresponde à la demande. Il peut être incomplet.';
