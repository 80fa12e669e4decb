import { expect, it } from 'vitest';
import { createDraw, mutated, mutationsOf } from './mutations.ts';

it('changes one thing of one line of code, and leaves comments, types, texts and imports', () => {
  const source = [
    "import { a } from './1.ts';",
    '// a < 2',
    'const MOST = 40;',
    'if (a < b && c) go();',
    "say('3 < 4');",
    'return list[at] ?? 0;',
  ].join('\n');
  expect(mutationsOf(source).map(({ line, after }) => `${line} ${after}`)).toEqual([
    '3 const MOST = 41;',
    '4 if (a <= b && c) go();',
    '4 if (a < b || c) go();',
  ]);
  const [first] = mutationsOf(source);
  expect(first && mutated(source, first).split('\n')[2]).toBe('const MOST = 41;');
});

it('draws the same for the same seed', () => {
  const [one, other] = [createDraw(7), createDraw(7)];
  expect([one(), one(), one()]).toEqual([other(), other(), other()]);
  expect(createDraw(8)()).not.toBe(createDraw(7)());
});
