import { describe, expect, it } from 'vitest';
import { readArguments } from '../e2e/chaos/arguments.ts';
import { randomFrom } from '../e2e/chaos/random.ts';

const NAMES = ['faute-1', 'faute-1-autres', 'points'];

describe('what the fault runs are asked', () => {
  it('all of them, unless told otherwise', () => {
    expect(readArguments([], NAMES)).toEqual({
      only: [],
      seed: 7,
      minutes: Number.POSITIVE_INFINITY,
      short: false,
      list: false,
      write: false,
      add: false,
    });
  });

  it('some, by the beginning of their names', () => {
    expect(readArguments(['--only', 'faute,points', '--seed', '3', '--minutes', '2.5'], NAMES)).toMatchObject(
      {
        only: ['faute', 'points'],
        seed: 3,
        minutes: 2.5,
      },
    );
  });

  it.each([
    [['--only', 'ponits'], '« ponits »'],
    [['--seed', 'x'], '--seed x'],
    [['--minutes', '0'], '--minutes 0'],
    [['--rounds', '3'], '--rounds'],
    [['100'], '100'],
  ])('%j is refused with what was read', (given, words) => {
    expect(readArguments(given, NAMES)).toContain(words);
  });
});

it('the same seed draws the same numbers, another one others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((number) => number >= 0 && number < 1)).toBe(true);
});
