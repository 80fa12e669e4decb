import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { z } from 'zod';

/** `m.secret_storage.v1.aes-hmac-sha2`: https://spec.matrix.org/v1.18/client-server-api/#msecret_storagev1aes-hmac-sha2 */
const secretAlgorithm = 'm.secret_storage.v1.aes-hmac-sha2';

export const encryptedSecretSchema = z.object({ iv: z.string(), ciphertext: z.string(), mac: z.string() });
export type EncryptedSecret = z.infer<typeof encryptedSecretSchema>;

/** What is published of a key, so that a key typed in can be recognised as the right one. */
export const keyDescriptionSchema = z.object({
  algorithm: z.literal(secretAlgorithm),
  iv: z.string(),
  mac: z.string(),
});
export type KeyDescription = z.infer<typeof keyDescriptionSchema>;

export const encryptSecret = (key: Uint8Array, name: string, secret: string): EncryptedSecret =>
  encrypt(key, name, Buffer.from(secret), newIv());

/** null when the key is not the one, or the secret was tampered with. */
export const decryptSecret = (key: Uint8Array, name: string, encrypted: EncryptedSecret): string | null => {
  const { aes, hmac } = keysFor(key, name);
  const ciphertext = Buffer.from(encrypted.ciphertext, 'base64');
  const mac = Buffer.from(encrypted.mac, 'base64');
  const expected = createHmac('sha256', hmac).update(ciphertext).digest();
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return null;
  const decipher = createDecipheriv('aes-256-ctr', aes, Buffer.from(encrypted.iv, 'base64'));
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
};

export const describeKey = (key: Uint8Array): KeyDescription => {
  const { iv, mac } = encrypt(key, '', zeros, newIv());
  return { algorithm: secretAlgorithm, iv, mac };
};

export const isDescribedBy = (key: Uint8Array, { iv, mac }: KeyDescription): boolean =>
  encrypt(key, '', zeros, Buffer.from(iv, 'base64')).mac === mac.replace(/=+$/, '');

const zeros = Buffer.alloc(32);

const encrypt = (key: Uint8Array, name: string, plaintext: Buffer, iv: Buffer): EncryptedSecret => {
  const { aes, hmac } = keysFor(key, name);
  const cipher = createCipheriv('aes-256-ctr', aes, iv);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const mac = createHmac('sha256', hmac).update(ciphertext).digest();
  return { iv: unpadded(iv), ciphertext: unpadded(ciphertext), mac: unpadded(mac) };
};

const keysFor = (key: Uint8Array, name: string): { aes: Buffer; hmac: Buffer } => {
  const derived = Buffer.from(hkdfSync('sha256', key, zeros, name, 64));
  return { aes: derived.subarray(0, 32), hmac: derived.subarray(32) };
};

/** Bit 63 is cleared: some implementations overflow their counter otherwise (same section of the specification). */
const newIv = (): Buffer => {
  const iv = randomBytes(16);
  iv[8] = (iv[8] ?? 0) & 0x7f;
  return iv;
};

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
