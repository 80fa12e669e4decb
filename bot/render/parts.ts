import type { Answer } from '../../knowledge/answer/answer.ts';
import { piecesToHtml } from './html.ts';
import { type Group, layOut, type Piece } from './layout.ts';
import { jsonBytes, pieceBytes } from './measure.ts';
import { splitPiece } from './split.ts';
import { joinTexts } from './text.ts';

/** One message: plain text and HTML of the same pieces. */
export interface Part {
  readonly body: string;
  readonly html: string;
}

/** Less than half of the event size limit of Matrix (64 KiB): the rest is for encryption and envelope. */
const DEFAULT_MAX_BYTES = 30_000;

/**
 * Cuts an answer into messages, HTML and plain text at the same border; numbered « (1/3) » when there are several.
 * @param options.maxBytes the most that `body` and `html` together take in UTF-8 JSON, at least 1,000
 * @throws RangeError below that: a bug of the caller
 */
export const renderParts = (
  answer: Answer,
  options: { readonly maxBytes: number } = { maxBytes: DEFAULT_MAX_BYTES },
): readonly Part[] => {
  if (options.maxBytes < MIN_BYTES) throw new RangeError(`maxBytes must be at least ${MIN_BYTES}`);
  const pages = paginate(layOut(answer), options.maxBytes - NUMBER_BYTES);
  return pages.map((pieces, index) => {
    const numbered = pages.length === 1 ? pieces : [numberOf(index + 1, pages.length), ...pieces];
    return { body: joinTexts(numbered), html: piecesToHtml(numbered) };
  });
};

const MIN_BYTES = 1_000;

const numberOf = (page: number, pages: number): Piece => ({
  kind: 'paragraph',
  text: [`(${page}/${pages})`],
});

/** Room for the number of the part, its separator, and the quotes of both strings. */
const NUMBER_BYTES = 80;

/** What joins a piece to the one before: a blank line in the plain text. */
const JOINT_BYTES = jsonBytes('\n\n');

const paginate = (groups: readonly Group[], limit: number): readonly (readonly Piece[])[] => {
  const pages: Piece[][] = [];
  let room = 0;
  const place = (pieces: readonly Piece[]): void => {
    const size = bytesOf(pieces);
    if (size > room || pages.length === 0) {
      pages.push([]);
      room = limit;
    }
    pages.at(-1)?.push(...pieces);
    room -= size;
  };
  for (const group of groups) {
    if (bytesOf(group) <= limit) place(group);
    else for (const piece of group.flatMap((whole) => splitPiece(whole, limit - JOINT_BYTES))) place([piece]);
  }
  return pages;
};

const bytesOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + pieceBytes(piece) + JOINT_BYTES, 0);
