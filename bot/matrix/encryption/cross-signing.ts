import { randomBytes } from 'node:crypto';
import type { OlmMachine, OutgoingRequest } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { Homeserver } from './homeserver.ts';
import { type PublishedIdentity, publishedIdentity } from './published-identity.ts';
import { readRecoveryFile, recoveryKeyOnDisk } from './recovery-file.ts';
import { SecretStorage } from './secret-storage.ts';
import { uploadSigningKeys } from './signing-keys.ts';

export interface CrossSigningSetup {
  readonly homeserver: Homeserver;
  readonly machine: OlmMachine;
  readonly userId: string;
  /** Password of the account, for homeservers that ask for it; null: none is given. */
  readonly password: string | null;
  /** 32 bytes of the recovery key of the configuration; null: read `recoveryFile` if it exists. */
  readonly recoveryKey: Uint8Array | null;
  /** Where a new recovery key is written, once. */
  readonly recoveryFile: string;
}

export type CrossSigningOutcome =
  /** The device bears the signature of the identity. `recoveryFile`: a key has just been written there. */
  | {
      readonly kind: 'already' | 'created' | 'restored';
      readonly recoveryFile: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'recovery-key-needed' | 'recovery-key-wrong' | 'password-needed' | 'password-wrong';
    };

/**
 * Has this device signed by the bot's identity: makes the identity at the first start, takes it over with the recovery
 * key after a loss of the data folder. Safe to call at each start and after any crash; errors of the network are thrown.
 *
 * To be called between `client.crypto.prepare()` and the first sync.
 */
export const ensureCrossSigning = async (setup: CrossSigningSetup): Promise<CrossSigningOutcome> => {
  const { homeserver, machine, userId } = setup;
  const published = await ask(setup);
  if (!published.exists) {
    const refusal = await publish(setup);
    if (refusal !== null) return { kind: 'refused', reason: refusal };
  } else if (!(await machine.crossSigning.hasPrivateKeys())) {
    return restore(setup);
  } else if (!published.deviceSigned) {
    await signDevice(setup);
  }
  const storage = new SecretStorage(homeserver, userId);
  const recoveryFile = (await storage.isComplete()) ? null : await keepKeys(setup, storage);
  return { kind: published.exists ? 'already' : 'created', recoveryFile };
};

/** What the homeserver says of us, told to the machine too: it believes a signature only when it comes back. */
const ask = async (setup: CrossSigningSetup): Promise<PublishedIdentity> => {
  const { machine, userId } = setup;
  const answer = await send(setup, '/keys/query', machine.crossSigning.queryOwnKeys());
  return publishedIdentity(answer, userId, machine.deviceId.toString());
};

const restore = async (setup: CrossSigningSetup): Promise<CrossSigningOutcome> => {
  const key = setup.recoveryKey ?? readRecoveryFile(setup.recoveryFile);
  if (key === null) return { kind: 'refused', reason: 'recovery-key-needed' };
  const keys = await new SecretStorage(setup.homeserver, setup.userId).read(key);
  const { crossSigning } = setup.machine;
  if (keys === null || !(await crossSigning.importKeys(keys))) {
    return { kind: 'refused', reason: 'recovery-key-wrong' };
  }
  await signDevice(setup);
  return { kind: 'restored', recoveryFile: null };
};

const signDevice = async (setup: CrossSigningSetup): Promise<void> => {
  await post(setup, '/keys/signatures/upload', await setup.machine.crossSigning.signOwnDevice());
  await ask(setup);
};

const publish = async (setup: CrossSigningSetup): Promise<'password-needed' | 'password-wrong' | null> => {
  const upload = await setup.machine.crossSigning.bootstrap();
  if (upload.deviceKeys !== null) await send(setup, '/keys/upload', upload.deviceKeys);
  const refusal = await uploadSigningKeys(setup, JSON.parse(upload.signingKeys));
  if (refusal !== null) return refusal;
  await post(setup, '/keys/signatures/upload', upload.signatures);
  await ask(setup);
  return null;
};

/** Puts the private keys in secret storage, under the key of the configuration or under one written to the file. */
const keepKeys = async (setup: CrossSigningSetup, storage: SecretStorage): Promise<string | null> => {
  const keys = await setup.machine.crossSigning.exportKeys();
  if (keys === null) throw new Error('The store has no private cross-signing keys to keep');
  const key = setup.recoveryKey ?? recoveryKeyOnDisk(setup.recoveryFile, setup.userId);
  await storage.write(key, randomBytes(16).toString('hex'), keys);
  return setup.recoveryKey === null ? setup.recoveryFile : null;
};

/** Sends what the machine wants sent, and gives it the answer. */
const send = async (setup: CrossSigningSetup, path: string, request: OutgoingRequest): Promise<unknown> => {
  const answer = await post(setup, path, request.body);
  await setup.machine.markRequestAsSent(request.id, request.type, JSON.stringify(answer));
  return answer;
};

const post = ({ homeserver }: CrossSigningSetup, path: string, body: string): Promise<unknown> =>
  homeserver.doRequest('POST', `/_matrix/client/v3${path}`, null, JSON.parse(body));
