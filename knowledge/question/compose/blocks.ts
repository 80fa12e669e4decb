import type { Block, Citation } from '../../answer/answer.ts';

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
