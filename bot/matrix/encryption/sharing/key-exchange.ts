import {
  type OlmMachine,
  type OutgoingRequest,
  RequestType,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-nodejs';
import { serverOf } from '../../events/user-id.ts';
import { failureOf } from '../../http/failure.ts';
import { wait } from '../../http/wait.ts';
import type { TransportLog } from '../../options.ts';
import type { Homeserver } from '../homeserver.ts';
import { OneAtATime } from '../one-at-a-time.ts';

/** What somebody else asks about the same person is waited for this long, in milliseconds; then we ask ourselves. */
const PATIENCE = 1500;
/** People in one query, as the machine itself does. */
const MOST_USERS = 250;

type Machine = Pick<
  OlmMachine,
  | 'updateTrackedUsers'
  | 'outgoingRequests'
  | 'markRequestAsSent'
  | 'queryMarks'
  | 'receiveQuery'
  | 'getMissingSessions'
>;

export interface KeyExchangeOptions {
  readonly machine: Machine;
  readonly homeserver: Homeserver;
  readonly log: Pick<TransportLog, 'debug'>;
  /** Of what others ask about the same people, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Asks the homeserver for the keys that sending needs. matrix-bot-sdk does so under one lock for all rooms and for the
 * synchronisation: here each room asks about its own people, and waits for nobody else's.
 */
export class KeyExchange {
  readonly #options: KeyExchangeOptions;
  readonly #queries = new InFlight();
  readonly #claims = new InFlight();
  readonly #turns = new OneAtATime();
  #isRunning = false;
  #again = false;

  constructor(options: KeyExchangeOptions) {
    this.#options = options;
  }

  /** Learns the devices of these people, and opens a channel to each one. Throws when the homeserver does not answer. */
  async meet(userIds: readonly string[]): Promise<void> {
    const users = userIds.map((user) => new UserId(user));
    await this.#options.machine.updateTrackedUsers(users);
    await this.#query(users);
    await this.#claim(users);
  }

  /** Sends what the machine has to say: one-time keys, answers to other devices, changes of devices. Returns at once. */
  wake(): void {
    this.#again = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#again) {
      this.#again = false;
      try {
        for (const request of await this.#options.machine.outgoingRequests())
          if (request.type === RequestType.KeysQuery) this.#refresh(request);
          else await this.#send(request);
      } catch (error) {
        // Nothing is lost: the machine says it again at the next synchronisation.
        this.#options.log.debug('keys-unsent', { code: failureOf(error).code });
      }
    }
    this.#isRunning = false;
  }

  /** Asks about people whose devices have changed, one server at a time, since one that is away makes its own wait. */
  #refresh({ body }: OutgoingRequest): void {
    const { device_keys: users } = JSON.parse(body) as { device_keys: Record<string, unknown> };
    for (const some of Map.groupBy(Object.keys(users), serverOf).values())
      this.#query(
        some.map((user) => new UserId(user)),
        0,
      ).catch((error: unknown) => this.#options.log.debug('keys-unknown', { code: failureOf(error).code }));
  }

  /** @param patienceMs 0 = whoever is asked about already is left to those who ask */
  async #query(users: readonly UserId[], patienceMs = this.#options.patienceMs ?? PATIENCE): Promise<void> {
    const { machine } = this.#options;
    const needed = (): readonly string[] => [...machine.queryMarks(users).keys()];
    if (patienceMs > 0) await this.#queries.others(needed(), patienceMs);
    const asked = patienceMs > 0 ? needed() : needed().filter((user) => !this.#queries.has(user));
    // All at once for others: those of the last hundreds are being asked about too.
    await this.#queries.during(asked, async () => {
      for (let from = 0; from < asked.length; from += MOST_USERS)
        await this.#ask(asked.slice(from, from + MOST_USERS));
    });
  }

  async #ask(users: readonly string[]): Promise<void> {
    const { machine, homeserver } = this.#options;
    const marks = machine.queryMarks(users.map((user) => new UserId(user)));
    if (marks.size === 0) return;
    const body = { device_keys: Object.fromEntries([...marks.keys()].map((user) => [user, []])) };
    const answer = await homeserver.doRequest('POST', '/_matrix/client/v3/keys/query', null, body);
    await machine.receiveQuery(marks, answer as object);
  }

  async #claim(users: readonly UserId[]): Promise<void> {
    const { machine, patienceMs = PATIENCE } = this.#options;
    await this.#claims.others(users.map(String), patienceMs);
    // One at a time, so that two rooms do not open two channels to the same device.
    const sent = await this.#turns.run('claim', async () => {
      const request = await machine.getMissingSessions(users);
      if (request === null) return undefined;
      const { one_time_keys: keys } = JSON.parse(request.body) as { one_time_keys: Record<string, unknown> };
      return { done: this.#claims.during(Object.keys(keys), () => this.#send(request)) };
    });
    await sent?.done;
  }

  async #send({ id, type, body }: OutgoingRequest): Promise<void> {
    const { machine, homeserver } = this.#options;
    const { event_type: eventType, txn_id: transactionId, ...content } = JSON.parse(body);
    const answer = await (type === RequestType.ToDevice
      ? homeserver.doRequest('PUT', toDevice(eventType, transactionId), null, { messages: content.messages })
      : homeserver.doRequest('POST', endpointOf(type), null, content));
    await machine.markRequestAsSent(id, type, JSON.stringify(answer));
  }
}

/** The transaction id is that of the machine: what is sent again is not delivered twice. */
export const toDevice = (eventType: string, transactionId: string): string =>
  `/_matrix/client/v3/sendToDevice/${encodeURIComponent(eventType)}/${encodeURIComponent(transactionId)}`;

const endpointOf = (type: RequestType): string =>
  type === RequestType.KeysUpload ? '/_matrix/client/v3/keys/upload' : '/_matrix/client/v3/keys/claim';

/** People about whom something is being asked. */
class InFlight {
  readonly #users = new Map<string, Promise<unknown>>();

  has(user: string): boolean {
    return this.#users.has(user);
  }

  /** Resolves when nothing that was asked about these people is under way any more, or after `ms` milliseconds. */
  async others(users: readonly string[], ms: number): Promise<void> {
    const asked = new Set(users.flatMap((user) => this.#users.get(user) ?? []));
    if (asked.size === 0) return;
    const over = new AbortController();
    await Promise.race([Promise.allSettled(asked), wait(ms, over.signal)]);
    over.abort();
  }

  async during<T>(users: readonly string[], work: () => Promise<T>): Promise<T> {
    const done = work();
    for (const user of users) this.#users.set(user, done);
    try {
      return await done;
    } finally {
      for (const user of users) if (this.#users.get(user) === done) this.#users.delete(user);
    }
  }
}
