import type { Block, Citation } from '../../answer/answer.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });

/** Quotes these citations, whose first is number `from` of the answer. */
export const quotesOf = (citations: readonly Citation[], from = 0): readonly Block[] =>
  citations.map((_, at): Block => ({ kind: 'quote', citation: from + at }));
