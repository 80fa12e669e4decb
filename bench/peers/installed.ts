import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const home = join(import.meta.dirname, '../../node_modules/.cache/bench-peers');
const LOCK = 'package-lock.json';
const fromPeers = createRequire(join(home, 'package.json'));

/** Installs the peers of bench/peers/package-lock.json beside the packages of the clone, outside those of the product. */
export const installPeers = (): void => {
  const installed = join(home, 'node_modules');
  const isSame =
    existsSync(installed) && textOf(join(home, LOCK)) === textOf(join(import.meta.dirname, LOCK));
  if (isSame) return;
  mkdirSync(home, { recursive: true });
  for (const name of ['package.json', LOCK]) copyFileSync(join(import.meta.dirname, name), join(home, name));
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' });
};

/** A package installed there, of CommonJS. */
export const required = (name: string): unknown => fromPeers(name);

/** The same for a module of ECMAScript. */
export const imported = (name: string): Promise<unknown> =>
  import(pathToFileURL(fromPeers.resolve(name)).href);

/** Its version, as installed. */
export const versionOf = (name: string): string => {
  const { version } = JSON.parse(textOf(join(home, 'node_modules', name, 'package.json')));
  return String(version);
};

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
