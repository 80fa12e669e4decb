import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of the tests that reach a file by imports: those of its own folder, then those with the fewest steps. */
export const testsNearest = (file: string): readonly string[] => {
  const found: string[] = [];
  const seen = new Set([file]);
  for (let layer = [file]; layer.length > 0; ) {
    found.push(...layer.filter((name) => name.endsWith('.test.ts')).toSorted());
    layer = layer.flatMap((name) => importers().get(name) ?? []).filter((name) => !seen.has(name));
    layer = [...new Set(layer)];
    for (const name of layer) seen.add(name);
  }
  const own = (name: string): number => Number(name.startsWith(`test/${dirname(file)}/`));
  return found.filter((name) => !SLOW.test(name)).toSorted((a, b) => own(b) - own(a));
};

/** They start processes, a homeserver or a browser. */
const SLOW = /^test\/(?:process|e2e|site)\//;

let known: ReadonlyMap<string, readonly string[]> | null = null;

/** Who imports each file, read once. */
const importers = (): ReadonlyMap<string, readonly string[]> => {
  known ??= new Map(
    [
      ...Map.groupBy(
        globSync('{bot,commands,knowledge,test}/**/*.ts').flatMap((from) =>
          [...readFileSync(from, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(
            ([, to = '']) => [join(dirname(from), to), from] as const,
          ),
        ),
        ([to]) => to,
      ),
    ].map(([to, pairs]) => [to, pairs.map(([, from]) => from)]),
  );
  return known;
};
