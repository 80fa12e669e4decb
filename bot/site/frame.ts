import type { Lang } from '../../knowledge/answer/answer.ts';
import { ADDRESSES } from './addresses.ts';
import { type Html, html, type Value } from './html.ts';

/** A page before it is put in its frame. */
export interface Page {
  /** See addresses.ts. */
  readonly address: string;
  readonly title: string;
  /** Of what the page shows; the frame is in French. */
  readonly lang?: Lang;
  /** Where the page stands, from the home page down, itself left out. */
  readonly trail?: readonly (readonly [label: string, address: string])[];
  readonly body: Html;
  /** The page needs the search script. */
  readonly script?: boolean;
}

/** A whole page: the same head, navigation and foot everywhere. */
export const framed = (
  { title, lang = 'fr', trail = [], body, script = false, address }: Page,
  stamp: string,
): Html =>
  html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${NAME}</title>
<link rel="stylesheet" href="${ADDRESSES.style}">
${script && html`<script src="${ADDRESSES.script}" defer></script>`}
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header>
<p class="name"><a href="${ADDRESSES.home}">${NAME}</a></p>
<nav aria-label="Principale"><ul>${NAVIGATION.map(
    ([label, to]) =>
      html`<li><a href="${to}"${to === address && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>
</header>
<main id="contenu" tabindex="-1">
${trail.length > 0 && breadcrumb(trail)}
<div${lang === 'en' && html` lang="en"`}>
${body}
</div>
</main>
<footer>
<p>Cette salle de lecture montre ce que sait le robot « cloud au centre » : les textes mot pour mot, et les fiches qui en répondent. Elle n’est pas un site officiel et ne rend pas d’avis juridique ; le texte publié par son auteur fait foi.</p>
<p>Textes : version ${stamp}. Aucun traceur, aucun contenu d’un autre site. Aucune conformité au RGAA n’est déclarée.</p>
</footer>
</body>
</html>
`;

const NAME = 'Cloud au centre : salle de lecture';

const NAVIGATION: readonly (readonly [string, string])[] = [
  ['Recherche', ADDRESSES.search],
  ['Textes', ADDRESSES.texts],
  ['Fiches', ADDRESSES.cards],
  ['Hors corpus', ADDRESSES.laterLaw],
  ['Offres', ADDRESSES.offers],
  ['Commandes', ADDRESSES.commands],
  ['Évaluation', ADDRESSES.evaluation],
  ['Relecture', ADDRESSES.review],
];

const breadcrumb = (trail: NonNullable<Page['trail']>): Value =>
  html`<nav class="trail" aria-label="Fil d’Ariane"><ol>${trail.map(
    ([label, to]) => html`<li><a href="${to}">${label}</a></li>`,
  )}</ol></nav>`;
