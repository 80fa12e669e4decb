import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { using } from './ids.ts';
import { type OutgoingRequest, takeOutgoing, takeRequest } from './requests.ts';

/** The private keys of an identity: seeds in unpadded base64, as secret storage holds them. */
export interface CrossSigningKeys {
  readonly master: string;
  readonly selfSigning: string;
  readonly userSigning: string;
}

/** What publishes an identity, to be sent in this order. */
export interface IdentityUpload {
  /** POST /keys/upload, then `markRequestAsSent`; null when the device keys are on the server already. */
  readonly deviceKeys: OutgoingRequest | null;
  /** Body (JSON) of POST /keys/device_signing/upload; nothing to mark. */
  readonly signingKeys: string;
  /** Body (JSON) of POST /keys/signatures/upload; nothing to mark. */
  readonly signatures: string;
}

/** What our own user and device look like to the others. */
export interface OwnIdentity {
  /** Public key of the identity known to the homeserver, unpadded base64; null when it knows none. */
  readonly masterKey: string | null;
  /** This device bears the signature of that identity. */
  readonly deviceSigned: boolean;
}

/** Cross-signing of our own user; `bot/matrix/encryption/cross-signing.ts` says when to call what. */
export class CrossSigning {
  readonly #machine: wasm.OlmMachine;

  constructor(machine: wasm.OlmMachine) {
    this.#machine = machine;
  }

  /** All three private keys are in the store. */
  async hasPrivateKeys(): Promise<boolean> {
    const status = await this.#machine.crossSigningStatus();
    return using(status, ({ hasMaster, hasSelfSigning, hasUserSigning }) => {
      return hasMaster && hasSelfSigning && hasUserSigning;
    });
  }

  /** Makes an identity, or gives again the upload of the one in the store: safe to call after a crash. */
  async bootstrap(): Promise<IdentityUpload> {
    const requests = await this.#machine.bootstrapCrossSigning(false);
    const deviceKeys: wasm.OutgoingRequest | undefined = requests.uploadKeysRequest;
    return {
      deviceKeys: deviceKeys === undefined ? null : takeOutgoing(deviceKeys),
      signingKeys: requests.uploadSigningKeysRequest.body,
      signatures: requests.uploadSignaturesRequest.body,
    };
  }

  /** null when the store does not hold all three. */
  async exportKeys(): Promise<CrossSigningKeys | null> {
    const keys = await this.#machine.exportCrossSigningKeys();
    const { masterKey: master, self_signing_key: selfSigning, userSigningKey: userSigning } = keys ?? {};
    if (master === undefined || selfSigning === undefined || userSigning === undefined) return null;
    return { master, selfSigning, userSigning };
  }

  /**
   * Takes over an existing identity. Its public keys must be known already (`queryOwnKeys`). False when the private
   * keys are not those of that identity.
   */
  async importKeys({ master, selfSigning, userSigning }: CrossSigningKeys): Promise<boolean> {
    (await this.#machine.importCrossSigningKeys(master, selfSigning, userSigning)).free();
    return this.hasPrivateKeys();
  }

  /** Signs this device. Returns the body (JSON) of POST /keys/signatures/upload; nothing to mark. */
  async signOwnDevice(): Promise<string> {
    const device = await this.#machine.getDevice(this.#machine.userId, this.#machine.deviceId, 0);
    if (device === undefined) throw new Error('Own device unknown to the machine');
    return using(device, async () => (await device.verify()).body);
  }

  /** A POST /keys/query about our own user, to be answered through `markRequestAsSent`. */
  queryOwnKeys(): OutgoingRequest {
    return takeRequest(this.#machine.queryKeysForUsers([this.#machine.userId]));
  }

  async ownIdentity(): Promise<OwnIdentity> {
    const identity = await this.#machine.getIdentity(this.#machine.userId);
    if (!(identity instanceof wasm.OwnUserIdentity)) return { masterKey: null, deviceSigned: false };
    const device = await this.#machine.getDevice(this.#machine.userId, this.#machine.deviceId, 0);
    return {
      masterKey: publicKeyOf(identity.masterKey),
      deviceSigned: device?.isCrossSignedByOwner() ?? false,
    };
  }
}

/** `{"keys": {"ed25519:<key>": "<key>"}, …}` */
function publicKeyOf(json: string): string | null {
  const { keys } = JSON.parse(json) as { keys?: Record<string, string> };
  return Object.values(keys ?? {})[0] ?? null;
}
