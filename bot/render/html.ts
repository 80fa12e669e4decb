import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Span, Text } from '../../knowledge/answer/text.ts';
import { escapeHtml, showable } from './escape.ts';
import { layOut, type Piece } from './layout.ts';
import { BESIDE } from './piece.ts';
import { safeHref, userHref, wordsOf } from './spans.ts';

/** Whole answer as HTML, restricted to the tags that Tchap's mobile clients draw. */
export const renderHtml = (answer: Answer): string => piecesToHtml(layOut(answer).flat());

/** Clients leave a blank line between paragraphs: references that follow each other are lines of one, or share a line. */
export const piecesToHtml = (pieces: readonly Piece[]): string => {
  const drawn: string[] = [];
  let run = '';
  const close = (): void => {
    if (run !== '') drawn.push(`<p>${run}</p>`);
    run = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'reference') {
      run += `${run === '' ? '' : piece.beside ? BESIDE : '<br>'}${referenceToHtml(piece)}`;
    } else {
      close();
      drawn.push(pieceToHtml(piece));
    }
  }
  close();
  return drawn.join('');
};

export const pieceToHtml = (piece: Piece): string => {
  switch (piece.kind) {
    case 'paragraph':
      return `<p>${textToHtml(piece.text)}</p>`;
    case 'list': {
      const items = piece.items.map((item) => `<li>${textToHtml(item)}</li>`).join('');
      if (!piece.ordered) return `<ul>${items}</ul>`;
      return `<ol${piece.first === 1 ? '' : ` start="${piece.first}"`}>${items}</ol>`;
    }
    case 'quote':
      return `<blockquote>${words(piece.quote)}</blockquote>`;
    case 'reference':
      return `<p>${referenceToHtml(piece)}</p>`;
    case 'preformatted':
      return `<pre><code>${escapeHtml(showable(piece.text))}</code></pre>`;
  }
};

export const spanToHtml = (span: Span): string => {
  const text = words(wordsOf(span));
  if (typeof span === 'string') return text;
  switch (span.kind) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'em':
      return `<em>${text}</em>`;
    case 'code':
      return `<code>${text}</code>`;
    case 'link':
      return anchor(span.text, safeHref(span.href));
    case 'user':
      return anchor(span.name, userHref(span.id));
    case 'cite':
      return text;
  }
};

const referenceToHtml = ({ label, href }: Extract<Piece, { kind: 'reference' }>): string =>
  anchor(label, href === null ? null : safeHref(href));

const textToHtml = (text: Text): string => text.map(spanToHtml).join('');

const words = (text: string): string => escapeHtml(showable(text)).replaceAll('\n', '<br>');

const anchor = (text: string, href: string | null): string =>
  href === null ? words(text) : `<a href="${escapeHtml(href)}">${words(text)}</a>`;
