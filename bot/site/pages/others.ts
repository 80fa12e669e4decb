import type { Offer } from '../../../knowledge/catalogue/catalogue.ts';
import { ADDRESSES, textAddress } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { type Html, html } from '../html.ts';
import type { Library } from '../library.ts';
import { markdown, scrolling } from '../markdown.ts';
import { counted, dateOf, prose } from '../words.ts';
import { themeLink } from './cards.ts';
import { searchForm } from './search.ts';

/** The pages of which there is one: home, offers, commands, evaluation, later law. */
export const otherPages = (library: Library): readonly Page[] => [
  { address: ADDRESSES.home, title: 'Accueil', body: home(library) },
  { address: ADDRESSES.offers, title: 'Catalogue des offres', body: offers(library) },
  { address: ADDRESSES.commands, title: 'Les commandes', body: markdown(library.docs.commands) },
  {
    address: ADDRESSES.evaluation,
    title: 'Évaluation',
    lang: 'en',
    body: markdown(library.docs.evaluation, 'en'),
  },
  { address: ADDRESSES.laterLaw, title: 'Hors corpus', body: laterLaw(library) },
];

const home = ({ corpus, themes }: Library): Html => {
  const cards = themes.reduce((sum, theme) => sum + theme.cards.length, 0);
  const documents = [...corpus.documents.values()].toSorted((a, b) => a.rank - b.rank);
  return html`<h1>La doctrine « cloud au centre », texte par texte</h1>
<p class="lead">${counted(documents.length, 'texte')} repris mot pour mot, chaque passage à son adresse ; ${counted(cards, 'fiche')}, chacune avec ses preuves.</p>
${searchForm}
<div class="columns">
<section><h2>Textes</h2><ul class="list">${documents.map(({ id, shortTitle, date }) => html`<li><a href="${textAddress(id)}">${prose(shortTitle)}</a> <span class="count">${dateOf(date)}</span></li>`)}</ul></section>
<section><h2>Fiches par thème</h2><ul class="list">${themes.map((theme) => html`<li>${themeLink(theme)} <span class="count">${theme.cards.length}</span></li>`)}</ul></section>
</div>`;
};

const STATUS: Readonly<Record<Offer['status'], string>> = {
  qualified: 'qualifiée',
  in_progress: 'qualification en cours',
  historical: 'citée par un texte ancien',
  unknown: 'aucune qualification relevée',
};

const CONFIDENCE: Readonly<Record<Offer['confidence'], string>> = {
  high: 'forte',
  medium: 'moyenne',
  low: 'faible',
};

const offers = ({ catalogue }: Library): Html => {
  const sources = Object.keys(catalogue.sources);
  return html`<h1>Catalogue des offres</h1>
<p>${prose(catalogue.edition)}.</p>
<p>Une qualification appartient à un service nommé, non à une entreprise, et elle a un terme : une date passée ne dit ni le renouvellement ni le retrait, elle est à vérifier. Pages officielles : <a href="${catalogue.official.qualified}">offres qualifiées</a>, <a href="${catalogue.official.in_progress}">qualifications en cours</a>.</p>
${scrolling(
  html`<table><thead><tr>${['Offre', 'Fournisseur', 'Services', 'État', 'Qualifiée le', 'Jusqu’au', 'Référentiel', 'Relevé du', 'Confiance', 'Source'].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${catalogue.offers.map(
    (
      one,
    ) => html`<tr><th scope="row">${one.offer}</th><td>${one.provider}</td><td>${one.services.join(', ')}</td><td>${STATUS[one.status]}</td><td>${day(one.qualified_on)}</td><td>${day(one.expires_on)}</td><td>${one.referential ?? '–'}</td><td>${dateOf(one.as_of)}</td><td>${CONFIDENCE[one.confidence]}</td><td><a href="#source-${one.source}">${sources.indexOf(one.source) + 1}</a></td></tr>
`,
  )}</tbody></table>`,
  'Offres',
)}
<h2>Sources</h2>
<ol>${Object.entries(catalogue.sources).map(([name, words]) => html`<li id="source-${name}">${prose(words)}</li>`)}</ol>`;
};

const day = (iso: string | null): string => (iso === null ? 'non relevé' : dateOf(iso));

const laterLaw = ({ laterLaw: law, corpus }: Library): Html => html`<h1>Hors corpus, à vérifier</h1>
<p>Textes postérieurs aux textes du corpus, ou qui n’en sont pas, et qui touchent la règle R9 ou les dérogations. Aucun n’a été lu dans l’original : le robot les signale et n’en cite rien.</p>
<p>Liste établie le ${dateOf(law.recorded_on)} ; ${prose(law.source)}.</p>
<ul class="list">${law.entries.map(
  (
    entry,
  ) => html`<li><strong>${prose(entry.title)}</strong>${entry.says !== null && html` : ${prose(entry.says)}`}${entry.link !== null && html` (<a href="${entry.link}">${entry.link}</a>)`}</li>
`,
)}</ul>
<p>Abrogation : ${prose(law.repeal)}.</p>
<h2>Ce que cette liste peut changer</h2>
<ul class="list">${law.concerns.map(({ document, anchors }) => {
  const text = corpus.documents.get(document);
  return html`<li><a href="${textAddress(document)}">${prose(text?.shortTitle ?? document)}</a>${anchors !== undefined && html` : ${anchors.join(', ')}`}</li>`;
})}</ul>`;
