import { CsvError, type Info, parse } from 'csv-parse/sync';
import { fold } from '../../../knowledge/search/text/fold.ts';
import type { TableError } from '../wording-problems.ts';
import { disarmed } from './armour.ts';

/** One row under the header; `line` counts the lines of what was pasted, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table =
  | { readonly ok: true; readonly header: Row; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly error: TableError; readonly line: number };

export const MOST_ROWS = 2000;

/** The lines of a code block, without its fences. */
export const unfenced = (pasted: string): string => {
  const lines = pasted.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (!/^\s*(?:```|~~~)\w*\s*$/.test(lines[first] ?? '')) return lines.slice(Math.max(first, 0)).join('\n');
  const fence = lines[first]?.trim().slice(0, 3) ?? '';
  const last = lines.findIndex((line, index) => index > first && line.trim().startsWith(fence));
  return lines.slice(first + 1, last === -1 ? undefined : last).join('\n');
};

/** Reads a CSV: comma, semicolon or tab, as its header has it; quoted cells; BOM. Never throws. */
export const readTable = (typed: string): Table => {
  const said = /^\s*"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)/.exec(typed);
  // The line is emptied, not removed: the lines that are named are those of what was pasted.
  const text = said === null ? fromMarkdown(typed) : `\n${typed.slice(said[0].length)}`;
  try {
    const records = parse(text, {
      bom: true,
      delimiter: said?.[1] ?? delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: true,
      trim: true,
      to: MOST_ROWS + 2,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: Info }[];
    const rows = records
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(disarmed) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    const [header, ...others] = rows;
    if (header === undefined || others.length === 0) return { ok: false, error: 'AUCUNE_LIGNE', line: 1 };
    return others.length > MOST_ROWS
      ? { ok: false, error: 'TROP_DE_LIGNES', line: others[MOST_ROWS]?.line ?? MOST_ROWS }
      : { ok: true, header, rows: others };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, error: 'CSV_ILLISIBLE', line: Number(error.lines ?? 1) };
  }
};

/** A table as Markdown draws it, `| a | b |`, as lines with tabs; anything else as it is. */
const fromMarkdown = (text: string): string => {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 2 || !filled.every((line) => /^\s*\|.*\|\s*$/.test(line))) return text;
  return lines
    .map((line) =>
      /^[\s|:-]*$/.test(line)
        ? ''
        : line
            .trim()
            .slice(1, -1)
            .split(/(?<!\\)\|/)
            .map((cell) => `"${cell.trim().replaceAll('\\|', '|').replaceAll('"', '""')}"`)
            .join('\t'),
    )
    .join('\n');
};

/** A header names no date and no sentence: the mark that it holds most is the delimiter. */
const delimiterOf = (text: string): string => {
  const header =
    text
      .slice(0, 2000)
      .split('\n')
      .find((line) => fold(line) !== '') ?? '';
  const [best] = [';', ',', '\t']
    .map((mark) => ({ mark, count: header.split(mark).length }))
    .sort((a, b) => b.count - a.count);
  return best?.mark ?? ';';
};
