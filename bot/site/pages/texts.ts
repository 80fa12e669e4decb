import type { Copy, Passage, TextDocument } from '../../../knowledge/corpus/corpus.ts';
import { ADDRESSES, passageAddress, textAddress } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { type Html, html, type Value } from '../html.ts';
import { type Library, passagesOf, textOfPassage } from '../library.ts';
import { scrolling } from '../markdown.ts';
import type { References } from '../references.ts';
import { dateOf, langOf, passageLink, prose, statusOf } from '../words.ts';
import { passageArticle } from './passage.ts';

/** The list of texts, which prevails first, then a page for each text in each of its languages. */
export const textPages = (library: Library, references: References): readonly Page[] => {
  const documents = [...library.corpus.documents.values()].toSorted((a, b) => a.rank - b.rank);
  return [
    { address: ADDRESSES.texts, title: 'Les textes', body: listOf(documents) },
    ...documents.flatMap((document) =>
      document.copies.map((copy) => textPage(document, copy, library, references)),
    ),
  ];
};

const listOf = (documents: readonly TextDocument[]): Html => html`<h1>Les textes</h1>
<p>Du texte qui prévaut au dernier. Chacun est repris mot pour mot ; la presse et les fournisseurs, par les seuls extraits que leurs droits permettent.</p>
${scrolling(
  html`<table><thead><tr><th scope="col">Texte</th><th scope="col">Auteur</th><th scope="col">Date</th><th scope="col">État</th></tr></thead>
<tbody>${documents.map(
    (
      one,
    ) => html`<tr><th scope="row"><a href="${textAddress(one.id)}">${prose(one.shortTitle)}</a></th><td>${prose(one.issuer)}</td><td>${dateOf(one.date)}</td><td>${statusOf(one)}</td></tr>
`,
  )}</tbody></table>`,
  'Les textes',
)}`;

const textPage = (document: TextDocument, copy: Copy, library: Library, references: References): Page => {
  const passages = passagesOf(library.corpus, document.id, copy.lang);
  const text = textOfPassage(passages[0]?.id ?? document.id);
  return {
    address: textAddress(text),
    title: copy.lang === 'fr' ? document.shortTitle : `${document.shortTitle} (traduction anglaise)`,
    trail: [['Textes', ADDRESSES.texts]],
    body: html`<h1${langOf(copy.lang)}>${prose(copy.title, copy.lang)}</h1>
${header(document, copy, library)}
${contents(passages)}
<div class="text">
${sections(passages).map(
  ({ headings, passages: own }) => html`${headings}
${own.map((passage) => passageArticle(passage, library, references))}`,
)}</div>`,
  };
};

/** Anchor of a heading, apart from those of the passages. */
const headingId = (passage: Passage, level: number): string =>
  `titre-${level}-${passage.id.split('#')[1] ?? ''}`;

/** Passages under the headings that open them; the title of the text is left out. */
const sections = (passages: readonly Passage[]) => {
  const list: { headings: Html[]; passages: Passage[] }[] = [];
  let path: readonly string[] = [];
  for (const passage of passages) {
    const own = passage.path.slice(1);
    const same = own.findIndex((title, at) => title !== path[at]);
    const fresh = same < 0 ? [] : own.slice(same);
    if (fresh.length > 0 || list.length === 0) {
      const first = own.length - fresh.length;
      const headings = fresh.map((title, at) => {
        const level = Math.min(6, first + at + 2);
        return html`<h${level} id="${headingId(passage, level)}"${langOf(passage.lang)}>${title}</h${level}>\n`;
      });
      list.push({ headings, passages: [] });
    }
    list.at(-1)?.passages.push(passage);
    path = own;
  }
  return list;
};

const contents = (passages: readonly Passage[]): Value => {
  const places = passages.filter((one, at) => one.anchor !== passages[at - 1]?.anchor);
  return (
    places.length > 2 &&
    html`<details class="contents"><summary>Sommaire</summary><ul>${places.map(
      ({ id, anchor }) => html`<li><a href="${passageAddress(id)}">${anchor}</a></li>`,
    )}</ul></details>`
  );
};

const header = (document: TextDocument, copy: Copy, { corpus, notices }: Library): Html => {
  const newer = corpus.documents.get(document.supersededBy ?? '');
  const others = document.copies.filter(({ lang }) => lang !== copy.lang);
  const rows: readonly (readonly [string, Value])[] = [
    ['Auteur', prose(document.issuer)],
    ['Date', dateOf(document.date)],
    ['Numéro', document.number],
    ['Version', document.version],
    [
      'État',
      newer === undefined
        ? statusOf(document)
        : html`${statusOf(document)} ; remplacé en partie par <a href="${textAddress(newer.id)}">${newer.shortTitle}</a>`,
    ],
    ['Rang', html`${document.rank} (1 prévaut sur 2, et ainsi de suite)`],
    ['Page officielle', document.link !== null && html`<a href="${document.link}">${document.link}</a>`],
    [
      'Autre langue',
      others.map(
        ({ lang }) =>
          html`<a href="${textAddress(lang === document.languages[0] ? document.id : `${document.id}.${lang}`)}">${lang === 'fr' ? 'texte français, qui fait foi' : 'traduction anglaise de courtoisie'}</a>`,
      ),
    ],
    ['Droits', prose(copy.licence)],
    ['Copie', prose(copy.provenance)],
    ['Corrections de la copie', copy.errata.length > 0 && errata(copy, corpus)],
  ];
  const kept = rows.filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const cautions = notices.filter(
    ({ when }) => when.documents?.includes(document.id) && Object.keys(when).length === 1,
  );
  return html`<dl class="card">${kept.map(([name, value]) => html`<div class="field"><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
${cautions.map(({ text }) => html`<p class="caution"><strong>À noter : </strong>${prose(text.fr)}</p>`)}`;
};

const errata = (copy: Copy, corpus: Library['corpus']): Html =>
  html`<ul>${copy.errata.map(({ passageId, read, kept, source }) => {
    const passage = corpus.passages.get(passageId);
    return html`<li>${passage !== undefined && passageLink(passage, undefined)} : la copie portait « ${read} » ; retenu : « ${kept} » (${prose(source)})</li>`;
  })}</ul>`;
