import { concernsLaterLaw } from '../../../knowledge/later-law/later-law.ts';
import type { Card } from '../../../knowledge/question/schemas.ts';
import { reviewHash, reviewState } from '../../../knowledge/review/review.ts';
import { ADDRESSES, cardAddress, sheetAddress, themeAddress } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { type Html, html, type Value } from '../html.ts';
import type { Library, Theme } from '../library.ts';
import { counted, dateOf, langOf, passageLink, prose, REVIEW } from '../words.ts';

/** The list of themes, the list of cards of each, and each card. */
export const cardPages = (library: Library): readonly Page[] => {
  const { themes } = library;
  return [
    { address: ADDRESSES.cards, title: 'Les fiches', body: listOfThemes(themes) },
    ...themes.map((theme) => themePage(theme, library)),
    ...themes.flatMap((theme) => theme.cards.map((card) => cardPage(card, theme, library))),
  ];
};

export const themeLink = ({ name, title }: Theme, address = themeAddress(name)): Html =>
  html`<a href="${address}"${langOf(langOfTheme(name))}>${prose(title)}</a>`;

const langOfTheme = (name: string): Card['lang'] => (name.startsWith('english-') ? 'en' : 'fr');

const listOfThemes = (themes: readonly Theme[]): Html => html`<h1>Les fiches</h1>
<p>Une fiche répond en quelques phrases à une question souvent posée, et ne dit rien de plus que les extraits qu’elle cite. Elles sont rangées par thème.</p>
<ul class="list">${themes.map((theme) => html`<li>${themeLink(theme)} <span class="count">${counted(theme.cards.length, 'fiche')}</span></li>\n`)}</ul>`;

const themePage = (theme: Theme, library: Library): Page => ({
  address: themeAddress(theme.name),
  title: prose(theme.title),
  trail: [['Fiches', ADDRESSES.cards]],
  body: html`<h1${langOf(langOfTheme(theme.name))}>${prose(theme.title)}</h1>
<p><a href="${sheetAddress(theme.name)}">Feuille de relecture à imprimer</a></p>
<ul class="list">${theme.cards.map((card) => html`<li>${cardLink(card)} ${stamp(card, library)}</li>\n`)}</ul>`,
});

export const cardLink = (card: Card): Html =>
  html`<a href="${cardAddress(card)}"${langOf(card.lang)}>${prose(card.title, card.lang)}</a>`;

/** « non relue », « relue »… */
const stamp = (card: Card, { corpus }: Library): Html => {
  const state = reviewState(card, corpus);
  return html`<span class="review ${state}">${REVIEW[state]}</span>`;
};

const cardPage = (card: Card, theme: Theme, library: Library): Page => {
  const { corpus, laterLaw, cards } = library;
  const citations = card.sentences.flatMap((one) =>
    one.citations.map(({ passage, quote }) => corpus.cite(passage, quote)),
  );
  const twin = cards.find(({ id, lang }) => id === card.id && lang !== card.lang);
  return {
    address: cardAddress(card),
    title: prose(card.title, card.lang),
    trail: [
      ['Fiches', ADDRESSES.cards],
      [prose(theme.title), themeAddress(theme.name)],
    ],
    body: html`<h1${langOf(card.lang)}>${prose(card.title, card.lang)}</h1>
${reviewNote(card, library)}
<h2>Réponse</h2>
<ol class="sentences">${card.sentences.map((sentence, at) => html`<li>${sentenceOf(sentence, at === 0, card, library)}</li>\n`)}</ol>
${concernsLaterLaw(laterLaw, citations) && html`<p class="caution"><strong>Hors corpus, à vérifier : </strong><a href="${ADDRESSES.laterLaw}">des textes postérieurs touchent ce point</a>. Le robot l’ajoute à sa réponse.</p>`}
<h2>Questions qui appellent cette fiche</h2>
<ul${langOf(card.lang)}>${card.questions.map((question) => html`<li>${prose(question, card.lang)}</li>`)}</ul>
${twin !== undefined && html`<p>Dans l’autre langue : ${cardLink(twin)}</p>`}`,
  };
};

const reviewNote = (card: Card, { corpus }: Library): Html => {
  const state = reviewState(card, corpus);
  const by = card.reviewed;
  return html`<p class="review-note"><span class="review ${state}">${REVIEW[state]}</span> ${
    by !== undefined && html`Relecture du ${dateOf(by.on)}, ${prose(by.function)}. `
  }Version <code>${reviewHash(card, corpus)}</code>, fiche <code>${card.id}</code>.</p>`;
};

/** A sentence of a card with its proofs under it, each a link to its passage. */
export const sentenceOf = (
  { text, citations }: Card['sentences'][number],
  lead: boolean,
  card: Card,
  { corpus }: Library,
): Html => html`<p class="${lead ? 'lead' : 'sentence'}"${langOf(card.lang)}>${prose(text, card.lang)}</p>
${citations.map(({ passage: id, quote }): Value => {
  const passage = corpus.passages.get(id);
  if (passage === undefined) return null;
  return html`<figure><blockquote${langOf(passage.lang)}>${quote.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>
<figcaption>${passageLink(passage, corpus.documents.get(passage.documentId))} <span class="count">${id.split('#')[1] ?? ''}</span></figcaption></figure>
`;
})}`;
