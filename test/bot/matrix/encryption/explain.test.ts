import { describe, expect, it } from 'vitest';
import { explainStoreError } from '../../../../bot/matrix/encryption/explain.ts';
import {
  CryptoStoreError,
  type CryptoStoreErrorCode,
} from '../../../../bot/matrix/replacements/crypto/errors.ts';

const STORE = '/tmp/data/crypto/crypto-store.sqlite';

describe('what the operator is told of a store that cannot be used', () => {
  it.each<[CryptoStoreErrorCode, string, number]>([
    ['not-configured', 'configurée', 78],
    ['unreadable', 'dossier de données', 74],
    ['locked', 'Un autre robot utilise déjà ce dossier', 75],
    ['corrupt', 'Restaurez', 84],
    ['unknown-schema', 'version plus récente', 74],
    ['wrong-key', 'clé d’origine', 78],
    ['other-device', 'jeton d’origine', 78],
    ['commit-failed', 'vérifiez le disque', 74],
  ])('%s', (code, words, exitCode) => {
    const explained = explainStoreError(new CryptoStoreError(code, 'detail'), STORE);
    expect(explained.message).toContain(words);
    expect(explained.message).toContain(STORE);
    expect(explained.exitCode).toBe(exitCode);
  });

  it.each([
    ['a full disk', 'unreadable', 13, 'le disque est plein'],
    ['a read-only disk', 'unreadable', 8, 'lecture seule'],
    ['a disk that fails', 'commit-failed', 10, 'renvoie une erreur'],
  ] as const)('%s is named', (_, code, errcode, words) => {
    const cause = Object.assign(new Error('of SQLite'), { errcode });
    const { message, exitCode } = explainStoreError(new CryptoStoreError(code, 'detail', { cause }), STORE);
    expect(message).toContain(words);
    expect(message).toContain(STORE);
    expect(message).toContain('Disque monté sur');
    expect(exitCode).toBe(74);
  });
});
