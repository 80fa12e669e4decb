import type { Block } from '../../knowledge/answer/answer.ts';
import type { Text } from '../../knowledge/answer/text.ts';

/** What a phone shows at once. */
export const PHONE = { lines: 24, columns: 38 } as const;

/** Lines that a title and blocks take on a phone, a blank line between them, with the day under them. */
export const phoneLines = (title: string, blocks: readonly Block[]): number =>
  [wrapped(title), ...blocks.map(linesOf), 1].reduce((sum, lines) => sum + lines + 1, -1);

const linesOf = (block: Block): number => {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(plain(block.text));
    case 'list':
      return block.items.reduce((sum, item) => sum + wrapped(`10. ${plain(item)}`, 3), 0);
    case 'subtitle':
    case 'preformatted':
      return wrapped(block.text);
    case 'quote':
      return PHONE.lines;
  }
};

const plain = (text: Text): string =>
  text
    .map((span) => {
      if (typeof span === 'string') return span;
      return 'text' in span ? span.text : ' [1] ';
    })
    .join('');

const wrapped = (text: string, indent = 0): number => {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > PHONE.columns) {
      lines += 1;
      used = indent + word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
};
