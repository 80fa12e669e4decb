import { phoneLines, quoteLines } from '../../knowledge/answer/phone.ts';
import { BESIDE, type Piece } from './piece.ts';
import { wordsOf } from './spans.ts';

/** Lines that pieces take on a phone, blank ones between them included; a link takes the room of its words. */
export const linesOf = (pieces: readonly Piece[]): number => {
  let line = '';
  return pieces.reduce((sum, piece, at) => {
    if (piece.kind !== 'reference') return sum + (at === 0 ? 0 : 1) + linesOfPiece(piece);
    const before = piece.beside ? phoneLines(line) : 0;
    line = piece.beside ? `${line}${BESIDE}${piece.label}` : piece.label;
    return sum + phoneLines(line) - before;
  }, 0);
};

const linesOfPiece = (piece: Piece): number => {
  switch (piece.kind) {
    case 'paragraph':
      return phoneLines(piece.text.map(wordsOf).join(''));
    case 'list':
      return piece.items.reduce((sum, item) => sum + phoneLines(`- ${item.map(wordsOf).join('')}`), 0);
    case 'quote':
      return quoteLines(piece.quote);
    case 'reference':
      return phoneLines(piece.label);
    case 'preformatted':
      return piece.text.split('\n').length;
  }
};
