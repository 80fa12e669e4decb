import type { Lang } from '../../knowledge/answer/answer.ts';
import { type Html, html, type Value } from './html.ts';
import { prose } from './words.ts';

/**
 * The Markdown of our own documentation as HTML: titles, paragraphs, lists, tables, code, bold, code in line, links.
 * Links to other files of the repository keep their words only. Comments are left out.
 */
export const markdown = (source: string, lang: Lang = 'fr'): Html => {
  const blocks = blocksOf(source.replace(/<!--[\s\S]*?-->\n?/g, '').split('\n')).map((block) =>
    block.kind === 'code' ? block : { ...block, lines: block.lines.map((line) => prose(line, lang)) },
  );
  return html`${blocks.map((block) => html`${drawn(block)}\n`)}`;
};

interface Block {
  readonly kind: 'title' | 'code' | 'table' | 'list' | 'paragraph';
  readonly lines: readonly string[];
}

const blocksOf = (lines: readonly string[]): readonly Block[] => {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  let fenced = false;
  let open = false;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('```')) {
      fenced = !fenced;
      if (fenced) blocks.push({ kind: 'code', lines: [] });
      open = false;
    } else if (fenced) last?.lines.push(line);
    else if (line.trim() === '') open = false;
    else {
      const kind = kindOf(line);
      if (
        open &&
        last !== undefined &&
        (kind === last.kind || (kind === 'paragraph' && last.kind === 'list'))
      )
        last.lines.push(line);
      else blocks.push({ kind, lines: [line] });
      open = kind !== 'title';
    }
  }
  return blocks;
};

const kindOf = (line: string): Block['kind'] => {
  if (/^#{1,6} /.test(line)) return 'title';
  if (line.startsWith('|')) return 'table';
  return ITEM.test(line) ? 'list' : 'paragraph';
};

const ITEM = /^(?:[-*]|\d+\.) /;

const drawn = ({ kind, lines }: Block): Html => {
  switch (kind) {
    case 'title':
      return title(lines[0] ?? '');
    case 'code':
      return html`<pre tabindex="0"><code>${lines.join('\n')}</code></pre>`;
    case 'table':
      return table(lines.map(cellsOf).filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell))));
    case 'list':
      return list(lines);
    case 'paragraph':
      return html`<p>${inline(lines.join(' '))}</p>`;
  }
};

const title = (line: string): Html => {
  const [, marks = '#', words = ''] = /^(#+) (.*)$/.exec(line) ?? [];
  const level = Math.min(6, marks.length);
  const id = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  const tag = { markup: `h${level}` };
  return html`<${tag} id="${id}">${inline(words)}</${tag}>`;
};

const list = (lines: readonly string[]): Html => {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const tag = { markup: /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul' };
  return html`<${tag}>${items.map((item) => html`<li>${inline(item)}</li>`)}</${tag}>`;
};

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** A table that may be wider than the screen scrolls in its own frame, which the keyboard reaches. */
export const scrolling = (content: Value, label: string): Html =>
  html`<div class="wide" role="region" tabindex="0" aria-label="${label}">${content}</div>`;

const table = ([head = [], ...rows]: readonly (readonly string[])[]): Html =>
  scrolling(
    html`<table><thead><tr>${head.map((cell) =>
      cell === '' ? html`<td></td>` : html`<th scope="col">${inline(cell)}</th>`,
    )}</tr></thead><tbody>${rows.map(
      (cells) => html`<tr>${cells.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`,
    )}</tbody></table>`,
    `Tableau : ${head.filter((cell) => cell !== '').join(', ')}`,
  );

const inline = (text: string): Value =>
  [...text.matchAll(/`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|([^`*[]+|[`*[])/g)].map(
    ([, code, bold, words, href, plain]): Value => {
      if (code !== undefined) return html`<code>${code}</code>`;
      if (bold !== undefined) return html`<strong>${inline(bold)}</strong>`;
      if (words === undefined) return plain ?? '';
      return href?.startsWith('https://') ? html`<a href="${href}">${inline(words)}</a>` : inline(words);
    },
  );
