import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Homeserver } from './synapse.ts';

/** A message as the person's client shows it. */
export interface Seen {
  readonly eventId: string;
  readonly roomId: string;
  readonly sender: string;
  readonly type: string;
  readonly msgtype: string | null;
  readonly body: string;
  readonly html: string | null;
  readonly encrypted: boolean;
  readonly undecryptable: boolean;
  readonly replyTo: string | null;
  readonly thread: string | null;
  readonly replaces: string | null;
  readonly mentions: readonly string[] | null;
  /** Epoch milliseconds given by the homeserver. */
  readonly sentAt: number;
}

export interface Device {
  readonly id: string;
  readonly fingerprint: string;
  readonly signed: boolean;
}

/** A verification under way: the emoji that the client shows, and `done` or an error once it is over. */
export interface Verifying {
  readonly emoji: readonly string[] | null;
  readonly ended: string | null;
}

/** What a client has verified: somebody's identity, and a device by itself. */
export interface Trust {
  readonly user: boolean;
  readonly device: boolean;
}

export interface RoomOptions {
  readonly encrypted: boolean;
  readonly direct?: boolean;
  readonly invite: readonly string[];
  readonly name?: string;
  /** Room version; that of the homeserver by default. */
  readonly version?: string;
  /** State events by type, with an empty state key. */
  readonly state?: Record<string, Record<string, unknown>>;
}

/** What a person's client can be asked to do; each call crosses to a process of its own running matrix-js-sdk. */
export interface Person {
  readonly userId: string;
  createRoom(options: RoomOptions): Promise<string>;
  invite(roomId: string, userId: string): Promise<void>;
  join(roomId: string): Promise<void>;
  memberJoined(roomId: string, userId: string): Promise<boolean>;
  /** Membership of somebody in a room, as the homeserver says. */
  membership(roomId: string, userId: string): Promise<string>;
  /** Sends a message; returns its event id. `content` is merged over `{ msgtype: 'm.text', body }`. */
  say(roomId: string, body: string, content?: Record<string, unknown>): Promise<string>;
  /** Sends an event as it is, without encryption; returns its id. */
  sendRaw(roomId: string, type: string, content: Record<string, unknown>): Promise<string>;
  /** Sets a state event of a room, with an empty state key. */
  setState(roomId: string, type: string, content: Record<string, unknown>): Promise<void>;
  react(roomId: string, eventId: string, key: string): Promise<string>;
  /** Uploads bytes (in base64) to the media of the homeserver; returns their address. */
  upload(base64: string): Promise<string>;
  /** What this client has received since it started. */
  seen(): Promise<readonly Seen[]>;
  /** Which of these events have no reply of a user that this client could read. */
  unanswered(eventIds: readonly string[], by: string): Promise<readonly string[]>;
  /** The whole room as the homeserver keeps it, oldest first, decrypted with this client's keys. */
  history(roomId: string): Promise<readonly Seen[]>;
  /** An event as the homeserver keeps it, not decrypted. */
  raw(roomId: string, eventId: string): Promise<unknown>;
  redact(roomId: string, eventId: string): Promise<void>;
  kick(roomId: string, userId: string): Promise<void>;
  /** Replaces a room by a new one; returns its id. */
  upgrade(roomId: string, version: string): Promise<string>;
  /** The next message to this room is encrypted with a new megolm session. */
  newSession(roomId: string): Promise<void>;
  /** Shares keys only with devices signed by their owner (MSC4153). */
  onlySignedDevices(): Promise<void>;
  /** Devices of a user with their fingerprints, and whether each is signed by its owner, as this client sees them. */
  devices(userId: string): Promise<readonly Device[]>;
  /** Asks somebody, in a room, to verify their keys, and waits for the end; gives the code of the cancellation. */
  verifyIn(roomId: string, userId: string): Promise<string | null>;
  /** The same of a device, from device to device. */
  verifyDevice(userId: string, deviceId: string): Promise<string | null>;
  /** Asks somebody to verify their keys, and follows it until both have to confirm. */
  beginVerification(
    userId: string,
    where: { readonly roomId: string } | { readonly deviceId: string },
  ): Promise<void>;
  verifying(): Promise<Verifying>;
  /** Says that the emoji are the same. */
  confirmEmoji(): Promise<void>;
  trusts(userId: string, deviceId: string): Promise<Trust>;
  /** Sets up cross-signing, as clients do. */
  signOwnDevice(): Promise<void>;
  stop(): Promise<void>;
}

/** Registers an account on the homeserver and logs in with matrix-js-sdk, in a separate process. */
export const startPerson = async (homeserver: Homeserver, localpart: string): Promise<Person> => {
  const userId = await homeserver.register(localpart, 'mot-de-passe');
  const child = fork(join(import.meta.dirname, 'person-process.ts'), [homeserver.url, localpart], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const call = caller(child);
  await call('login', []);
  return {
    userId,
    createRoom: (options) => call('createRoom', [options]),
    invite: (roomId, other) => call('invite', [roomId, other]),
    join: (roomId) => call('join', [roomId]),
    membership: (roomId, other) => call('membership', [roomId, other]),
    memberJoined: (roomId, other) => call('memberJoined', [roomId, other]),
    say: (roomId, body, content = {}) => call('say', [roomId, body, content]),
    sendRaw: (roomId, type, content) => call('sendRaw', [roomId, type, content]),
    setState: (roomId, type, content) => call('setState', [roomId, type, content]),
    react: (roomId, eventId, key) => call('react', [roomId, eventId, key]),
    upload: (base64) => call('upload', [base64]),
    seen: () => call('seen', []),
    unanswered: (eventIds, by) => call('unanswered', [eventIds, by]),
    newSession: (roomId) => call('newSession', [roomId]),
    onlySignedDevices: () => call('onlySignedDevices', []),
    history: (roomId) => call('history', [roomId]),
    raw: (roomId, eventId) => call('raw', [roomId, eventId]),
    redact: (roomId, eventId) => call('redact', [roomId, eventId]),
    kick: (roomId, other) => call('kick', [roomId, other]),
    upgrade: (roomId, version) => call('upgrade', [roomId, version]),
    devices: (other) => call('devices', [other]),
    verifyIn: (roomId, other) => call('verifyIn', [roomId, other]),
    verifyDevice: (other, device) => call('verifyDevice', [other, device]),
    beginVerification: (other, where) => call('beginVerification', [other, where]),
    verifying: () => call('verifying', []),
    confirmEmoji: () => call('confirmEmoji', []),
    trusts: (other, device) => call('trusts', [other, device]),
    signOwnDevice: () => call('signOwnDevice', []),
    stop: async () => {
      child.kill('SIGKILL');
    },
  };
};

const caller = (child: ChildProcess): (<T>(method: string, args: readonly unknown[]) => Promise<T>) => {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  child.on('message', (message: { id: number; error?: string; value?: unknown }) => {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.value as never);
    else call?.reject(new Error(message.error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`the client process ended with code ${code}`));
  });
  return (method, args) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      child.send({ id, method, args });
    });
};
