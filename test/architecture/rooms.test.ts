import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairsOfRooms } from './matrix-graph.ts';

const root = join(import.meta.dirname, '../..');
const MOST_PAIRS = 60;
const MOST_FILES = 20;
const MOST_LINES = 250;

const sources = ['bench', 'bot', 'commands', 'knowledge', 'test', '.ci'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts'),
  ),
);

describe('rooms that a newcomer can hold in mind', () => {
  it(`bot/matrix has at most ${MOST_PAIRS} pairs of rooms of which one imports the other`, () => {
    const pairs = pairsOfRooms(join(root, 'bot/matrix'), ['replacements']);
    expect(pairs).toContain('send → events');
    expect(pairs.length, pairs.join('\n')).toBeLessThanOrEqual(MOST_PAIRS);
  });

  it(`no folder of code has more than ${MOST_FILES} files`, () => {
    // Migrations are a list that only grows, one file a step, read in the order of their numbers.
    const counts = sources
      .filter(({ name }) => !/^\d{3}-/.test(name))
      .map(({ parentPath }) => parentPath.slice(root.length + 1));
    const crowded = [...Map.groupBy(counts, (folder) => folder)]
      .filter(([, files]) => files.length > MOST_FILES)
      .map(([folder, files]) => `${folder}: ${files.length} files`);
    expect(crowded).toEqual([]);
  });

  it(`no file of code has more than ${MOST_LINES} lines`, () => {
    const long = sources
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path, 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES)
      .map(([path, lines]) => `${path.slice(root.length + 1)}: ${lines} lines`);
    expect(long).toEqual([]);
  });
});
