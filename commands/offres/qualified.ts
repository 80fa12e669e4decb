import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { findOffers } from '../../knowledge/catalogue/find.ts';
import { offerStatus } from '../../knowledge/catalogue/status.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { createQuotes, echo, type Frame, paragraph } from '../answers.ts';
import { listNotices, offerData, offerLines } from './lines.ts';
import type { OffersRequest } from './request.ts';
import { BOTH_ASKED, sourceLine } from './wording.ts';

const R9_ASKS =
  "l'offre de cloud commerciale retenue devra impérativement respecter la qualification SecNumCloud (ou une qualification européenne garantissant un niveau au moins équivalent, notamment de cybersécurité) et être immunisée contre tout accès non autorisé par des autorités publiques d'Etat tiers.";

/** `!offres secnumcloud`: qualified offers, then those whose term has passed; others only for a named provider. */
export const qualifiedOffers = (
  corpus: Corpus,
  catalogue: Catalogue,
  { services, words }: OffersRequest,
  common: Frame,
): Answer => {
  const today = common.asOf;
  const found = findOffers(catalogue, words);
  const inLevels = (offer: Offer) =>
    services.length === 0 || offer.services.some((service) => services.includes(service));
  const ofState = (...states: string[]) => found.filter((o) => states.includes(offerStatus(o, today).state));
  const current = ofState('qualified', 'expiring');
  const overdue = ofState('overdue');
  const shown = [...current, ...overdue].filter((offer) => inLevels(offer));
  const levelUnknown = [...current, ...overdue].filter((o) => o.services.length === 0 && !inLevels(o));
  const others = words === '' ? [] : ofState('in_progress', 'historical', 'unknown');
  const lines = (title: string, offers: readonly Offer[]) => offerLines(title, offers, catalogue, today);
  const quotes = createQuotes(corpus);
  return {
    ...common,
    kind: 'report',
    title: 'Offres SecNumCloud',
    blocks: [
      paragraph(...sourceLine(catalogue, 'qualified', [...shown, ...levelUnknown, ...others])),
      ...(shown.length === 0 ? [paragraph(nothing(services, words))] : []),
      ...lines(
        `Qualifiées selon le catalogue du ${shortDate(catalogue.date)}`,
        current.filter((offer) => inLevels(offer)),
      ),
      ...lines(
        'Échéance dépassée',
        overdue.filter((offer) => inLevels(offer)),
      ),
      ...lines('Qualifiées, mais niveau de service non relevé', levelUnknown),
      ...lines('Non qualifiées selon ce catalogue', others),
      paragraph(BOTH_ASKED),
      quotes.block('circulaire-2023#R9.secnumcloud', R9_ASKS),
    ],
    notices: listNotices(shown, catalogue, today),
    citations: quotes.all(),
    data: {
      command: 'offres',
      list: 'secnumcloud',
      catalogueDate: catalogue.date,
      services,
      words,
      offers: offerData([...shown, ...levelUnknown, ...others], today),
    },
  };
};

const nothing = (services: readonly string[], words: string): string => {
  const level = services.length === 0 ? '' : ` de niveau ${services.join(' ou ')}`;
  const provider = words === '' ? '' : ` pour « ${echo(words)} »`;
  return `Ce catalogue ne contient pas d’offre qualifiée${level}${provider}. Il peut être incomplet.`;
};
