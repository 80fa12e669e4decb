import { randomInt } from 'node:crypto';
import { request } from 'request';
import { z } from 'zod';
import type { MessageContent } from '../events/content.ts';
import { ClearRooms } from '../rooms/clear-rooms.ts';
import { MemberLists } from '../rooms/member-lists.ts';
import { type ICryptoStorageProvider, MatrixClient, MemoryStorageProvider, setRequestFn } from './sdk.ts';
import type { ServerClock } from './server-clock.ts';

/** Everything the bot reads of its account, and nothing that it does not. */
const filter = JSON.stringify({
  presence: { types: [] },
  account_data: { types: [] },
  room: {
    account_data: { types: [] },
    ephemeral: { types: [] },
    state: { lazy_load_members: true },
    timeline: { limit: 100, lazy_load_members: true },
  },
});

type Method = Parameters<MatrixClient['doRequest']>[0];

interface Answered {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Makes a call as many times as it takes. */
export type Retry = <T>(call: () => Promise<T>) => Promise<T>;

/** What is done with an answer of `/sync`, after its keys: returns the token of the next one. */
export type Accept = (raw: unknown, since: string | null) => Promise<string>;

/**
 * The SDK's client with its sync taken over: nothing is emitted, no listener works. Each answer is processed in
 * order (keys first, then `accept`), and the caller asks for the next one only when that has succeeded.
 */
export class TchapClient extends MatrixClient {
  protected override persistTokenAfterSync = true;
  #accept: Accept = async () => {
    throw new Error('TchapClient.onSync has not been called');
  };

  readonly #clock: ServerClock | null;

  /** @param clock told the date of each answer */
  constructor(
    homeserverUrl: string,
    token: string,
    cryptoStore?: ICryptoStorageProvider,
    clock: ServerClock | null = null,
  ) {
    // The sync token lives in the bot's database, not in a storage of the SDK.
    super(homeserverUrl, token, new MemoryStorageProvider(), cryptoStore);
    // A message that waited in clear does not leave once its room is heard to be encrypted.
    setRequestFn((params: Parameters<typeof request>[0], callback: Parameters<typeof request>[1]) =>
      request({ ...params, mayLeave: () => this.clearRooms.mayLeave(params.method, params.uri) }, callback),
    );
    this.#clock = clock;
  }

  #keysUnsaved = false;
  #retry: Retry = (call) => call();

  /**
   * Runs `work`, whose calls to the homeserver are each made by `retry`: what fails halfway in the crypto machine
   * cannot be started again in the same process.
   */
  async retrying<T>(retry: Retry, work: () => Promise<T>): Promise<T> {
    this.#retry = retry;
    try {
      return await work();
    } finally {
      this.#retry = (call) => call();
    }
  }

