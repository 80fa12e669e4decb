import type { Homeserver } from '../../../bot/matrix/encryption/homeserver.ts';
import { MatrixError } from '../../../bot/matrix/http/sdk.ts';

type Json = Record<string, unknown>;
type Signed = Json & { signatures?: Record<string, Json> };

interface Account {
  readonly devices: Map<string, Signed>;
  readonly oneTimeKeys: Map<string, Map<string, unknown>>;
  readonly accountData: Map<string, unknown>;
  readonly inboxes: Map<string, Json[]>;
  master: Signed | null;
  selfSigning: Signed | null;
  userSigning: Signed | null;
}

/** The part of a homeserver that keeps keys, and carries messages between devices. In memory, believes everybody. */
export class KeyServer {
  readonly #accounts = new Map<string, Account>();
  /** `POST /keys/query` and the like, in order. */
  readonly requests: string[] = [];
  /** Called before each request is served; throws to have it fail. */
  before: (request: string) => void = () => {};
  /** Asked before cross-signing keys are accepted; null: asked of nobody. */
  password: string | null = null;

  account(userId: string): Account {
    const existing = this.#accounts.get(userId);
    if (existing !== undefined) return existing;
    const account: Account = {
      devices: new Map(),
      oneTimeKeys: new Map(),
      accountData: new Map(),
      inboxes: new Map(),
      master: null,
      selfSigning: null,
      userSigning: null,
    };
    this.#accounts.set(userId, account);
    return account;
  }

  /** What one device of one user sees of it. */
  as(userId: string, deviceId: string): Homeserver {
    return {
      doRequest: async (method, endpoint, _query, body) => {
        const request = `${method} ${decodeURIComponent(endpoint).replace('/_matrix/client/v3', '')}`;
        this.requests.push(request);
        this.before(request);
        return this.#serve(request, structuredClone((body ?? {}) as Json), userId, deviceId);
      },
    };
  }

  /** The to-device messages that wait for a device, as JSON; they are then forgotten. */
  takeInbox(userId: string, deviceId: string): string {
    const { inboxes } = this.account(userId);
    const events = inboxes.get(deviceId) ?? [];
    inboxes.delete(deviceId);
    return JSON.stringify(events);
  }

  #serve(request: string, body: Json, userId: string, deviceId: string): unknown {
    const [verb = '', path = ''] = request.split(' ');
    if (path === '/keys/upload') return this.#upload(body, userId, deviceId);
    if (path === '/keys/query') return this.#query(Object.keys(body.device_keys as Json));
    if (path === '/keys/claim') return this.#claim(body.one_time_keys as Record<string, Json>);
    if (path === '/keys/device_signing/upload') return this.#uploadSigningKeys(body, userId);
    if (path === '/keys/signatures/upload')
      return this.#uploadSignatures(body as Record<string, Record<string, Signed>>);
    if (path.startsWith('/sendToDevice/'))
      return this.#carry(path.split('/')[2] ?? '', body.messages as never, userId);
    return this.#accountData(verb, path, body, userId);
  }

  #upload(body: Json, userId: string, deviceId: string): unknown {
    const account = this.account(userId);
    if (body.device_keys) account.devices.set(deviceId, body.device_keys as Signed);
    const keys = account.oneTimeKeys.get(deviceId) ?? new Map<string, unknown>();
    for (const [id, key] of Object.entries((body.one_time_keys ?? {}) as Json)) keys.set(id, key);
    account.oneTimeKeys.set(deviceId, keys);
    return { one_time_key_counts: { signed_curve25519: keys.size } };
  }

  #query(users: readonly string[]): unknown {
    const accounts = users.map((user) => [user, this.account(user)] as const);
    const published = (part: 'master' | 'selfSigning' | 'userSigning') =>
      Object.fromEntries(
        accounts.flatMap(([user, account]) => (account[part] ? [[user, account[part]]] : [])),
      );
    return {
      device_keys: Object.fromEntries(
        accounts.map(([user, { devices }]) => [user, Object.fromEntries(devices)]),
      ),
      master_keys: published('master'),
      self_signing_keys: published('selfSigning'),
      user_signing_keys: published('userSigning'),
      failures: {},
    };
  }

  #claim(wanted: Record<string, Json>): unknown {
    const claimed = Object.entries(wanted).map(([user, devices]) => {
      const keys = Object.keys(devices).map((device) => {
        const [id, key] = this.account(user).oneTimeKeys.get(device)?.entries().next().value ?? [];
        if (id !== undefined) this.account(user).oneTimeKeys.get(device)?.delete(id);
        return [device, id === undefined ? {} : { [id]: key }];
      });
      return [user, Object.fromEntries(keys)];
    });
    return { one_time_keys: Object.fromEntries(claimed), failures: {} };
  }

  #uploadSigningKeys(body: Json, userId: string): unknown {
    const auth = body.auth as { password?: string } | undefined;
    if (this.password !== null && auth?.password !== this.password) {
      const challenge = { session: 's1', flows: [{ stages: ['m.login.password'] }] };
      throw new MatrixError({ ...challenge, errcode: 'M_UNKNOWN', error: 'HTTP 401' }, 401);
    }
    const account = this.account(userId);
    account.master = body.master_key as Signed;
    account.selfSigning = body.self_signing_key as Signed;
    account.userSigning = body.user_signing_key as Signed;
    return {};
  }

  #uploadSignatures(body: Record<string, Record<string, Signed>>): unknown {
    for (const [user, objects] of Object.entries(body)) {
      for (const [id, signed] of Object.entries(objects)) {
        const device = this.account(user).devices.get(id);
        if (device === undefined) continue;
        device.signatures = {
          ...device.signatures,
          [user]: { ...device.signatures?.[user], ...signed.signatures?.[user] },
        };
      }
    }
    return { failures: {} };
  }

  #carry(type: string, messages: Record<string, Record<string, Json>>, sender: string): unknown {
    for (const [user, devices] of Object.entries(messages)) {
      for (const [device, content] of Object.entries(devices)) {
        const { inboxes } = this.account(user);
        inboxes.set(device, [...(inboxes.get(device) ?? []), { type, sender, content }]);
      }
    }
    return {};
  }

  #accountData(verb: string, path: string, body: Json, userId: string): unknown {
    const { accountData } = this.account(userId);
    const type = path.split('/account_data/')[1] ?? '';
    if (verb === 'PUT') accountData.set(type, body);
    else if (!accountData.has(type))
      throw new MatrixError({ errcode: 'M_NOT_FOUND', error: 'Not found' }, 404);
    return verb === 'PUT' ? {} : accountData.get(type);
  }
}
