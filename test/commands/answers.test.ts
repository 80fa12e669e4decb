import { describe, expect, it } from 'vitest';
import { createQuotes, echo } from '../../commands/answers.ts';
import { corpus } from './running.ts';

it.each([
  [' R9\n\nou\u00a0R10 ', 10, 'R9 ou R10'],
  ['a'.repeat(11), 10, `${'a'.repeat(10)}…`],
  [`${'a'.repeat(9)}😀`, 10, `${'a'.repeat(9)}\ufffd…`],
])('what was typed is shown back on one line, cut short: %j', (text, longest, expected) => {
  expect(echo(text, longest)).toBe(expected);
});

describe('the quotations of an answer', () => {
  it('are numbered in the order of their first use; the same words are cited once', () => {
    const quotes = createQuotes(corpus);
    expect(quotes.block('circulaire-2023#R8')).toEqual({ kind: 'quote', citation: 0 });
    expect(quotes.index('circulaire-2023#R7')).toBe(1);
    expect(quotes.index('circulaire-2023#R7', 'étude comparative')).toBe(2);
    expect(quotes.index('circulaire-2023#R8')).toBe(0);
    expect(quotes.all()).toHaveLength(3);
  });

  it('cannot be words that the text does not hold', () => {
    expect(() => createQuotes(corpus).index('circulaire-2023#R8', 'dix millions')).toThrow();
    expect(() => createQuotes(corpus).index('circulaire-2023#R99')).toThrow();
  });

  it('cannot be none', () => {
    expect(() => createQuotes(corpus).all()).toThrow();
  });
});
