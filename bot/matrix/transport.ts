import { abortAll } from 'request';
import type { Verifying } from '../../commands/operations/verifying.ts';
import type { Handler, Outgoing } from '../messages.ts';
import type { OperatorError } from '../operator-error.ts';
import type { QueueCounts } from '../queues/queues.ts';
import { storageFields } from '../store/sqlite-errors.ts';
import type { Transport, TransportStatus } from '../transport.ts';
import { DataMark, retryMark } from './account/data-mark.ts';
import { readDisplayName } from './account/display-name.ts';
import { openAccount } from './account/open-account.ts';
import { applyProfile } from './account/profile.ts';
import { openSession } from './account/session.ts';
import { Counters } from './counters.ts';
import { CryptoStorage } from './encryption/crypto-storage.ts';
import { guardEncryption } from './encryption/guard.ts';
import { cryptoFolder, openEncryption, type RoomKey } from './encryption/open-encryption.ts';
import type { Self } from './events/addressing.ts';
import { TchapClient } from './http/client.ts';
import { Connection } from './http/connection.ts';
import { failureOf } from './http/failure.ts';
import { retry } from './http/retry.ts';
import { ServerClock } from './http/server-clock.ts';
import { silenceSdk } from './http/silence-sdk.ts';
import { wait } from './http/wait.ts';
import type { TchapOptions } from './options.ts';
import { powerLevelOf } from './rooms/power-levels.ts';
import { readRoomName } from './rooms/room-name.ts';
import { type Running, run } from './running.ts';
import { toQueue } from './send/to-outbox.ts';
import { SyncEcho } from './sync/echo.ts';

/** The transport over Matrix, and what else the application may ask of a homeserver. */
export interface TchapTransport extends Transport {
  /**
   * Power level of a person in a room, as the homeserver said. What it has not said yet is waited for, or is 0 when it is
   * not `needed`.
   * @throws when the homeserver does not say it
   */
  powerLevel(roomId: string, userId: string, needed?: boolean): Promise<number>;
  /** Leaves a room. @throws when the homeserver does not let us, or before the start */
  leave(roomId: string): Promise<void>;
  /** Name that the people of a room gave it; null when it has none, or it cannot be had. */
  nameOf(roomId: string): Promise<string | null>;
  /** Verifications that wait for an operator or for the person; null before the start. */
  readonly verifying: Verifying | null;
  /** Copies the keys into a new file, in one turn. @throws before the start */
  copyKeys(file: string): void;
  /** Makes known for old any copy of the data folder made until now. @throws when the homeserver does not take it */
  outdateCopies(): Promise<void>;
}

/** @param openKeys replaced in tests, since a process can open one store of keys only */
export const createTchapTransport = (
  options: TchapOptions,
  openKeys: typeof openEncryption = openEncryption,
): TchapTransport => new Tchap(options, openKeys);

/** With what follows, within the three seconds that a supervisor should wait for. */
const DRAIN_MS = 1500;
const LOOPS_END_MS = 500;

class Tchap implements TchapTransport {
  readonly #options: TchapOptions;
  readonly #openKeys: typeof openEncryption;
  readonly #connection = new Connection();
  /** Aborted when nothing more is to be received. */
  readonly #stopping = new AbortController();
  /** Aborted when nothing more is to be sent. */
  readonly #closing = new AbortController();
  readonly #counters = new Counters();
  readonly #clock: ServerClock;
  /** Clock of the machine, by which the readers of the status count. */
  readonly #wall: () => number;
  #self: Self;
  #deviceId: string | null = null;
  #figures: QueueCounts = { rooms: 0, waiting: 0, undecryptable: 0, outgoing: 0 };
  #running: Running | null = null;
  #client: TchapClient | null = null;
  #echo: SyncEcho | null = null;
  #mark: DataMark | null = null;
  #starting: Promise<void> = Promise.resolve();

  constructor(given: TchapOptions, openKeys: typeof openEncryption) {
    this.#wall = given.now;
    this.#clock = new ServerClock(given.now);
    // All ages are judged, and all dates noted, by the time of the homeserver.
    this.#options = { ...given, now: () => this.#clock.now() };
    this.#openKeys = openKeys;
    this.#self = { userId: given.userId, displayName: null };
    silenceSdk();
  }

  start(handler: Handler): Promise<void> {
    const starting = this.#start(handler);
    this.#starting = starting.catch(() => {});
    return starting;
  }

