import type { Derogation } from '../../../knowledge/register/derogation.ts';

/** How some rows of the register are written. */
export interface Writer<Row> {
  /** What derogations give; those that give nothing are left out. */
  readonly rows: (derogations: readonly Derogation[]) => Promise<readonly Row[]>;
  /** A block to copy, complete by itself for the first one. */
  readonly block: (rows: readonly Row[], isFirst: boolean) => string;
  /** Part of a file, between what it begins and ends with. */
  readonly part: (rows: readonly Row[], isFirst: boolean) => string;
  readonly begin: string;
  readonly end: string;
  /** Whether a row says that something is over. */
  readonly isOff: (row: Row) => boolean;
}

/** A page to copy, and the whole as a file. */
export interface Assembled {
  /** Derogations that were read. */
  readonly read: number;
  readonly total: number;
  readonly off: number;
  /** Blocks of the page. */
  readonly blocks: readonly string[];
  readonly file: string;
}

/**
 * Writes an export slice by slice: neither all derogations nor all rows are held at once, and other work goes on between
 * two slices.
 * @param from the page: its first row, its number of rows, and of rows in a block
 */
export const assemble = async <Row>(
  slices: AsyncIterable<readonly Derogation[]>,
  writer: Writer<Row>,
  { from, limit, block }: { readonly from: number; readonly limit: number; readonly block: number },
): Promise<Assembled> => {
  const parts: string[] = [];
  const shown: Row[] = [];
  let read = 0;
  let total = 0;
  let off = 0;
  for await (const derogations of slices) {
    const rows = await writer.rows(derogations);
    // Only the first page comes with the file.
    if (rows.length > 0 && from === 0) parts.push(writer.part(rows, total === 0));
    shown.push(...rows.slice(Math.max(0, from - total), Math.max(0, from + limit - total)));
    read += derogations.length;
    total += rows.length;
    off += rows.filter(writer.isOff).length;
  }
  const blocks = Array.from({ length: Math.ceil(shown.length / block) }, (_, index) =>
    writer.block(shown.slice(index * block, (index + 1) * block), index === 0),
  );
  return { read, total, off, blocks, file: [writer.begin, ...parts, writer.end].join('') };
};
