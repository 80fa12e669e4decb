import type { Span } from '../../knowledge/answer/text.ts';
import { pieceToHtml, spanToHtml } from './html.ts';
import type { Piece } from './layout.ts';
import { pieceToText, spanToText } from './text.ts';

/** UTF-8 bytes that a piece takes in the JSON of an event, HTML and plain text together. */
export const pieceBytes = (piece: Piece): number =>
  jsonBytes(pieceToHtml(piece)) + jsonBytes(pieceToText(piece));

/** The same for a span. Drawing is span by span, so the cost of a text is the sum of its spans. */
export const spanBytes = (span: Span): number => jsonBytes(spanToHtml(span)) + jsonBytes(spanToText(span));

/** Bytes of a string inside JSON, without its quotes. */
export const jsonBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;
