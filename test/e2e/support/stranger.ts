import type { Json } from './fault-actions.ts';
import type { Homeserver } from './synapse.ts';

/** Somebody without keys nor client, who reads a room by `/messages`, as any member may. */
export interface Stranger {
  readonly userId: string;
  join(roomId: string): Promise<void>;
  /** All events of a room as the homeserver gives them, newest first. */
  messages(roomId: string): Promise<readonly Json[]>;
}

/** Registers an account and logs in. */
export const createStranger = async (
  { url, register }: Pick<Homeserver, 'url' | 'register'>,
  localpart: string,
): Promise<Stranger> => {
  const password = 'mot-de-passe';
  const userId = await register(localpart, password);
  let token = '';
  const call = async (method: string, path: string, body?: object): Promise<Json> => {
    const answer = await fetch(`${url}/_matrix/client/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return await answer.json();
  };
  const identifier = { type: 'm.id.user', user: localpart };
  token = (await call('POST', '/login', { type: 'm.login.password', identifier, password })).access_token;
  return {
    userId,
    join: async (roomId) => void (await call('POST', `/join/${encodeURIComponent(roomId)}`, {})),
    messages: async (roomId) =>
      (await call('GET', `/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=500`)).chunk,
  };
};
