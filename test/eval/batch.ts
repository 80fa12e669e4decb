import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Span } from '../../knowledge/answer/text.ts';
import type { ScoredAnswer } from './score.ts';

/** An answer as the batch mode writes it: the text that a reader sees, the citations best first. */
export const toBatch = (answer: Answer): ScoredAnswer => ({
  status: answer.kind === 'passages' ? 'answered' : 'not_found',
  answer: textOf(answer),
  citations: answer.citations.map(({ documentId, anchor, quote }) => ({
    document: documentId,
    anchor,
    quote,
  })),
});

const textOf = ({ title, blocks, notices, citations }: Answer): string =>
  [
    title,
    ...blocks.flatMap((block): string[] => {
      if (block.kind === 'paragraph' || block.kind === 'next') return [spans(block.text)];
      if (block.kind === 'list') return block.items.map(spans);
      if (block.kind === 'quote') return [`« ${citations[block.citation]?.quote} » [${block.citation + 1}]`];
      return [block.text];
    }),
    ...notices.map(({ text }) => spans(text)),
  ].join('\n');

const spans = (text: readonly Span[]): string =>
  text
    .map((span) => {
      if (typeof span === 'string') return span;
      if (span.kind === 'cite') return `[${span.index + 1}]`;
      return span.kind === 'user' ? span.name : span.text;
    })
    .join('');
