import { randomBytes } from 'node:crypto';
import {
  decodeRecoveryKey as elementDecodes,
  encodeRecoveryKey as elementEncodes,
} from 'matrix-js-sdk/lib/crypto-api/recovery-key.js';
import elementDecrypts from 'matrix-js-sdk/lib/utils/decryptAESSecretStorageItem.js';
import elementEncrypts from 'matrix-js-sdk/lib/utils/encryptAESSecretStorageItem.js';
import { describe, expect, it } from 'vitest';
import { decodeRecoveryKey, encodeRecoveryKey } from '../../../../bot/matrix/encryption/recovery-key.ts';
import {
  decryptSecret,
  describeKey,
  encryptSecret,
  isDescribedBy,
} from '../../../../bot/matrix/encryption/secret-cipher.ts';

const keys = Array.from({ length: 50 }, () => new Uint8Array(randomBytes(32)));

describe('a recovery key', () => {
  it('is written as Element writes it', () => {
    expect(keys.map(encodeRecoveryKey)).toEqual(keys.map((key) => elementEncodes(key)));
  });

  it('is read by Element, and by us', () => {
    for (const key of keys) {
      expect(elementDecodes(encodeRecoveryKey(key))).toEqual(key);
      expect(decodeRecoveryKey(`  ${encodeRecoveryKey(key)}\n`)).toEqual(key);
    }
  });

  const [key = new Uint8Array(32)] = keys;
  it.each([
    ['empty', ''],
    ['a character wrong', encodeRecoveryKey(key).replace(/.$/, (last) => (last === 'z' ? 'y' : 'z'))],
    ['a character missing', encodeRecoveryKey(key).slice(0, -1)],
    ['a character too many', `${encodeRecoveryKey(key)}z`],
    ['a forbidden character', encodeRecoveryKey(key).replace(/.$/, '0')],
    ['a sentence', 'Clé de récupération du robot'],
    ['very long', 'z'.repeat(100_000)],
  ])('is refused: %s', (_title, text) => expect(decodeRecoveryKey(text)).toBeNull());
});

describe('a secret', () => {
  const [key = new Uint8Array(32), other = new Uint8Array(32)] = keys;
  const name = 'm.cross_signing.master';

  it('encrypted by us is read by Element', async () => {
    expect(await elementDecrypts(encryptSecret(key, name, 'graine'), key, name)).toBe('graine');
  });

  it('encrypted by Element is read by us', async () => {
    expect(decryptSecret(key, name, await elementEncrypts('graine', key, name))).toBe('graine');
  });

  it('is refused with another key, under another name, or changed', () => {
    const secret = encryptSecret(key, name, 'graine');
    const changed = { ...secret, ciphertext: Buffer.from('GRAINE').toString('base64') };
    expect([
      decryptSecret(other, name, secret),
      decryptSecret(key, 'm.cross_signing.self_signing', secret),
      decryptSecret(key, name, changed),
      decryptSecret(key, name, { ...secret, mac: '' }),
    ]).toEqual([null, null, null, null]);
  });

  it('says which key opens it', () => {
    expect([isDescribedBy(key, describeKey(key)), isDescribedBy(other, describeKey(key))]).toEqual([
      true,
      false,
    ]);
  });
});
