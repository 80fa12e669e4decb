import type { Passage } from '../../../knowledge/corpus/corpus.ts';
import { passageAddress } from '../addresses.ts';
import { type Html, html, type Value } from '../html.ts';
import type { Library } from '../library.ts';
import { type References, RULE } from '../references.ts';
import { langOf } from '../words.ts';
import { marginOf } from './margin.ts';

/** A passage under its anchor, word for word, with what points at it in the margin. */
export const passageArticle = (passage: Passage, library: Library, references: References): Html => {
  const name = nameOf(passage.id);
  return html`<article class="passage" id="${name}">
<div class="words">
<p class="anchor"><a href="${passageAddress(passage.id)}">${placeOf(passage, library)}</a> <span>${name}</span></p>
<div${langOf(passage.lang)}>${partsOf(passage, references)}</div>
</div>
${marginOf(passage, library, references)}
</article>
`;
};

/** « Circulaire n° 6404/SG, R9 »: whoever comes by a link sees where the passage stands. */
const placeOf = ({ documentId, anchor }: Passage, { corpus }: Library): string =>
  [corpus.documents.get(documentId)?.shortTitle ?? documentId, anchor].join(', ');

const nameOf = (passageId: string): string => passageId.split('#')[1] ?? passageId;

/** Paragraphs, lists and tables of a passage, in order. */
const partsOf = (passage: Passage, references: References): readonly Html[] => {
  const groups: { kind: string; texts: string[] }[] = [];
  for (const { kind, text } of passage.parts) {
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'paragraph') last.texts.push(text);
    else groups.push({ kind, texts: [text] });
  }
  const words = (text: string): Value => withRules(text, passage, references);
  return groups.map(({ kind, texts }) => {
    if (kind === 'item') return html`<ul>${texts.map((text) => html`<li>${words(text)}</li>`)}</ul>`;
    if (kind === 'row') return table(texts, words);
    return html`<p>${words(texts[0] ?? '')}</p>`;
  });
};

const table = (rows: readonly string[], words: (text: string) => Value): Html => {
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  return html`<div class="wide" role="region" tabindex="0" aria-label="Tableau du texte"><table>${cells.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${words(cell)}</td>`)}</tr>`,
  )}</table></div>`;
};

/** The words with the rules that they name as links to the rule. */
const withRules = (text: string, passage: Passage, { rules, named }: References): Value => {
  const known = named(passage);
  const parts: Value[] = [];
  let from = 0;
  for (const match of text.matchAll(RULE)) {
    const [target] = rules.passages(Number(match[1]), passage.lang);
    if (target === undefined || !known.includes(Number(match[1]))) continue;
    parts.push(text.slice(from, match.index), html`<a href="${passageAddress(target.id)}">${match[0]}</a>`);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
};
