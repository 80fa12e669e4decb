import { widthOf } from './width.ts';

/**
 * Breaks lines at spaces so that each takes at most `columns`; no-break spaces hold, a longer word stays whole.
 * What follows in a list is set in under its text.
 */
export const wrap = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');

const wrapLine = (line: string, columns: number): string => {
  const [mark = ''] = /^(?:- |\d+\. )/.exec(line) ?? [];
  const indent = ' '.repeat(mark.length);
  const lines: string[] = [];
  let current = '';
  let room = columns;
  for (const word of line.split(' ')) {
    const width = widthOf(word);
    if (current !== '' && width + 1 > room) {
      lines.push(current);
      current = indent + word;
      room = columns - indent.length - width;
    } else {
      room -= width + (current === '' ? 0 : 1);
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
};
