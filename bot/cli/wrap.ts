import { widthOf } from './width.ts';

/**
 * Breaks lines at spaces so that each takes at most `columns`; no-break spaces hold, a longer word stays whole.
 * What follows in a list or an indented line is set in under its text.
 */
export const wrap = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');

const wrapLine = (line: string, columns: number): string => {
  const [margin = ''] = /^ *(?:- |\d+\. )?/.exec(line) ?? [];
  const indent = ' '.repeat(margin.length);
  const [first = '', ...words] = line.split(' ');
  const lines: string[] = [];
  let current = first;
  for (const word of words) {
    if (widthOf(current) + 1 + widthOf(word) <= columns) current += ` ${word}`;
    else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current].join('\n');
};
