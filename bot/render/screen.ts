import type { Piece } from './piece.ts';
import { wordsOf } from './spans.ts';

/** What a phone shows of a message at once. */
export const SCREEN = { lines: 24, columns: 38 } as const;

/** Lines that pieces take on a phone, blank ones between them included; a link takes the room of its words. */
export const linesOf = (pieces: readonly Piece[]): number =>
  pieces.reduce(
    (sum, piece, at) => sum + (at === 0 || piece.kind === 'reference' ? 0 : 1) + linesOfPiece(piece),
    0,
  );

const linesOfPiece = (piece: Piece): number => {
  switch (piece.kind) {
    case 'paragraph':
      return wrapped(piece.text.map(wordsOf).join(''));
    case 'list':
      return piece.items.reduce((sum, item) => sum + wrapped(`- ${item.map(wordsOf).join('')}`), 0);
    case 'quote':
      return wrapped(`« ${piece.quote} »`);
    case 'reference':
      return wrapped(piece.label);
    case 'preformatted':
      return piece.text.split('\n').length;
  }
};

/** Lines of a text broken between words. */
const wrapped = (text: string): number => {
  let lines = 1;
  let column = 0;
  for (const word of text.split(/\s+/)) {
    const room = column === 0 ? word.length : column + 1 + word.length;
    if (room > SCREEN.columns && column > 0) {
      lines++;
      column = word.length;
    } else column = room;
  }
  return lines;
};
