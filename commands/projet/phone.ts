import type { Block } from '../../knowledge/answer/answer.ts';
import { PHONE, phoneLines } from '../../knowledge/answer/phone.ts';
import type { Text } from '../../knowledge/answer/text.ts';

/** Lines that a title and blocks take on a phone, a blank line between them, with the day under them. */
export const linesOnPhone = (title: string, blocks: readonly Block[]): number =>
  [phoneLines(title), ...blocks.map(linesOf), 1].reduce((sum, lines) => sum + lines + 1, -1);

const linesOf = (block: Block): number => {
  switch (block.kind) {
    case 'paragraph':
    case 'next':
      return phoneLines(plain(block.text));
    case 'list':
      return block.items.reduce((sum, item) => sum + phoneLines(`10. ${plain(item)}`, 3), 0);
    case 'subtitle':
    case 'preformatted':
      return phoneLines(block.text);
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