  async #start(handler: Handler): Promise<void> {
    const { queues } = this.#options;
    const signal = this.#stopping.signal;
    const session = await openSession(this.#options, signal);
    const storage = new CryptoStorage(cryptoFolder(this.#options.dataFolder), queues);
    const client = new TchapClient(this.#options.homeserverUrl, session.token, storage, this.#clock);
    this.#client = client;
    const device = await openAccount(client, this.#options, signal);
    this.#deviceId = device.deviceId;
    const mark = new DataMark(client, queues.values, device);
    const onMark = { log: this.#options.log, signal };
    await retryMark(() => mark.check(), onMark);
    guardEncryption(client, client.clearRooms);
    const onKeys = (keys: readonly RoomKey[]) => void this.#unlock(keys);
    const encryption = await client.retrying(
      (call) => retry(call, { log: this.#options.log, signal }),
      () => this.#openKeys(client, device, { ...this.#options, onTrouble: this.#keysWait }, onKeys),
    );
    if (signal.aborted) {
      encryption.close();
      return;
    }
    await retryMark(() => mark.renew(), onMark);
    this.#mark = mark;
    await applyProfile(client, queues.values, this.#options, this.#options.log);
    this.#self = { userId: device.userId, displayName: await readDisplayName(client, device.userId) };
    this.#echo = new SyncEcho({
      client,
      connection: this.#connection,
      device,
      log: this.#options.log,
      everyMs: this.#options.echoMs ?? 100_000,
    });
    this.#running = run({
      echo: this.#echo,
      options: this.#options,
      wall: this.#wall,
      ...{ client, encryption, device, handler },
      connection: this.#connection,
      count: this.#counters.count,
      self: () => this.#self,
      renamed: (displayName) => {
        this.#self = { ...this.#self, displayName };
      },
      outdateCopies: () => this.outdateCopies(),
      refresh: () => this.#refresh(),
      stopping: signal,
      closing: this.#closing.signal,
    });
    await queues.inbox.unlockAll();
    for (const roomId of await queues.inbox.roomsWithWork()) this.#running.workers.wake(roomId);
    await this.#connection.whenUp(signal);
    await this.#refresh();
  }

  /** The disk refuses the keys: nothing is received nor sent until it takes them, whatever the homeserver says. */
  readonly #keysWait = (error: OperatorError): void => {
    const { log, onStorageTrouble } = this.#options;
    if (this.#connection.state !== 'storage-failing') {
      log.error('storage-failing', storageFields(error, this.#options.dataFolder));
      onStorageTrouble?.(error.message);
    }
    this.#connection.lost('storage-failing');
  };

  async #refresh(): Promise<void> {
    this.#figures = await this.#options.queues.counts();
  }

  /** Takes back the events that waited for these keys. */
  async #unlock(keys: readonly RoomKey[]): Promise<void> {
    try {
      for (const { roomId, sessionId } of keys)
        if ((await this.#options.queues.inbox.unlock(roomId, sessionId)) > 0)
          this.#running?.workers.wake(roomId);
    } catch (error) {
      this.#options.log.error('unlock-failed', { code: failureOf(error).code });
    }
  }

  async send(outgoing: Outgoing): Promise<void> {
    const { queues, render, now } = this.#options;
    await queues.outbox.enqueue(await toQueue(queues, outgoing, render), now());
    this.#running?.sender.wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#running === null) {
      // What the start is waiting for will not come; a machine that it has just opened is closed below.
      abortAll();
      await Promise.race([this.#starting, wait(DRAIN_MS, new AbortController().signal)]);
    }
    const running = this.#running;
    const deadline = AbortSignal.timeout(DRAIN_MS);
    if (running !== null) {
      await Promise.race([running.settle(), wait(DRAIN_MS, deadline)]);
      await running.sender.drain(deadline);
    }
    this.#closing.abort();
    // Ends the long poll and whatever else is still under way; what was not sent is sent after the next start.
    abortAll();
    if (running !== null) {
      await Promise.race([running.loops, wait(LOOPS_END_MS, new AbortController().signal)]);
      running.encryption.close();
    }
    this.#connection.lost('stopped');
  }

  async powerLevel(roomId: string, userId: string, needed = true): Promise<number> {
    if (this.#client === null) return 0;
    const { queues } = this.#options;
    const options = { queues, homeserver: this.#client, signal: this.#stopping.signal };
    return await powerLevelOf(options, roomId, userId, needed);
  }

  async leave(roomId: string): Promise<void> {
    if (this.#client === null) throw new Error('not started');
    await this.#client.leaveRoom(roomId);
  }

  nameOf(roomId: string): Promise<string | null> {
    return this.#client === null ? Promise.resolve(null) : readRoomName(this.#client, roomId);
  }

  get verifying(): Verifying | null {
    return this.#running?.verification ?? null;
  }

  copyKeys(file: string): void {
    if (this.#running === null) throw new Error('not started');
    this.#running.encryption.copyTo(file);
  }

  async outdateCopies(): Promise<void> {
    await this.#mark?.renew();
  }

  status(): TransportStatus {
    return {
      state: this.#connection.state,
      userId: this.#self.userId,
      deviceId: this.#deviceId,
      fingerprint: this.#running?.encryption.fingerprint ?? null,
      signed: this.#running?.encryption.signed ?? null,
      lastSyncAt: this.#connection.lastSyncAt,
      deaf: this.#echo?.isDeaf ?? false,
      ...this.#figures,
      counts: this.#counters.values(),
    };
  }
}
