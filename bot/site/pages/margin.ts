import type { Passage } from '../../../knowledge/corpus/corpus.ts';
import { concernsLaterLaw } from '../../../knowledge/later-law/later-law.ts';
import type { Card } from '../../../knowledge/question/schemas.ts';
import { ADDRESSES, cardAddress, passageAddress, textAddress } from '../addresses.ts';
import { type Html, html, type Value } from '../html.ts';
import type { Library } from '../library.ts';
import type { References } from '../references.ts';
import { counted, langOf, passageLink, prose } from '../words.ts';

/** What a reader must know beside a passage: what replaced it, what prevails, what may have changed it, who quotes it. */
export const marginOf = (passage: Passage, library: Library, references: References): Html | null => {
  const notes = [
    ...standing(passage, library),
    ...precedences(passage, library, references),
    ...references
      .notices(passage)
      .map(({ text }) => html`<p class="caution"><strong>À noter : </strong>${prose(text.fr)}</p>`),
    ...errata(passage, library),
    ...translation(passage),
    ...naming(passage, library, references),
    ...quotedBy(references.cards.get(passage.id) ?? []),
  ];
  return notes.length === 0
    ? null
    : html`<aside class="margin" aria-label="En marge de ${passage.id.split('#')[1] ?? ''}">${notes}</aside>`;
};

const standing = (passage: Passage, { corpus, laterLaw }: Library): readonly Value[] => {
  const document = corpus.documents.get(passage.documentId);
  const newer = corpus.documents.get(document?.supersededBy ?? '');
  return [
    newer !== undefined &&
      html`<p class="caution"><strong>Remplacé en partie</strong> par <a href="${textAddress(newer.id)}">${newer.shortTitle}</a>.</p>`,
    concernsLaterLaw(laterLaw, [corpus.cite(passage.id)]) &&
      html`<p class="caution"><strong>Hors corpus, à vérifier : </strong><a href="${ADDRESSES.laterLaw}">des textes postérieurs touchent ce point</a>.</p>`,
  ].filter((note) => note !== false);
};

const precedences = (passage: Passage, { corpus }: Library, references: References): readonly Value[] =>
  references.precedences(passage).map(({ passage: weaker, yieldsTo, on }) => {
    const yields = weaker === passage.id;
    const other = corpus.passages.get(yields ? yieldsTo : weaker);
    if (other === undefined) return null;
    return html`<p>${yields ? html`<strong>Cède</strong> devant ` : html`<strong>Prévaut</strong> sur `}${passageLink(other, corpus.documents.get(other.documentId))} : ${prose(on)}.</p>`;
  });

const errata = ({ id, documentId, lang }: Passage, { corpus }: Library): readonly Value[] =>
  (corpus.documents.get(documentId)?.copies ?? [])
    .filter((copy) => copy.lang === lang)
    .flatMap((copy) => copy.errata.filter(({ passageId }) => passageId === id))
    .map(
      ({ read, kept, source }) =>
        html`<p><strong>Copie corrigée : </strong>elle portait « ${read} » ; retenu : « ${kept} » (${prose(source)}).</p>`,
    );

const translation = ({ translation: other, lang }: Passage): readonly Value[] =>
  other === null
    ? []
    : [
        html`<p><a href="${passageAddress(other)}">${
          lang === 'fr' ? 'Traduction anglaise de courtoisie' : 'Texte français, qui fait foi'
        }</a></p>`,
      ];

/** Under the first passage of a rule: where the FAQ, the note and the other rules speak of it. */
const naming = (
  passage: Passage,
  { corpus }: Library,
  { rules, ruleOf, naming: all }: References,
): readonly Value[] => {
  const rule = ruleOf(passage);
  if (rule === null || rules.passages(rule, passage.lang)[0] !== passage) return [];
  const others = (all.get(rule) ?? []).filter(({ lang }) => lang === passage.lang || lang === 'fr');
  return others.length === 0
    ? []
    : [
        folded(
          `${counted(others.length, 'passage')} en ${others.length > 1 ? 'parlent' : 'parle'}`,
          others.map((one) => passageLink(one, corpus.documents.get(one.documentId))),
        ),
      ];
};

const quotedBy = (cards: readonly Card[]): readonly Value[] =>
  cards.length === 0
    ? []
    : [
        folded(
          `Cité par ${counted(cards.length, 'fiche')}`,
          cards.map(
            (card) =>
              html`<a href="${cardAddress(card)}"${langOf(card.lang)}>${prose(card.title, card.lang)}</a>`,
          ),
        ),
      ];

const folded = (summary: string, items: readonly Value[]): Html =>
  html`<details><summary>${summary}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;
