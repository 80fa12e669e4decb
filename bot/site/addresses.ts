import type { Lang } from '../../knowledge/answer/answer.ts';

/** Addresses inside the site begin with this mark, which `atDepth` turns into `../../` once the page is known. */
const ROOT = '~/';

/** `circulaire-2023#R9` → the passage in its text; bot/ links there without the name of the file. */
export const passageAddress = (passageId: string): string => {
  const [text = '', name = ''] = passageId.split('#');
  return `${textAddress(text)}#${encodeURIComponent(name)}`;
};

/** `circulaire-2023`, or `circulaire-2023.en` for a translation. */
export const textAddress = (text: string): string => `${ROOT}textes/${text}/index.html`;

/** An English card may have the name of a French one. */
export const cardName = ({ id, lang }: { readonly id: string; readonly lang: Lang }): string =>
  lang === 'fr' ? id : `${id}.${lang}`;

export const cardAddress = (card: Parameters<typeof cardName>[0]): string =>
  `${ROOT}fiches/${cardName(card)}/index.html`;

export const themeAddress = (theme: string): string => `${ROOT}themes/${theme}/index.html`;
export const sheetAddress = (theme: string): string => `${ROOT}themes/${theme}/feuille.html`;

/** Pages of which there is one. */
export const ADDRESSES = {
  home: `${ROOT}index.html`,
  texts: `${ROOT}textes/index.html`,
  cards: `${ROOT}fiches/index.html`,
  offers: `${ROOT}offres/index.html`,
  commands: `${ROOT}commandes/index.html`,
  evaluation: `${ROOT}evaluation/index.html`,
  laterLaw: `${ROOT}hors-corpus/index.html`,
  review: `${ROOT}relecture/index.html`,
  search: `${ROOT}recherche/index.html`,
  style: `${ROOT}site.css`,
  script: `${ROOT}recherche/recherche.js`,
} as const;

/** `~/textes/faq-2024/index.html#x` → `textes/faq-2024/index.html`. */
export const fileOf = (address: string): string => address.slice(ROOT.length).replace(/#.*$/, '');

/**
 * The markup of a page with its addresses made relative to it: the site works under any path, and from a folder.
 * Words of a page cannot be taken for an address: their quotes are escaped.
 */
export const relativeTo = (file: string, markup: string): string =>
  markup.replaceAll(`="${ROOT}`, `="${'../'.repeat(file.split('/').length - 1)}`);
