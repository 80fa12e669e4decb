import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const layers = ['knowledge/rules', 'knowledge', 'commands', 'bot', 'test'] as const;
type Layer = (typeof layers)[number];

/** Layers that each layer may import from, itself included. */
const allowed: Record<Layer, readonly Layer[]> = {
  'knowledge/rules': ['knowledge/rules'],
  knowledge: ['knowledge', 'knowledge/rules'],
  commands: ['commands', 'knowledge', 'knowledge/rules'],
  bot: ['bot', 'commands', 'knowledge', 'knowledge/rules'],
  test: layers,
};

/** Packages and Node modules that a layer may import; undefined = all. */
const packages: Partial<Record<Layer, readonly string[]>> = {
  'knowledge/rules': [],
  knowledge: [
    'minisearch',
    'zod',
    'yaml',
    'snowball-stemmers',
    'stopword',
    'fastest-levenshtein',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:os',
    'node:v8',
    'node:zlib',
  ],
  commands: ['zod', 'fastest-levenshtein', 'csv-parse', 'csv-stringify', 'ical-generator'],
};

/** The one file that loads a package (`yaml`, which its layer may import) when it is needed and not before. */
const onDemand: Readonly<Record<string, readonly string[]>> = { 'knowledge/yaml.ts': ['node:module'] };

const layerOf = (file: string): Layer | undefined => layers.find((layer) => file.startsWith(`${layer}/`));

const sources = (['bot', 'commands', 'knowledge'] as const).flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

describe('imports point one way: bot → commands → knowledge → knowledge/rules', () => {
  it.each(sources)('%s', (file) => {
    const layer = layerOf(file);
    if (layer === undefined) throw new Error(`${file} stands in no layer`);
    const wrong = importsOf(file).filter((specifier) => {
      if (specifier.startsWith('.')) {
        const target = layerOf(relative(root, normalize(join(root, dirname(file), specifier))));
        return target === undefined || !allowed[layer].includes(target);
      }
      if (onDemand[file]?.includes(specifier)) return false;
      const list = packages[layer];
      return (
        list !== undefined && !list.some((name) => specifier === name || specifier.startsWith(`${name}/`))
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('what only one folder may do', () => {
  const offenders = (pattern: RegExp, exempt: (file: string) => boolean): string[] =>
    sources.filter((file) => !exempt(file) && pattern.test(readFileSync(join(root, file), 'utf8')));

  it('only bot/ reads the clock', () => {
    expect(
      offenders(/\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/, (file) => file.startsWith('bot/')),
    ).toEqual([]);
  });

  it('only bot/matrix/http/sdk.ts loads matrix-bot-sdk, whose index brings eighty packages that nothing uses', () => {
    expect(offenders(/'matrix-bot-sdk'/, (file) => file === 'bot/matrix/http/sdk.ts')).toEqual([]);
  });

  it('only bot/render/ and bot/site/ write HTML', () => {
    expect(
      offenders(
        /<\/?(?:p|b|strong|em|code|pre|blockquote|ul|ol|li|br|hr|a)\b[^>]*>/,
        (file) => file.startsWith('bot/render/') || file.startsWith('bot/site/'),
      ),
    ).toEqual([]);
  });

  it('nothing uses the reply helpers of the SDK, which copy the HTML of the sender', () => {
    expect(offenders(/\.reply(?:Text|Notice|HtmlText|HtmlNotice)\(|RichReply/, () => false)).toEqual([]);
  });
});
