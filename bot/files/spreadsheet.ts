import { stringify } from 'csv-stringify/sync';
import { streamOdsRows } from 'hucre/ods';
import { streamXlsxRows } from 'hucre/xlsx';
import { MOST_ROWS } from '../../commands/derogation/table/read-table.ts';

export type SheetRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: SheetRefusal };

/** `ancien` = a format before xlsx, or one under a password: both begin alike. */
export type SheetRefusal = 'ancien' | 'illisible';

/** What kind of spreadsheet the bytes are, by what they begin with and by their name; null = none. */
export const sheetKind = (bytes: Uint8Array, name: string): 'xlsx' | 'ods' | 'ancien' | null => {
  const begins = (...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'ancien';
  if (!begins(0x50, 0x4b, 0x03, 0x04)) return null;
  return /\.(?:ods|fods)$/i.test(name) ? 'ods' : 'xlsx';
};

/**
 * The first sheet of a spreadsheet as a table with `;`, one line a row, empty rows kept so that lines are those of the
 * sheet. Read as a stream, with a limit of rows: 1 MiB may unpack to far more. Never throws.
 */
export const readSheet = async (bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<SheetRead> => {
  const rows: string[][] = [];
  try {
    const stream =
      kind === 'xlsx'
        ? streamXlsxRows(bytes, { sheet: 0, maxRows: LIMIT })
        : streamOdsRows(bytes, { sheets: [0], maxRows: LIMIT });
    for await (const { index, values } of stream) {
      if (rows.length >= LIMIT || index > FARTHEST) break;
      while (rows.length < index) rows.push([]);
      rows.push(values.slice(0, MOST_CELLS).map(cellText));
    }
  } catch {
    // A damaged file fails in many ways, none of which tells a person more.
    return { ok: false, reason: 'illisible' };
  }
  return { ok: true, text: stringify(rows.map(trimmed), { delimiter: ';' }) };
};

/** One more than is imported, and the titles: that there are too many can then be said. */
const LIMIT = MOST_ROWS + 2;
const FARTHEST = 4 * LIMIT;
const MOST_CELLS = 200;

/** Days come as midnight UTC. */
const cellText = (value: string | number | boolean | Date | null): string => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
};

/** Cells that were only formatted, at the end of a row, are no cells. */
const trimmed = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
