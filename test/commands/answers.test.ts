import { describe, expect, it } from 'vitest';
import { createQuotes } from '../../commands/answers.ts';
import { corpus } from './running.ts';

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
