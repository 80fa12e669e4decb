import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeTrouble } from '../../../bot/cli/launch.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the version of Node comes before all else', () => {
  it('an older one is refused by a sentence that says which is wanted, and how to have it', () => {
    expect(nodeTrouble('20.20.2')).toMatch(/^Node 20\.20\.2 est trop ancien : il faut Node 26/);
    expect(nodeTrouble('25.9.0')).toContain('npm ci');
    expect(nodeTrouble('26.0.0')).toBeNull();
    expect(nodeTrouble('30.1.0')).toBeNull();
  });

  it('the version wanted is that of package.json', () => {
    const { engines } = JSON.parse(read('package.json'));
    expect(nodeTrouble(engines.node.replace('>=', ''))).toBeNull();
    expect(nodeTrouble(String(Number(engines.node.replace('>=', '')) - 1))).not.toBeNull();
  });

  // An older Node links all static imports first, and fails on them before it runs any line.
  const started = [read('package.json'), read('Dockerfile').replaceAll(/dist\/(\S+)\.js/g, '$1.ts')]
    .flatMap((text) => text.match(/\bbot\/[\w/-]+\.ts\b/g) ?? [])
    .filter((file, at, all) => all.indexOf(file) === at);

  it('the programs that are started are known', () => {
    expect(started).toContain('bot/main.ts');
    expect(started).toContain('bot/healthcheck.ts');
    expect(started.length).toBeGreaterThan(4);
  });

  it.each(started)('%s imports nothing but the launcher', (file) => {
    const imports = read(file).match(/^import .*$/gm) ?? [];
    expect(imports).toEqual([expect.stringMatching(/cli\/launch\.ts'/)]);
  });

  it('and the launcher imports nothing', () => {
    expect(read('bot/cli/launch.ts')).not.toMatch(/^import\s/m);
  });
});
