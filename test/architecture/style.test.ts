import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const linesOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('replacements/') && !name.endsWith('.d.ts'))
    .flatMap((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .split('\n')
        .map((line, at) => [`${folder}/${name}:${at + 1}`, line] as const),
    );

const lines = ['bot', 'commands', 'knowledge', 'test'].flatMap(linesOf);
const wrong = (pattern: RegExp): readonly string[] =>
  lines.flatMap(([place, line]) => (pattern.test(line) ? [`${place} ${line}`] : []));

describe('one dialect', () => {
  it('a function of a module is an arrow constant; `function` is left to generators and overloads', () => {
    expect(wrong(/^(?:export )?(?:async )?function \w/)).toEqual([]);
  });

  it('a number of a module is written in capitals', () => {
    expect(wrong(/^(?:export )?const [a-z]\w* = -?[\d_.]+(?: \* [\d_.]+)*;/)).toEqual([]);
  });
});
