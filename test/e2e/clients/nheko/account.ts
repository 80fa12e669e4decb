import type { Homeserver } from '../../support/synapse.ts';
import { until } from '../../support/until.ts';

/** An event as the homeserver keeps it: what is encrypted stays so. */
export interface RawEvent {
  readonly event_id: string;
  readonly sender: string;
  readonly type: string;
  readonly content: {
    readonly 'm.relates_to'?: {
      readonly rel_type?: string;
      readonly event_id?: string;
      readonly key?: string;
      readonly 'm.in_reply_to'?: { readonly event_id: string };
    };
  };
}

/** A session of the person whose client is nheko, used beside it: it reads the timeline as a stranger to the keys does. */
export interface Account {
  readonly userId: string;
  readonly token: string;
  readonly deviceId: string;
  /** Opens an encrypted direct room with somebody and waits until they have joined. */
  openDirect(other: string): Promise<string>;
  /** The room as the homeserver keeps it, oldest first. */
  timeline(roomId: string): Promise<readonly RawEvent[]>;
  /** Whether the person has keys that sign their devices. */
  crossSigned(): Promise<boolean>;
}

const PASSWORD = 'mot-de-passe';

export const openAccount = async (homeserver: Homeserver, localpart: string): Promise<Account> => {
  const userId = await homeserver.register(localpart, PASSWORD);
  let token = '';
  const call = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${homeserver.url}/_matrix/client/v3/${path}`, { method, headers, ...sent });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const identifier = { type: 'm.id.user', user: localpart };
  const session = await call<{ access_token: string; device_id: string }>('POST', 'login', {
    type: 'm.login.password',
    identifier,
    password: PASSWORD,
  });
  token = session.access_token;

  const timeline = async (roomId: string): Promise<readonly RawEvent[]> => {
    const path = `rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=500`;
    return (await call<{ chunk: RawEvent[] }>('GET', path)).chunk.toReversed();
  };
  return {
    userId,
    token,
    deviceId: session.device_id,
    timeline,
    openDirect: async (other) => {
      const { room_id } = await call<{ room_id: string }>('POST', 'createRoom', {
        preset: 'trusted_private_chat',
        is_direct: true,
        invite: [other],
      });
      const joined = (event: RawEvent): boolean => event.sender === other && event.type === 'm.room.member';
      await until('the bot to join', async () => (await timeline(room_id)).some(joined));
      return room_id;
    },
    crossSigned: async () => {
      const found = await call<{ master_keys?: object }>('POST', 'keys/query', {
        device_keys: { [userId]: [] },
      });
      return Object.keys(found.master_keys ?? {}).length > 0;
    },
  };
};
