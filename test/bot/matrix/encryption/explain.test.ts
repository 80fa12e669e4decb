import { describe, expect, it } from 'vitest';
import { explainStoreError } from '../../../../bot/matrix/encryption/explain.ts';
import {
  CryptoStoreError,
  type CryptoStoreErrorCode,
} from '../../../../bot/matrix/replacements/crypto/errors.ts';

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
    const explained = explainStoreError(new CryptoStoreError(code, 'detail'));
    expect(explained.message).toContain(words);
    expect(explained.exitCode).toBe(exitCode);
  });
});
