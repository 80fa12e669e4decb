import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Span, Text } from '../../knowledge/answer/text.ts';
import { showable } from './escape.ts';
import { layOut, type Piece } from './layout.ts';
import { BESIDE } from './piece.ts';
import { safeHref, wordsOf } from './spans.ts';

/** How a terminal sets off some words; the plain body of a message leaves them as they are. */
export interface TextStyle {
  strong(text: string): string;
  faint(text: string): string;
}

export const unstyled: TextStyle = { strong: (text) => text, faint: (text) => text };

/** Whole answer as plain text. */
export const renderText = (answer: Answer, style: TextStyle = unstyled): string =>
  joinTexts(layOut(answer).flat(), style);

/** A blank line between pieces; a reference stands right under what it refers to, or beside another one. */
export const joinTexts = (pieces: readonly Piece[], style: TextStyle = unstyled): string =>
  pieces.map((piece, index) => separator(piece, index) + pieceToText(piece, style)).join('');

/** Plain text of inline text alone, e.g. of a notice. */
export const textOf = (text: Text, style: TextStyle = unstyled): string =>
  text.map((span) => spanToText(span, style)).join('');

const separator = (piece: Piece, index: number): string => {
  if (index === 0) return '';
  if (piece.kind !== 'reference') return '\n\n';
  return piece.beside ? BESIDE : '\n';
};

export const pieceToText = (piece: Piece, style: TextStyle = unstyled): string => {
  switch (piece.kind) {
    case 'paragraph':
      return textOf(piece.text, style);
    case 'list':
      return piece.items
        .map((item, index) => `${piece.ordered ? `${piece.first + index}.` : '-'} ${textOf(item, style)}`)
        .join('\n');
    case 'quote':
      return piece.lang === 'en' ? `“${showable(piece.quote)}”` : `«\u00a0${showable(piece.quote)}\u00a0»`;
    case 'reference': {
      const href = piece.href === null ? null : safeHref(piece.href);
      return style.faint(showable(piece.label) + (href === null ? '' : ` – ${href}`));
    }
    case 'preformatted':
      return showable(piece.text);
  }
};

export const spanToText = (span: Span, style: TextStyle = unstyled): string => {
  const words = showable(wordsOf(span));
  if (typeof span === 'string') return words;
  if (span.kind === 'strong') return style.strong(words);
  if (span.kind === 'em') return style.faint(words);
  if (span.kind !== 'link') return words;
  const href = safeHref(span.href);
  const shown = href?.replace(/^mailto:/, '');
  return shown === undefined || shown === span.text || href === span.text ? words : `${words} (${shown})`;
};