  override async doRequest(
    method: Method,
    endpoint: string,
    query?: unknown,
    body?: unknown,
    timeout?: number,
    raw?: boolean,
    contentType?: string,
    noEncoding?: boolean,
    // biome-ignore lint/suspicious/noExplicitAny: the SDK says so of its answers
  ): Promise<any> {
    const answer: Answered = await this.#retry(() =>
      super.doRequest(
        method,
        endpoint,
        query,
        body,
        timeout ?? patienceWith(endpoint),
        true,
        contentType,
        noEncoding,
      ),
    );
    this.#clock?.note(answer.headers.date);
    return raw === true ? answer : answer.body;
  }

  /** Rooms that the homeserver has shown to be clear. */
  readonly clearRooms = new ClearRooms();

  /** Members of rooms, as the synchronisation lets them be remembered: they are needed to encrypt each message. */
  readonly members = new MemberLists();

  override getJoinedRoomMembers(roomId: string): Promise<string[]> {
    return this.members.of(roomId, () => super.getJoinedRoomMembers(roomId));
  }

  onSync(accept: Accept): void {
    this.#accept = accept;
  }

  /**
   * One round of sync. To-device messages are stored by the crypto machine before `accept` runs, since the
   * homeserver forgets them once the next token is used; a failure leaves the same answer to be asked for again.
   * @param waitMs how long the homeserver may wait for something new
   */
  async syncOnce(since: string | null, waitMs: number): Promise<string> {
    const raw = await this.#newsSince(since, waitMs);
    await this.processSync(raw);
    // The homeserver forgets the keys of this answer once the next one is asked for.
    if (this.#keysUnsaved) throw new Error('keys could not be saved');
    return await this.#accept(raw, since);
  }

  async #newsSince(since: string | null, waitMs: number): Promise<unknown> {
    try {
      const raw: unknown = await this.doRequest(
        'GET',
        '/_matrix/client/v3/sync',
        {
          filter,
          full_state: false,
          ...(since === null ? { timeout: unique() } : { timeout: waitMs, since }),
        },
        null,
        since === null ? 600_000 : waitMs + 30_000,
      );
      this.clearRooms.hear(raw);
      return raw;
    } catch (error) {
      this.clearRooms.forget();
      throw error;
    }
  }

  /** Keys could not be written to the disk: from now on no answer is accepted, so that they come again. */
  refuseSync(): void {
    this.#keysUnsaved = true;
  }

  /** Only what concerns encryption: the rest of the answer is for `accept`. */
  protected override async processSync(raw: unknown): Promise<void> {
    await super.processSync(keysOf(raw));
  }

  /** @param transactionId the same for every attempt: the homeserver keeps one event for all of them */
  async putEvent(
    roomId: string,
    type: string,
    transactionId: string,
    content: MessageContent,
  ): Promise<string> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/${encodeURIComponent(type)}/${transactionId}`;
    return sentSchema.parse(await this.doRequest('PUT', path, null, content)).event_id;
  }

  async putRedaction(roomId: string, target: string, transactionId: string): Promise<string> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(target)}/${transactionId}`;
    return sentSchema.parse(await this.doRequest('PUT', path, null, {})).event_id;
  }

  /** An event of a room that the bot is in, encrypted or not. */
  async fetchEvent(roomId: string, eventId: string): Promise<unknown> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
    return await this.doRequest('GET', path);
  }

  /** One page of the events before `from`, newest first, not further back than `to`. */
  async pageBefore(roomId: string, from: string, to: string | null): Promise<Page> {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages`;
    const query = { dir: 'b', limit: 100, from, ...(to === null ? {} : { to }) };
    return pageSchema.parse(await this.doRequest('GET', path, query));
  }

  /** @param via servers that know the room: ids of version 12 do not name one */
  async join(roomId: string, via: readonly string[]): Promise<void> {
    const path = `/_matrix/client/v3/join/${encodeURIComponent(roomId)}`;
    await this.doRequest('POST', path, { via, server_name: via }, {});
  }
}

/**
 * Milliseconds given to a call. While keys are asked for, the SDK lets no other encrypted room be written to: a homeserver
 * that asks slow servers for them answers within ten seconds.
 */
const patienceWith = (endpoint: string): number =>
  /\/keys\/(?:query|claim)$/.test(endpoint) ? 12_000 : 60_000;

/**
 * Synapse keeps its answer to a first sync for two minutes, and gives it again to the same request: its token would
 * bring back what was said in between. Without a token it does not wait, so any duration does.
 */
const unique = (): number => randomInt(1, 30_000);

const sentSchema = z.object({ event_id: z.string() });
const pageSchema = z.object({ chunk: z.array(z.unknown()), end: z.string().optional() });
export type Page = z.infer<typeof pageSchema>;

const events = z.object({ events: z.array(z.record(z.string(), z.unknown()).catch({})) });
const userIds = z.array(z.string().startsWith('@').includes(':').max(255).catch('')).catch([]);
const counts = z.record(z.string(), z.number()).optional().catch(undefined);
const algorithms = z.array(z.string()).optional().catch(undefined);

/** Malformed items would make the crypto machine refuse the whole answer, for ever. */
const keysSchema = z.object({
  to_device: events.optional().catch(undefined),
  device_lists: z.object({ changed: userIds, left: userIds }).partial().optional().catch(undefined),
  device_one_time_keys_count: counts,
  device_unused_fallback_key_types: algorithms,
  'org.matrix.msc2732.device_unused_fallback_key_types': algorithms,
});

const keysOf = (raw: unknown): unknown => {
  const keys = keysSchema.parse(raw);
  const sound = (ids: readonly string[] | undefined) => (ids ?? []).filter((id) => id !== '');
  return {
    ...keys,
    to_device: {
      events: (keys.to_device?.events ?? []).filter((event) => typeof event.type === 'string'),
    },
    device_lists: { changed: sound(keys.device_lists?.changed), left: sound(keys.device_lists?.left) },
  };
};
