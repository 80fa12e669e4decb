import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../bot/cli/width.ts';
import { wrap } from '../../../bot/cli/wrap.ts';

describe('the width of a text', () => {
  it.each([
    ['élève', 5],
    ['e\u0301', 1],
    ['\u001b[1mgras\u001b[22m', 4],
    ['日本', 4],
    ['👍🏽', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('wrapping', () => {
  it.each([
    ['at spaces', 'un deux trois', 8, 'un deux\ntrois'],
    ['exactly at the edge', 'un deux', 7, 'un deux'],
    ['never at a no-break space', 'un deux\u00a0: trois', 8, 'un\ndeux\u00a0:\ntrois'],
    ['keeps the lines that are there', 'a\n\nb c', 80, 'a\n\nb c'],
    ['leaves a long word whole', 'a https://exemple.fr/tres/long b', 8, 'a\nhttps://exemple.fr/tres/long\nb'],
    ['sets a list in under its text', '- un deux trois', 8, '- un\n  deux\n  trois'],
    ['sets a numbered list in', '10. un deux', 8, '10. un\n    deux'],
    ['counts colours for nothing', '\u001b[1mun deux\u001b[22m', 7, '\u001b[1mun deux\u001b[22m'],
    ['keeps an indentation', '  un deux', 80, '  un deux'],
  ])('%s', (_, text, columns, expected) => {
    expect(wrap(text, columns)).toBe(expected);
  });
});
