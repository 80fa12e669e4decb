import type { Block, Citation } from '../answer/answer.ts';
import type { SourcedCard } from './cards.ts';
import { spaced } from './wording.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });

/** Shows these citations, whose first is number `from` of the answer; `shorten` gives the part of each to show. */
export const quotesOf = (
  citations: readonly Citation[],
  from = 0,
  shorten: (citation: Citation, at: number) => string = ({ quote }) => quote,
): readonly Block[] =>
  citations.map((citation, at): Block => {
    const extract = shorten(citation, at);
    const whole = extract === citation.quote;
    return { kind: 'quote', citation: from + at, ...(whole ? {} : { extract }) };
  });

/** Where the first passage stands: « Circulaire n° 6404/SG, R9 ». */
export const titleOf = ([first]: readonly Citation[]): string =>
  first === undefined ? '' : `${first.documentTitle}, ${first.anchor}`;

/**
 * Sentences of the card with their references. A quotation that stands in one already shown points at it;
 * the others are added after those of the ranking, so that the citations stay best first.
 */
export const withCard = (
  card: SourcedCard | null,
  quoted: readonly Citation[],
): { readonly sentences: readonly Block[]; readonly citations: readonly Citation[] } => {
  const citations = [...quoted];
  const sentences = (card?.sentences ?? []).map(({ text, citations: own }): Block => {
    const indexes = own.map((citation) => {
      const known = citations.findIndex(
        ({ passageId, quote }) => passageId === citation.passageId && quote.includes(citation.quote),
      );
      return known >= 0 ? known : citations.push(citation) - 1;
    });
    return { kind: 'paragraph', text: [`${text} `, ...spaced([...new Set(indexes)])] };
  });
  return { sentences, citations };
};
