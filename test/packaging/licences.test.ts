import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
      link: z.boolean().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
});
const packageSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]),
});

/** What is installed in production, without our own workspaces. */
const production = Object.entries(lockSchema.parse(read('package-lock.json')).packages).filter(
  ([path, entry]) =>
    path.startsWith('node_modules/') &&
    entry.link !== true &&
    entry.dev !== true &&
    entry.devOptional !== true,
);

/** Permissive licences, under which the bot may be given away with its source. */
const accepted = new Set([
  '(ISC AND CC-BY-3.0)',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',

  'Unlicense',
]);

describe('the packages of production', () => {
  it('are all under a permissive licence, as their own package.json says', () => {
    const installed = production.filter(([path]) => existsSync(join(root, path)));
    expect(installed.length).toBeGreaterThan(100);
    const others = installed
      .map(([path]) => [path, packageSchema.parse(read(join(path, 'package.json'))).license] as const)
      .filter(([, license]) => !accepted.has(license));
    expect(others).toEqual([]);
  });

  it('run no script at install', () => {
    expect(production.filter(([, entry]) => entry.hasInstallScript === true)).toEqual([]);
  });

  it('are pinned by version and digest, from a registry rather than from an address', () => {
    const loose = production.filter(
      ([, { integrity, resolved }]) =>
        integrity === undefined || (resolved !== undefined && !/^https:\/\/[^/]+\/.+\.tgz$/.test(resolved)),
    );
    expect(loose).toEqual([]);
  });

  it('are asked for in exact versions', () => {
    const { dependencies, devDependencies } = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(read('package.json'));
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(ranges).toEqual([]);
  });
});
