import { describe, expect, it } from 'vitest';
import { readNumber, readTap, TAPS } from '../../../commands/conversation/read-choice.ts';

describe('a choice by its number', () => {
  it.each([
    ['2', 2],
    ['2️⃣', 2],
    ['2.', 2],
    [' 2 !', 2],
    ['le 2', 2],
    ['la 2', 2],
    ['n° 3', 3],
    ['option 2', 2],
    ['choix n°1', 1],
    ['la première', 1],
    ['La deuxième', 2],
    ['la seconde question', 2],
    ['plutôt la troisième', 3],
    ['le quatrième choix', 4],
    ['la dernière', 3],
    ['je choisis la 1', 1],
    ['deux', 2],
    ['the second one', 2],
    ['number 3', 3],
    ['7', 7],
  ])('%j is %d', (text, number) => {
    expect(readNumber(text, 3)).toBe(number);
  });

  it.each([
    'R2',
    '2 M€',
    'et à 2 millions ?',
    'la règle 2',
    'deux conditions',
    'un ministère',
    'second critère',
    'oui',
    '2 ou 3',
    '',
  ])('%j is none', (text) => {
    expect(readNumber(text, 3)).toBeNull();
  });
});

describe('a tap', () => {
  it('is read as it was put, with or without its variation selector', () => {
    expect(TAPS.map(readTap)).toEqual([1, 2, 3, 4]);
    expect(readTap('3\u20e3')).toBe(3);
  });

  it.each(['👍', '5\ufe0f\u20e3', '2', ''])('%j is none', (key) => expect(readTap(key)).toBeNull());
});
