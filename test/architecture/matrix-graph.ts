import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Imports of a folder, as distinct pairs of rooms: a subfolder is one room, a loose file of the folder is another.
 * Imports within a room are not counted. Run alone, prints the pairs: node test/architecture/matrix-graph.ts
 */
export const pairsOfRooms = (folder: string, except: readonly string[] = []): readonly string[] => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !except.includes(roomOf(name)),
  );
  const pairs = files.flatMap((file) =>
    importsOf(join(folder, file)).flatMap((target) => {
      const to = relative(folder, target);
      return to.startsWith('..') || except.includes(roomOf(to)) || roomOf(to) === roomOf(file)
        ? []
        : [`${roomOf(file)} → ${roomOf(to)}`];
    }),
  );
  return [...new Set(pairs)].sort();
};

/** `send` of `send/sender.ts`, `options.ts` of itself. */
const roomOf = (file: string): string => file.split('/')[0] ?? file;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from\s*'(\.[^']+)'/gm)].map(
    ([, specifier = '']) => join(dirname(file), specifier),
  );

if (import.meta.main) {
  const pairs = pairsOfRooms(join(import.meta.dirname, '../../bot/matrix'), ['replacements']);
  console.log(`${pairs.join('\n')}\n${pairs.length} pairs`);
}
