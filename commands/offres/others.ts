import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { findOffers } from '../../knowledge/catalogue/find.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { createQuotes, type Frame, paragraph } from '../answers.ts';
import { listNotices, offerData, offerLines } from './lines.ts';
import type { OffersRequest } from './request.ts';
import { BOTH_ASKED, IN_PROGRESS, NONE_IN_PROGRESS, NOT_QUALIFIED, sourceLine, UGAP } from './wording.ts';

/** `!offres internes`: the State's own clouds, from the corpus alone, and why they are no SecNumCloud offers. */
export const internalClouds = (corpus: Corpus, common: Frame): Answer => {
  const quotes = createQuotes(corpus);
  return {
    ...common,
    kind: 'report',
    title: 'Clouds internes de l’État (cercle 1)',
    blocks: [
      quotes.block('circulaire-2023#2.1.1.definition'),
      quotes.block('circulaire-2023#2.1.1.openstack'),
      quotes.block('circulaire-2023#2.1.1.rie'),
      quotes.block('circulaire-2023#2.1.1.couverture'),
      { kind: 'subtitle', text: 'Clouds internes et SecNumCloud' },
      paragraph(NOT_QUALIFIED),
      quotes.block('circulaire-2023#R9.rgpd', "Dans le cas d'un recours à une offre de cloud commerciale"),
      { kind: 'subtitle', text: 'Catalogue de l’UGAP' },
      paragraph(UGAP),
      quotes.block('circulaire-2023#2.1.2.ugap'),
    ],
    notices: [],
    citations: quotes.all(),
    data: { command: 'offres', list: 'internes', clouds: ['PI', 'NUBO'] },
  };
};

/** `!offres en-cours`: offers whose qualification is under way; none of them is qualified. */
export const offersInProgress = (
  catalogue: Catalogue,
  { services, words }: OffersRequest,
  common: Frame,
): Answer => {
  const found = findOffers(catalogue, words).filter(({ status }) => status === 'in_progress');
  const inLevels = (offer: Offer) =>
    services.length === 0 || offer.services.some((service) => services.includes(service));
  const offers = found.filter(inLevels);
  const levelUnknown = found.filter((offer) => offer.services.length === 0 && !inLevels(offer));
  return {
    ...common,
    kind: 'report',
    title: 'Offres en cours de qualification SecNumCloud',
    blocks: [
      paragraph(...sourceLine(catalogue, 'in_progress', [...offers, ...levelUnknown])),
      paragraph(IN_PROGRESS),
      ...(offers.length === 0 ? [paragraph(NONE_IN_PROGRESS)] : []),
      ...offerLines('En cours', offers, catalogue, common.asOf),
      ...offerLines('En cours, niveau de service non relevé', levelUnknown, catalogue, common.asOf),
    ],
    notices: listNotices(offers, catalogue, common.asOf),
    citations: [],
    data: {
      command: 'offres',
      list: 'en-cours',
      catalogueDate: catalogue.date,
      services,
      words,
      offers: offerData([...offers, ...levelUnknown], common.asOf),
    },
  };
};

/** `!offres bureautique`: collaborative suites of the catalogue, the State's suite, and what R14 asks. */
export const officeOffers = (corpus: Corpus, catalogue: Catalogue, common: Frame): Answer => {
  const offers = catalogue.offers.filter(({ uses }) => uses.includes('bureautique'));
  const quotes = createQuotes(corpus);
  return {
    ...common,
    kind: 'report',
    title: 'Bureautique et outils collaboratifs',
    blocks: [
      { kind: 'subtitle', text: 'Suite collaborative interministérielle' },
      quotes.block('circulaire-2023#2.2.suite-collaborative'),
      { kind: 'subtitle', text: 'Ce que demandent R14 et R9' },
      quotes.block('circulaire-2023#R14'),
      paragraph(BOTH_ASKED),
      quotes.block('circulaire-2023#R9.secnumcloud'),
      ...offerLines(`Offres au catalogue du ${shortDate(catalogue.date)}`, offers, catalogue, common.asOf),
      paragraph(...sourceLine(catalogue, 'qualified', offers)),
      paragraph('Office 365 et la note de 2021 : ', code('!o365'), '.'),
    ],
    notices: listNotices(offers, catalogue, common.asOf),
    citations: quotes.all(),
    data: {
      command: 'offres',
      list: 'bureautique',
      catalogueDate: catalogue.date,
      offers: offerData(offers, common.asOf),
    },
  };
};
