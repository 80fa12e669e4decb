import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { cite, type Span, strong } from '../../knowledge/answer/text.ts';
import type { Catalogue, Offer } from '../../knowledge/catalogue/catalogue.ts';
import { findOffers } from '../../knowledge/catalogue/find.ts';
import { namesProvider } from '../../knowledge/catalogue/provider-names.ts';
import { catalogueAge, isStale, offerStatus } from '../../knowledge/catalogue/status.ts';
import { bullets, type Frame, paragraph } from '../answers.ts';
import type { OffersRequest } from './request.ts';
import { BRIEF } from './wording-brief.ts';

/** Offers shown to a question asked in plain words. */
const SHOWN = 6;

/**
 * What a question in plain words gets of `!offres secnumcloud`: the answer of the dated catalogue in one sentence, the first
 * offers, what a qualification is worth. `whole` is the command's own answer.
 */
export const briefOffers = (
  whole: Answer,
  catalogue: Catalogue,
  { services, words }: OffersRequest,
  common: Frame,
): Answer => {
  const today = common.asOf;
  const says = BRIEF[common.lang];
  const found = findOffers(catalogue, words).filter(
    (offer) =>
      (words === '' || namesProvider(offer, words.split(' '))) &&
      (services.length === 0 || offer.services.some((service) => services.includes(service))),
  );
  const inState = (...states: readonly string[]) =>
    found.filter((offer) => states.includes(offerStatus(offer, today).state));
  const current = inState('qualified', 'expiring');
  const overdue = inState('overdue');
  const shown = [...current, ...overdue, ...(words === '' ? [] : inState('in_progress'))];
  const state = overdue.length > 0 ? 'overdue' : inState('in_progress').length > 0 ? 'in_progress' : 'none';
  const who = found[0]?.provider.replace(/ ?\(.*\)$/, '') ?? words;
  const day = shortDate(catalogue.date);
  const lead =
    words === ''
      ? says.count(current.length, day, services.join(', '))
      : says.provider(who, day, current.length > 0 ? 'qualified' : state, current.length);
  return {
    ...common,
    kind: 'report',
    title: '',
    blocks: [
      paragraph(strong(lead)),
      ...(shown.length === 0
        ? []
        : [bullets(shown.slice(0, SHOWN).map((offer) => lineOf(offer, today, common.lang)))]),
      ...(shown.length > SHOWN ? [paragraph(says.others(shown.length - SHOWN))] : []),
      paragraph(says.worth, ' ', cite(0)),
    ],
    notices: isStale(catalogue, today)
      ? [{ code: 'catalogue-ancien', text: [says.stale(day, catalogueAge(catalogue, today))] }]
      : [],
    citations: whole.citations,
    ...(whole.data === undefined ? {} : { data: whole.data }),
  };
};

const lineOf = (offer: Offer, today: string, lang: Lang): readonly Span[] => {
  const levels = offer.services.length === 0 ? '' : ` (${offer.services.join(', ')})`;
  const status = offerStatus(offer, today);
  const term = 'expiresOn' in status && status.expiresOn !== null ? shortDate(status.expiresOn) : null;
  const provider = offer.provider.replace(/ ?\(.*\)$/, '');
  return [strong(offer.offer), `, ${provider}${levels}${BRIEF[lang].term(status.state, term)}`];
};
