import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readVersion } from '../../../bot/process/version.ts';

const root = join(import.meta.dirname, '../../..');

it('reads the version of the clone', () => {
  expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

it('reads that of an image, whose program stands in dist beside package.json', async () => {
  const image = await mkdtemp(join(tmpdir(), 'image-'));
  onTestFinished(() => rm(image, { recursive: true, force: true }));
  await cp(join(root, 'bot/process/version.ts'), join(image, 'dist/bot/process/version.ts'));
  await symlink(join(root, 'node_modules'), join(image, 'node_modules'));
  await writeFile(join(image, 'package.json'), JSON.stringify({ type: 'module', version: '7.8.9' }));
  const built = await import(/* @vite-ignore */ join(image, 'dist/bot/process/version.ts'));
  expect(built.readVersion()).toBe('7.8.9');
});
