import { CorpusError } from './corpus-error.ts';
import { plainText } from './plain-text.ts';

/** What an HTML comment such as `<!-- anchor: R9; passage: R9.rgpd -->` says of the text that it precedes. */
interface Mark {
  readonly anchor?: string;
  readonly passage?: string;
  readonly translation?: string;
}

/** A heading, paragraph, list item or table row; `line` is its line in the file, from 1. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  readonly text: string;
  readonly line: number;
  readonly mark: Mark;
}

const comment = /<!--\s*(.*?)\s*-->/g;
const heading = /^(#{1,6})\s+(.*)$/;
const item = /^\s*(?:[-*+]|\d+\.)\s+(.*)$/;
const row = /^\|(.*)\|$/;
const quoted = /^\s*>\s?/;
/** The rule under the head of a table, or across the page. */
const rule = /^(?=.*---)[\s|:-]+$/;

/**
 * Reads the body of a text; see knowledge/data/corpus/README.md for the convention.
 * @throws {CorpusError} when a mark is not understood or names nothing.
 */
export const readBlocks = (file: string, body: string, firstLine: number): Block[] => {
  const blocks: Block[] = [];
  let pending: { mark: Mark; line: number } | undefined;
  let open = false; // the last block goes on with the next line

  body.split('\n').forEach((source, index) => {
    const line = firstLine + index;
    const mark = readMark(file, line, source);
    const content = source.replace(comment, '').trimEnd();
    if (content.trim() === '') {
      open = false;
      if (Object.keys(mark).length > 0) pending = { mark: { ...pending?.mark, ...mark }, line };
      return;
    }
    const parsed = parseLine(content);
    if (parsed === 'rule') return;
    const last = blocks.at(-1);
    if (parsed.kind === 'paragraph' && open && last !== undefined) {
      blocks[blocks.length - 1] = {
        ...last,
        text: `${last.text} ${parsed.text}`,
        mark: { ...last.mark, ...mark },
      };
      return;
    }
    if (parsed.kind === 'heading' && pending !== undefined) throw orphan(file, pending.line);
    blocks.push({ ...parsed, line, mark: { ...pending?.mark, ...mark } });
    pending = undefined;
    open = parsed.kind === 'paragraph' || parsed.kind === 'item';
  });
  if (pending !== undefined) throw orphan(file, pending.line);
  // Once the lines are joined: bold may begin on one line and end on the next.
  return blocks.map((block) => ({ ...block, text: plainText(block.text) }));
};

const parseLine = (content: string): Pick<Block, 'kind' | 'level' | 'text'> | 'rule' => {
  const title = heading.exec(content);
  if (title !== null) return { kind: 'heading', level: title[1]?.length ?? 1, text: title[2] ?? '' };
  if (rule.test(content)) return 'rule';
  const cells = row.exec(content.trim());
  if (cells !== null) {
    const texts = (cells[1] ?? '').split('|').map((cell) => cell.trim());
    return { kind: 'row', level: 0, text: texts.join(' | ') };
  }
  const listed = item.exec(content);
  if (listed !== null) return { kind: 'item', level: 0, text: listed[1] ?? '' };
  return { kind: 'paragraph', level: 0, text: content.replace(quoted, '') };
};

/** Comments that are not of the form `key: value` are remarks of the editor and are left out. */
const readMark = (file: string, line: number, source: string): Mark => {
  const entries = [...source.matchAll(comment)]
    .flatMap(([, inner = '']) => inner.split(';'))
    .map((entry) => /^\s*(\p{L}+)\s*:\s*(.+?)\s*$/u.exec(entry))
    .filter((entry) => entry !== null)
    .map(([, key = '', value = '']) => [key, value] as const);
  for (const [key, value] of entries) {
    const known = key === 'anchor' || key === 'passage' || key === 'translation';
    if (known && (key === 'anchor' || /^[\p{L}\d][\p{L}\d.-]*$/u.test(value))) continue;
    throw new CorpusError([
      {
        file,
        line,
        field: known ? key : 'repère',
        read: known ? `« ${value} »` : `la clé « ${key} »`,
        expected: known
          ? 'un nom fait de lettres, chiffres, points et tirets, sans espace'
          : 'anchor, passage ou translation',
        example: '<!-- passage: R9.derogation -->',
      },
    ]);
  }
  return Object.fromEntries(entries);
};

const orphan = (file: string, line: number): CorpusError =>
  new CorpusError([
    {
      file,
      line,
      field: 'repère',
      read: 'un repère que ne suit aucun texte',
      expected: 'un repère juste avant le paragraphe qu’il nomme, ou à la fin de la ligne d’un titre',
      example: '## 1. Historical Context <!-- anchor: 1. Historique -->',
    },
  ]);
