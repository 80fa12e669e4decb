import {
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import type { KeyServer } from './key-server.ts';

type Json = Record<string, unknown>;

export interface SasEvent {
  readonly type: string;
  readonly content: Json;
}

/** JSON as the specification has it signed: keys sorted, no space. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
};

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
const publicOf = (key: KeyObject): string =>
  unpadded(Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'));

/**
 * Somebody who verifies by emoji, written from the text of the specification (« Short Authentication String (SAS)
 * verification ») with node:crypto only: it shares nothing with the machine of the bot.
 */
export class SasPerson {
  readonly userId: string;
  readonly deviceId: string;
  /** Transaction between devices; in a room, the event of the request, to be set once it has one. */
  flowId: string = randomUUID();
  /** Keys of the other side whose MAC was right. */
  readonly verified: string[] = [];
  done = false;
  cancelled: string | null = null;
  /** Sends wrong MACs, as somebody in between would. */
  isForger = false;
  readonly #device = generateKeyPairSync('ed25519');
  readonly #master = generateKeyPairSync('ed25519');
  readonly #ephemeral = generateKeyPairSync('x25519');
  readonly #other: { readonly userId: string; readonly deviceId: string };
  readonly #server: KeyServer;
  readonly #isInRoom: boolean;
  #isConfirmed = false;
  #start: Json = {};
  #commitment = '';
  #otherKey = '';
  #shared: Buffer | null = null;

  constructor(
    server: KeyServer,
    [userId, deviceId]: readonly [string, string],
    other: { readonly userId: string; readonly deviceId: string },
    isInRoom = false,
  ) {
    this.#server = server;
    this.userId = userId;
    this.deviceId = deviceId;
    this.#other = other;
    this.#isInRoom = isInRoom;
    this.#publish();
  }

  request(now: number): SasEvent {
    const asked = { from_device: this.deviceId, methods: ['m.sas.v1'] };
    if (!this.#isInRoom) return this.#event('request', { ...asked, timestamp: now });
    const content = {
      ...asked,
      msgtype: 'm.key.verification.request',
      to: this.#other.userId,
      body: 'verify',
    };
    return { type: 'm.room.message', content };
  }

  /** What this person's client answers to a message of the other side. */
  hear({ type, content }: SasEvent): readonly SasEvent[] {
    switch (type.replace('m.key.verification.', '')) {
      case 'ready':
        return [this.#begin()];
      case 'accept':
        this.#commitment = String(content.commitment);
        return [this.#event('key', { key: publicOf(this.#ephemeral.publicKey) })];
      case 'key':
        return this.#agree(String(content.key));
      case 'mac':
        this.#check(content.mac as Record<string, string>, String(content.keys));
        return this.#isConfirmed ? [this.#event('done', {})] : [];
      case 'done':
        this.done = true;
        return [];
      case 'cancel':
        this.cancelled = String(content.code);
        return [];
      default:
        return [];
    }
  }

  /** What this person sees; null before keys are exchanged. */
  shown(): { readonly emoji: readonly number[]; readonly decimals: readonly number[] } | null {
    if (this.#shared === null) return null;
    const info = [
      'MATRIX_KEY_VERIFICATION_SAS',
      ...[this.userId, this.deviceId, publicOf(this.#ephemeral.publicKey)],
      ...[this.#other.userId, this.#other.deviceId, this.#otherKey],
      this.flowId,
    ].join('|');
    const bytes = Buffer.from(hkdfSync('sha256', this.#shared, '', info, 6));
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const numbers = (size: number, count: number) =>
      Array.from({ length: count }, (_, i) => Number.parseInt(bits.slice(i * size, (i + 1) * size), 2));
    return { emoji: numbers(6, 7), decimals: numbers(13, 3).map((number) => number + 1000) };
  }

  /** This person says that both sides are the same. */
  confirm(): readonly SasEvent[] {
    this.#isConfirmed = true;
    const keys = { [`ed25519:${this.deviceId}`]: publicOf(this.#device.publicKey), ...this.#masterKeys() };
    const mac = Object.fromEntries(
      Object.entries(keys).map(([id, key]) => [
        id,
        this.#mac(this.isForger ? 'autre' : key, id, this, this.#other),
      ]),
    );
    const list = Object.keys(keys).toSorted().join(',');
    return [
      this.#event('mac', { mac, keys: this.#mac(list, 'KEY_IDS', this, this.#other) }),
      ...(this.verified.length > 0 ? [this.#event('done', {})] : []),
    ];
  }

  cancel(code: string): SasEvent {
    return this.#event('cancel', { code, reason: code });
  }

  #begin(): SasEvent {
    const start = this.#event('start', {
      from_device: this.deviceId,
      method: 'm.sas.v1',
      key_agreement_protocols: ['curve25519-hkdf-sha256'],
      hashes: ['sha256'],
      message_authentication_codes: ['hkdf-hmac-sha256.v2'],
      short_authentication_string: ['decimal', 'emoji'],
    });
    this.#start = start.content;
    return start;
  }

  #agree(key: string): readonly SasEvent[] {
    const hash = createHash('sha256')
      .update(key + canonical(this.#start))
      .digest();
    if (unpadded(hash) !== this.#commitment) throw new Error('the key is not the one committed to');
    this.#otherKey = key;
    const jwk = { kty: 'OKP', crv: 'X25519', x: Buffer.from(key, 'base64').toString('base64url') };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    this.#shared = diffieHellman({ privateKey: this.#ephemeral.privateKey, publicKey });
    return [];
  }

  #check(macs: Record<string, string>, keys: string): void {
    const list = Object.keys(macs).toSorted().join(',');
    if (this.#mac(list, 'KEY_IDS', this.#other, this) !== keys)
      throw new Error('the list of keys was changed');
    const { devices, master } = this.#server.account(this.#other.userId);
    const device = devices.get(this.#other.deviceId)?.keys as Record<string, string>;
    const known: Record<string, string> = { ...device, ...(master?.keys as Record<string, string>) };
    for (const [id, mac] of Object.entries(macs)) {
      if (this.#mac(known[id] ?? '', id, this.#other, this) !== mac) throw new Error(`wrong MAC of ${id}`);
      this.verified.push(id);
    }
  }

  #mac(
    text: string,
    id: string,
    from: Pick<SasPerson, 'userId' | 'deviceId'>,
    to: Pick<SasPerson, 'userId' | 'deviceId'>,
  ): string {
    const info = `MATRIX_KEY_VERIFICATION_MAC${from.userId}${from.deviceId}${to.userId}${to.deviceId}${this.flowId}${id}`;
    const key = Buffer.from(hkdfSync('sha256', this.#shared ?? '', '', info, 32));
    return unpadded(createHmac('sha256', key).update(text).digest());
  }

  #event(step: string, content: Json): SasEvent {
    const flow = this.#isInRoom
      ? { 'm.relates_to': { rel_type: 'm.reference', event_id: this.flowId } }
      : { transaction_id: this.flowId };
    return { type: `m.key.verification.${step}`, content: { ...content, ...flow } };
  }

  #masterKeys(): Record<string, string> {
    const master = publicOf(this.#master.publicKey);
    return { [`ed25519:${master}`]: master };
  }

  /** Puts the keys of this person on the homeserver, each with the signature that it must bear. */
  #publish(): void {
    const account = this.#server.account(this.userId);
    const [user_id, device_id] = [this.userId, this.deviceId];
    const signed = (object: Json, id: string, key: KeyObject): Json => ({
      ...object,
      signatures: {
        [user_id]: { [`ed25519:${id}`]: unpadded(sign(null, Buffer.from(canonical(object)), key)) },
      },
    });
    const keys = {
      [`curve25519:${device_id}`]: publicOf(generateKeyPairSync('x25519').publicKey),
      [`ed25519:${device_id}`]: publicOf(this.#device.publicKey),
    };
    const algorithms = ['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2'];
    account.devices.set(
      device_id,
      signed({ user_id, device_id, algorithms, keys }, device_id, this.#device.privateKey),
    );
    const master = publicOf(this.#master.publicKey);
    account.master = { user_id, usage: ['master'], keys: this.#masterKeys() };
    const selfSigning = publicOf(generateKeyPairSync('ed25519').publicKey);
    const own = { user_id, usage: ['self_signing'], keys: { [`ed25519:${selfSigning}`]: selfSigning } };
    account.selfSigning = signed(own, master, this.#master.privateKey);
  }
}
