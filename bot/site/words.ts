import type { Lang } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Passage, TextDocument } from '../../knowledge/corpus/corpus.ts';
import type { ReviewState } from '../../knowledge/review/review.ts';
import { labels } from '../render/labels.ts';
import { typeset } from '../render/typeset.ts';
import { passageAddress } from './addresses.ts';
import { type Html, html, type Value } from './html.ts';

/** A sentence of ours in the language of a card, set as French is where it is French. */
export const prose = (text: string, lang: Lang = 'fr'): string => (lang === 'fr' ? typeset(text) : text);

/** « FAQ de la DINUM, Périmètre », as a link to the passage. */
export const passageLink = (passage: Passage, document: TextDocument | undefined): Html => {
  const place =
    document?.shortTitle === passage.anchor ? [passage.anchor] : [document?.shortTitle, passage.anchor];
  return html`<a href="${passageAddress(passage.id)}">${place.filter((part) => part !== undefined).join(', ')}</a>`;
};

/** « 31/05/2023 », « janvier 2022 » as the text gives it, « sans date ». */
export const dateOf = (iso: string | null): string =>
  iso === null || iso === '' ? labels.fr.undated : shortDate(iso);

export const statusOf = ({ status }: Pick<TextDocument, 'status'>): string => labels.fr.status[status];

export const REVIEW: Readonly<Record<ReviewState, string>> = {
  never: 'non relue',
  'card-changed': 'modifiée depuis sa relecture',
  'passage-changed': 'un passage cité a changé depuis sa relecture',
  reviewed: 'relue',
};

/** `lang="en"` on what is not in French. */
export const langOf = (lang: Lang): Value => lang !== 'fr' && html` lang="${lang}"`;

/** « 1 fiche », « 12 fiches ». */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count > 1 ? many : one}`;
