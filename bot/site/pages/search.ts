import { ADDRESSES } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** Leads to the page of search, which does the rest. */
export const searchForm: Html = html`<form class="search" action="${ADDRESSES.search}" method="get" role="search">
<label for="mots">Chercher dans les textes et les fiches</label>
<div class="search-line"><input type="search" id="mots" name="q" autocomplete="off" aria-describedby="aide-recherche"><button>Chercher</button></div>
<p id="aide-recherche">La recherche va par mots, et trouve des passages et des fiches. Pour une réponse, posez la question au robot.</p>
</form>`;

/** @param kilobytes what the first search loads, before any compression */
export const searchPage = (kilobytes: number): Page => ({
  address: ADDRESSES.search,
  title: 'Recherche',
  script: true,
  body: html`<h1>Recherche</h1>
${searchForm}
<p class="count">L’index (${kilobytes} Ko, moins si le serveur compresse) se charge à la première recherche. Il reste dans cette page : ce que vous cherchez n’est envoyé nulle part.</p>
<noscript><p class="caution">La recherche a besoin de JavaScript. Sans lui : <a href="${ADDRESSES.texts}">les textes</a>, avec leur sommaire, et <a href="${ADDRESSES.cards}">les fiches par thème</a>.</p></noscript>
<p id="etat" role="status"></p>
<ol id="resultats" class="results"></ol>`,
});
