import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const gate = join(import.meta.dirname, '../../.ci/changelog');

/** A repository whose main branch holds `bot/a.ts`, with a branch checked out. */
const repository = () => {
  const folder = mkdtempSync(join(tmpdir(), 'changelog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  const commit = (file: string, message = 'Change') => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), message);
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('bot/a.ts', 'First');
  const check = () => spawnSync(gate, { cwd: folder, encoding: 'utf8' });
  return { folder, git, commit, check };
};

const branch = () => {
  const made = repository();
  made.git('switch', '--quiet', '--create', 'change');
  return made;
};

describe('the gate on CHANGELOG.md', () => {
  it('stops a change of code without a line, and says what is expected', () => {
    const { commit, check } = branch();
    commit('bot/b.ts');
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('« Non publié »') });
  });

  it.each([
    ['a line', ['bot/b.ts', 'CHANGELOG.md'], 'Change'],
    ['no code', ['docs/a.md', 'test/a.test.ts'], 'Change'],
    ['a commit that says there is nothing to tell', ['bot/b.ts'], 'Move\n\nChangelog: none'],
  ])('lets pass %s', (_, files, message) => {
    const { commit, check } = branch();
    for (const file of files) commit(file, message);
    expect(check()).toMatchObject({ status: 0 });
  });

  it('wants nothing of the main branch, nor of a clone of one commit', () => {
    const { folder, git, commit, check } = repository();
    commit('bot/b.ts');
    expect(check()).toMatchObject({ status: 0 });
    const clone = join(folder, 'clone');
    git('clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    expect(spawnSync(gate, { cwd: clone })).toMatchObject({ status: 0 });
  });
});
