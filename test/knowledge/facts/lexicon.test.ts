import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginningsOf } from '../../../knowledge/facts/beginnings.ts';
import { createFinder } from '../../../knowledge/facts/lexicon.ts';
import { listsOf, loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { readable } from '../../../knowledge/facts/reading.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';

const lists = listsOf(loadFactLexicon());

describe.each(Object.entries(lists))('each entry of %s', (_, entries) => {
  const find = createFinder(entries);
  const found = (text: string): readonly unknown[] => find(readable(text).folded).map(({ entry }) => entry);

  it.each(
    entries.map((entry) => [entry.value, entry] as const),
  )('%s: its examples and counter-examples', (_value, entry) => {
    for (const example of entry.examples)
      expect([example, found(example)]).toEqual([example, expect.arrayContaining([entry])]);
    for (const other of entry.counter) expect([other, found(other).includes(entry)]).toEqual([other, false]);
  });
});

describe('a finder', () => {
  const entry = (value: string, words: string[]) => ({ value, words, examples: ['x'], counter: ['y'] });
  const found = (words: string[], text: string) =>
    createFinder([entry('a', words)])(text).map(({ start, end }) => text.slice(start, end));

  it('takes whole words, the longest at one place', () => {
    expect(found(['cloud', 'cloud pi'], 'le cloud pi et les clouds')).toEqual(['cloud pi']);
  });

  it.each([
    [
      'words of which one begins the other',
      ['commune', 'com', 'co [a-z]+'],
      'com commune co mmune',
      ['com', 'commune', 'co mmune'],
    ],
    [
      'words that begin with a figure, a group or anything',
      ['(?:x|y)z', '[0-9]+ ans', 'abc'],
      'yz 12 ans abc',
      ['yz', '12 ans', 'abc'],
    ],
    ['words after what is no letter', ['abc', 'l? abc'], '« abc', [' abc']],
  ])('finds %s', (_, words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
  });

  it('lets a space stand for a hyphen or an apostrophe', () => {
    expect(
      found(['sous prefecture', 'de l etat', 'open ?data'], "sous-prefecture de l'etat opendata"),
    ).toEqual(['sous-prefecture', "de l'etat", 'opendata']);
  });
});

it.each([
  ['abcs?', 'abc'],
  ['abc?', 'ab abc'],
  ['abc*', 'ab'],
  ['ab+c', 'ab'],
  ['ab c', 'ab'],
  ['a?b?cd', 'abc acd bcd cd'],
  ['l[ae]s? x', 'la las le les'],
  ['(?:un |deux )?ans', 'ans deu un'],
  ['(?:ab|c(?:d|ef)?)g', 'abg cdg cef cg'],
  ['abc|d', 'abc d'],
  ['[0-9]+ ans', ''],
  [' ?abc', ''],
  ['\\(abc', ''],
])('%s begins with %s', (pattern, letters) => {
  expect([...beginningsOf(pattern)].sort().join(' ')).toBe(letters);
});

describe('the reading of a message', () => {
  it.each([
    'Préfecture — « x » œuvre\n\tÀ Noël',
    'ＭＡＩＲＩＥ ﬁn',
    'e\u0301tat l’a',
    '  a  b  ',
  ])('folds « %s » as fold does', (text) => {
    expect(readable(text.replace(/«[^»]*»/, '')).folded).toBe(fold(text.replace(/«[^»]*»/, '')));
  });

  it('leads back to the words as written', () => {
    const { folded, source } = readable('À la PRÉFECTURE œuvrent…');
    const at = folded.indexOf('prefecture');
    expect(source(at, at + 'prefecture'.length)).toBe('PRÉFECTURE');
  });
});

it('says what is wrong with an entry, and shows one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  const home = join(import.meta.dirname, '../../../knowledge/data/facts');
  for (const file of readdirSync(home)) writeFileSync(join(folder, file), readFileSync(join(home, file)));
  writeFileSync(join(folder, 'entity.yaml'), '- value: mairie\n  words: [Mairie, "(x"]\n  examples: []\n');
  expect(() => loadFactLexicon(folder)).toThrow(
    /ligne 1, 0\.value : lu "mairie"[\s\S]*0\.words\.0 : lu "Mairie", attendu des minuscules[\s\S]*0\.words\.1 : lu "\(x", attendu une expression[\s\S]*0\.examples[\s\S]*0\.counter[\s\S]*Exemple/,
  );
});
