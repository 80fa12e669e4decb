import type { CrossSigningKeys } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { z } from 'zod';
import { errcodeOf, type Homeserver } from './homeserver.ts';
import {
  decryptSecret,
  describeKey,
  encryptedSecretSchema,
  encryptSecret,
  isDescribedBy,
  keyDescriptionSchema,
} from './secret-cipher.ts';

const secretNames = {
  master: 'm.cross_signing.master',
  selfSigning: 'm.cross_signing.self_signing',
  userSigning: 'm.cross_signing.user_signing',
} as const;
const defaultKeyType = 'm.secret_storage.default_key';
const defaultKeySchema = z.object({ key: z.string() });
const secretSchema = z.object({ encrypted: z.record(z.string(), z.unknown()) });

/**
 * The private cross-signing keys of the bot, kept by the homeserver, encrypted by the recovery key (« stockage
 * secret »). The format is that of the specification: Element signs in as the bot and verifies with the same key.
 */
export class SecretStorage {
  readonly #homeserver: Homeserver;
  readonly #userId: string;

  constructor(homeserver: Homeserver, userId: string) {
    this.#homeserver = homeserver;
    this.#userId = userId;
  }

  /** All three secrets are there under the default key. Whether a given key opens them is not known. */
  async isComplete(): Promise<boolean> {
    const keyId = await this.#defaultKeyId();
    if (keyId === null) return false;
    const found = await Promise.all(Object.values(secretNames).map((name) => this.#encrypted(name, keyId)));
    return found.every((secret) => secret !== null);
  }

  /** null when the key is not that of the storage, or when the storage is empty or damaged. */
  async read(key: Uint8Array): Promise<CrossSigningKeys | null> {
    const keyId = await this.#defaultKeyId();
    if (keyId === null) return null;
    const description = keyDescriptionSchema.safeParse(await this.#get(`m.secret_storage.key.${keyId}`));
    if (!description.success || !isDescribedBy(key, description.data)) return null;
    const open = async (name: string): Promise<string | null> => {
      const encrypted = await this.#encrypted(name, keyId);
      return encrypted === null ? null : decryptSecret(key, name, encrypted);
    };
    const master = await open(secretNames.master);
    const selfSigning = await open(secretNames.selfSigning);
    const userSigning = await open(secretNames.userSigning);
    if (master === null || selfSigning === null || userSigning === null) return null;
    return { master, selfSigning, userSigning };
  }

  /** Stores the keys under a new default key, announced last: until then nobody looks at the new secrets. */
  async write(key: Uint8Array, keyId: string, keys: CrossSigningKeys): Promise<void> {
    await this.#put(`m.secret_storage.key.${keyId}`, describeKey(key));
    for (const part of ['master', 'selfSigning', 'userSigning'] as const) {
      const name = secretNames[part];
      await this.#put(name, { encrypted: { [keyId]: encryptSecret(key, name, keys[part]) } });
    }
    await this.#put(defaultKeyType, { key: keyId });
  }

  async #defaultKeyId(): Promise<string | null> {
    return defaultKeySchema.safeParse(await this.#get(defaultKeyType)).data?.key ?? null;
  }

  async #encrypted(name: string, keyId: string) {
    const secret = secretSchema.safeParse(await this.#get(name)).data?.encrypted[keyId];
    return encryptedSecretSchema.safeParse(secret).data ?? null;
  }

  async #get(type: string): Promise<unknown> {
    try {
      return await this.#homeserver.doRequest('GET', this.#path(type));
    } catch (error) {
      if (errcodeOf(error) === 'M_NOT_FOUND') return null;
      throw error;
    }
  }

  async #put(type: string, content: unknown): Promise<void> {
    await this.#homeserver.doRequest('PUT', this.#path(type), null, content);
  }

  #path(type: string): string {
    return `/_matrix/client/v3/user/${encodeURIComponent(this.#userId)}/account_data/${encodeURIComponent(type)}`;
  }
}
