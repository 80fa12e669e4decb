import type { Card } from '../../../knowledge/question/schemas.ts';
import { type ReviewState, reviewHash, reviewState } from '../../../knowledge/review/review.ts';
import { ADDRESSES, sheetAddress, themeAddress } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { type Html, html } from '../html.ts';
import type { Library, Theme } from '../library.ts';
import { scrolling } from '../markdown.ts';
import { counted, langOf, prose, REVIEW } from '../words.ts';
import { cardLink, sentenceOf, themeLink } from './cards.ts';

/** Where the review of the cards stands, and a sheet to print for each theme. */
export const reviewPages = (library: Library): readonly Page[] => [
  { address: ADDRESSES.review, title: 'Relecture des fiches', body: overview(library) },
  ...library.themes.map((theme) => sheet(theme, library)),
];

const overview = (library: Library): Html => {
  const { themes, corpus } = library;
  const count = (theme: Theme, state: ReviewState): number =>
    theme.cards.filter((card) => reviewState(card, corpus) === state).length;
  const toSee = themes
    .flatMap(({ cards }) => cards)
    .filter((card) => ['card-changed', 'passage-changed'].includes(reviewState(card, corpus)));
  const all = themes.reduce((sum, { cards }) => sum + cards.length, 0);
  const done = themes.reduce((sum, theme) => sum + count(theme, 'reviewed'), 0);
  return html`<h1>Relecture des fiches</h1>
<p>${counted(done, 'fiche relue', 'fiches relues')} sur ${all}. Une relecture porte sur le titre, les phrases, les citations et les passages cités ; elle tombe dès que l’un d’eux change.</p>
${toSee.length > 0 && html`<h2>À revoir</h2><ul class="list">${toSee.map((card) => html`<li>${cardLink(card)} <span class="review card-changed">${REVIEW[reviewState(card, corpus)]}</span></li>`)}</ul>`}
<h2>Par thème</h2>
${scrolling(
  html`<table><thead><tr><th scope="col">Thème</th><th scope="col">Fiches</th><th scope="col">Relues</th><th scope="col">À revoir</th><th scope="col">Feuille</th></tr></thead>
<tbody>${themes.map(
    (theme) =>
      html`<tr><th scope="row">${themeLink(theme)}</th><td>${theme.cards.length}</td><td>${count(theme, 'reviewed')}</td><td>${count(theme, 'card-changed') + count(theme, 'passage-changed')}</td><td class="short-cell"><a href="${sheetAddress(theme.name)}">à imprimer<span class="hidden"> : ${prose(theme.title)}</span></a></td></tr>
`,
  )}</tbody></table>`,
  'Relecture par thème',
)}`;
};

/** For a meeting without a computer: each card whole, with room for yes, no and a remark. */
const sheet = (theme: Theme, library: Library): Page => ({
  address: sheetAddress(theme.name),
  title: `Feuille de relecture : ${theme.title}`,
  trail: [
    ['Relecture', ADDRESSES.review],
    [prose(theme.title), themeAddress(theme.name)],
  ],
  body: html`<h1>Feuille de relecture : ${prose(theme.title)}</h1>
<p class="fill">Relue par (fonction) : <span class="line"></span> le : <span class="line short"></span></p>
<p>Pour chaque fiche : les phrases disent-elles ce que disent les extraits, et rien de plus ? Les questions, en petits caractères, appellent-elles bien cette fiche ? ${counted(theme.cards.length, 'fiche')}.</p>
${theme.cards.map((card, at) => sheetCard(card, at + 1, library))}`,
});

const sheetCard = (card: Card, number: number, library: Library): Html => html`<section class="sheet">
<h2${langOf(card.lang)}>${number}. ${prose(card.title, card.lang)}</h2>
<p class="review-note">Fiche <code>${card.id}</code>, version <code>${reviewHash(card, library.corpus)}</code>, ${REVIEW[reviewState(card, library.corpus)]}</p>
<ol class="sentences">${card.sentences.map((sentence, at) => html`<li>${sentenceOf(sentence, at === 0, card, library)}</li>`)}</ol>
<p class="asked"${langOf(card.lang)}>${card.questions.map((question) => prose(question, card.lang)).join(' – ')}</p>
<div class="answer"><p class="fill"><span class="box"></span> oui <span class="box"></span> non, remarque : <span class="line"></span></p>
<p class="fill"><span class="line whole"></span></p></div>
</section>
`;
