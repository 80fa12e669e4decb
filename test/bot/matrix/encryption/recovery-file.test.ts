import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recoveryKeyIn, recoveryKeyOnDisk } from '../../../../bot/matrix/encryption/recovery-file.ts';
import { encodeRecoveryKey } from '../../../../bot/matrix/encryption/recovery-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recovery-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the key in the whole file as the bot wrote it, and in the key alone', () => {
  const file = join(folder, 'recovery.key');
  const key = new Uint8Array(recoveryKeyOnDisk(file, '@bot:t.fr'));
  expect(recoveryKeyIn(readFileSync(file, 'utf8'))).toEqual(key);
  expect(recoveryKeyIn(encodeRecoveryKey(key))).toEqual(key);
  expect(recoveryKeyIn(encodeRecoveryKey(key).replace(/^(\S+ \S+) /, '$1\n'))).toEqual(key);
});

it.each(['', 'mot de passe', 'EsTc 5rr1'])('finds none in « %s »', (text) => {
  expect(recoveryKeyIn(text)).toBeNull();
});
