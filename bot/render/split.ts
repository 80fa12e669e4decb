import type { Span, Text } from '../../knowledge/answer/text.ts';
import type { Piece } from './layout.ts';
import { pieceBytes, spanBytes } from './measure.ts';
import { withWords, wordsOf } from './spans.ts';

/**
 * Cuts a piece into pieces of at most `limit` bytes (HTML and plain text together): a list between its items,
 * text after a sentence, else after a word, else between two graphemes, and in the last resort between two
 * code points (one letter may carry thousands of accents).
 */
export const splitPiece = (piece: Piece, limit: number): readonly Piece[] => {
  if (pieceBytes(piece) <= limit) return [piece];
  switch (piece.kind) {
    case 'paragraph':
      return splitText(piece.text, limit - pieceBytes({ ...piece, text: [] })).map((text) => ({
        ...piece,
        text,
      }));
    case 'list':
      return piece.items.flatMap((item, index) => splitItem(piece, item, piece.first + index, limit));
    case 'quote':
      return splitWords(piece.quote, limit - pieceBytes({ ...piece, quote: '' })).map((quote) => ({
        ...piece,
        quote,
      }));
    case 'reference':
      return splitPiece({ kind: 'paragraph', text: [piece.label] }, limit);
    case 'preformatted':
      return splitWords(piece.text, limit - pieceBytes({ ...piece, text: '' })).map((text) => ({
        ...piece,
        text,
      }));
  }
};

/** An item that is too long goes on in a paragraph under the list. */
const splitItem = (
  list: Piece & { kind: 'list' },
  item: Text,
  number: number,
  limit: number,
): readonly Piece[] => {
  const alone = { ...list, first: number, items: [item] };
  if (pieceBytes(alone) <= limit) return [alone];
  const [start, ...rest] = splitText(item, limit - pieceBytes({ ...alone, items: [[]] }));
  return [
    ...(start === undefined ? [] : [{ ...alone, items: [start] }]),
    ...rest.map((text): Piece => ({ kind: 'paragraph', text })),
  ];
};

const splitWords = (words: string, limit: number): readonly string[] =>
  splitText([words], limit).map((text) => text.map(wordsOf).join(''));

const splitText = (text: Text, limit: number): readonly Text[] => {
  const chunks: Span[][] = [];
  let room = 0;
  for (const span of text.flatMap((whole) => crumble(whole, limit, 0))) {
    const size = spanBytes(span);
    if (size > room) {
      chunks.push([]);
      room = limit;
    }
    chunks.at(-1)?.push(span);
    room -= size;
  }
  return chunks.map(merge);
};

/** Sentences of plain words, and anything too long broken down further, each at most `limit` bytes. */
const crumble = (span: Span, limit: number, level: number): readonly Span[] => {
  // An address that fills the room of its own words is left out: the words are worth more.
  if (spanBytes(withWords(span, '')) > limit / 2) return crumble(wordsOf(span), limit, level);
  const cut = cuts[level];
  const whole = spanBytes(span) <= limit && (level > 0 || typeof span !== 'string');
  if (whole || cut === undefined) return [span];
  return cut(wordsOf(span)).flatMap((words) => crumble(withWords(span, words), limit, level + 1));
};

const segments = (granularity: 'sentence' | 'word' | 'grapheme') => {
  const segmenter = new Intl.Segmenter('fr', { granularity });
  return (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
};

const cuts: readonly ((text: string) => string[])[] = [
  segments('sentence'),
  segments('word'),
  segments('grapheme'),
  (text) => Array.from(text),
];

/** Joins neighbouring spans of plain words again, so that the crumbs leave no trace. */
const merge = (spans: readonly Span[]): Text => {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const same = last !== undefined && sameSort(last, span);
    if (same) merged[merged.length - 1] = withWords(last, wordsOf(last) + wordsOf(span));
    else merged.push(span);
  }
  return merged;
};

const sameSort = (one: Span, other: Span): boolean =>
  typeof one === 'string'
    ? typeof other === 'string'
    : typeof other !== 'string' &&
      one.kind === other.kind &&
      (one.kind === 'strong' || one.kind === 'em' || one.kind === 'code');
