import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../bot/config/load.ts';
import { readSecret } from '../../../bot/config/secrets.ts';
import { exitCodes, OperatorError } from '../../../bot/operator-error.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};

const refusalOf = (act: () => unknown): OperatorError => {
  try {
    act();
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('loading a file', () => {
  it('takes paths from the folder of the file', () => {
    const path = write('c.yaml', 'homeserver: {url: "https://a.fr", userId: "@a:b.fr", tokenFile: jeton}\n');
    expect(loadConfig(path)).toMatchObject({
      homeserver: { tokenFile: join(folder, 'jeton'), passwordFile: null },
      data: { folder: join(folder, 'data') },
      encryption: { storeKeyFile: null, recoveryKeyFile: null },
    });
  });

  it('says what to do when the file is not there', () => {
    const refusal = refusalOf(() => loadConfig(join(folder, 'absent.yaml')));
    expect(refusal.exitCode).toBe(exitCodes.configuration);
    expect(refusal.message).toContain('Copier config.example.yaml');
  });

  it('says what is wrong in the file', () => {
    expect(refusalOf(() => loadConfig(write('c.yaml', 'x: 1\n'))).message).toContain(
      'ligne 1, x : clé inconnue.',
    );
  });
});

describe('a secret', () => {
  const secret = (file: string | null, env: NodeJS.ProcessEnv = {}) =>
    readSecret({ key: 'homeserver.tokenFile', file, variable: 'TCHAP_TOKEN' }, env);

  it('is read from its file, without the line feed', () => {
    expect(secret(write('jeton', 'canari\n'))).toBe('canari');
  });

  it('is read from the environment', () => {
    expect(secret(null, { TCHAP_TOKEN: 'canari' })).toBe('canari');
  });

  it('may be absent', () => {
    expect(secret(null, { TCHAP_TOKEN: ' ' })).toBeNull();
  });

  it.each([
    ['readable by everybody', () => secret(write('jeton', 'canari', 0o644)), 'chmod 600'],
    ['writable by everybody', () => secret(write('jeton', 'canari', 0o602)), 'chmod 600'],
    ['readable, with the path to change', () => secret(write('jeton', 'canari', 0o644)), "/jeton'"],
    ['empty', () => secret(write('jeton', '\n')), 'est vide'],
    ['missing', () => secret(join(folder, 'canari')), 'ne peut pas être lu'],
    ['a folder', () => secret(folder), 'ne peut pas être lu'],
    ['given twice', () => secret(write('jeton', 'canari'), { TCHAP_TOKEN: 'canari' }), 'N’en garder qu’un'],
  ])('is refused when %s, without being shown', (_, act, expected) => {
    const refusal = refusalOf(act);
    expect(refusal.message).toContain('homeserver.tokenFile');
    expect(refusal.message).toContain(expected);
    expect(refusal.message).not.toContain('canari');
    expect(refusal.exitCode).toBe(exitCodes.configuration);
  });
});
