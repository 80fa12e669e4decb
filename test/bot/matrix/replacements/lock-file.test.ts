import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const text = readFileSync(join(import.meta.dirname, '../../../../package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Package> };
const entries = Object.entries(packages);
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path;

/** The runtime, for development; the image has its own. */
const mayRunScripts = ['node_modules/node'];

describe('package-lock.json', () => {
  it.each([
    '@matrix-org/matrix-sdk-crypto-nodejs',
    'request',
    'request-promise',
  ])('has %s as a link to our replacement, and nowhere else', (name) => {
    const found = entries.filter(([path]) => path.includes('node_modules/') && nameOf(path) === name);
    expect(found.map(([path, { link, resolved }]) => [path, link, resolved])).toEqual([
      [
        `node_modules/${name}`,
        true,
        expect.stringMatching(/^bot\/matrix\/replacements\/(?:crypto|request|request-promise)$/),
      ],
    ]);
  });

  it.each([
    'node-downloader-helper',
    'form-data',
    'tough-cookie',
    'har-validator',
    'request-promise-core',
  ])('has no %s, which only the originals need', (name) =>
    expect(entries.filter(([path]) => nameOf(path) === name)).toEqual([]));

  it('has no script at installation, except for the runtime of development', () => {
    const scripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripts.map(([path, { dev }]) => [path, dev])).toEqual(mayRunScripts.map((path) => [path, true]));
  });

  it('names no host of a registry', () => {
    expect(text.match(/"resolved": "https?:[^"]*"/g)).toBeNull();
  });
});
