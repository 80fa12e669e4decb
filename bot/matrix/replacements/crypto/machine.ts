import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { CrossSigning } from './cross-signing.ts';
import { checked, type DecryptedEvent, untrusted } from './decrypted.ts';
import { type EncryptionSettings, toWasmSettings } from './encryption-settings.ts';
import { toDecryptionError } from './errors.ts';
import { DeviceId, type DeviceLists, type RoomId, UserId, using, wasmUsers } from './ids.ts';
import type { StoreStats } from './indexeddb/durable.ts';
import { type OpenedMachine, openMachine } from './open.ts';
import { isQuery, PendingQueries, partAbout, type QueryMarks, usersIn } from './pending-queries.ts';
import {
  isSentBySdk,
  type OutgoingRequest,
  type ToDeviceRequest,
  takeOutgoing,
  takeRequest,
  takeToDeviceRequest,
} from './requests.ts';
import { Signatures } from './signatures.ts';
import { Verifications } from './verifications.ts';

/** A room key that has just arrived, or got better. */
export interface RoomKey {
  readonly roomId: string;
  readonly sessionId: string;
}

/**
 * `OlmMachine` of matrix-sdk-crypto-nodejs 0.4 as matrix-bot-sdk 0.8 calls it, over the one of matrix-sdk-crypto-wasm.
 * What differs and why is in ../README.md. `crossSigning`, `verifications`, `onRoomKey`, `stats`, `copyStore` and `close`
 * are additions.
 */
export class OlmMachine {
  readonly crossSigning: CrossSigning;
  readonly verifications: Verifications;
  /** Writes to the disk since the start; null for a store in memory. */
  readonly stats: Readonly<StoreStats> | null;
  readonly #machine: wasm.OlmMachine;
  readonly #copyStore: (file: string) => void;
  readonly #closeStore: () => void;
  readonly #untrusted = untrusted();
  readonly #pending = new PendingQueries();
  #tracked: Set<string> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Opens the store of `storagePath` (an empty path: in memory, for tests) with the key of `configureCryptoStore`; the
   * passphrase, which matrix-bot-sdk leaves empty, is not used. Throws `CryptoStoreError`.
   */
  static async initialize(userId: UserId, deviceId: DeviceId, storagePath: string): Promise<OlmMachine> {
    return new OlmMachine(await openMachine(userId.toString(), deviceId.toString(), storagePath));
  }

  private constructor({ machine, stats, copyStore, closeStore }: OpenedMachine) {
    this.#machine = machine;
    this.stats = stats;
    this.#copyStore = copyStore;
    this.#closeStore = closeStore;
    this.crossSigning = new CrossSigning(machine);
    this.verifications = new Verifications(machine, () => this.outgoingRequests());
  }

  get userId(): UserId {
    return new UserId(this.#machine.userId.toString());
  }

  get deviceId(): DeviceId {
    return new DeviceId(this.#machine.deviceId.toString());
  }

  get identityKeys(): wasm.IdentityKeys {
    return this.#machine.identityKeys;
  }

  /** Returns the to-device events as JSON, decrypted where possible (the native package adds a second list to it). */
  async receiveSyncChanges(
    toDeviceEvents: string,
    deviceLists: DeviceLists,
    keyCounts: Readonly<Record<string, number>>,
    unusedFallbackKeys: readonly string[],
  ): Promise<string> {
    const tracked = await this.#trackedUsers();
    for (const user of deviceLists.changed) {
      if (tracked.has(user.toString())) this.#pending.add(user.toString());
    }
    const lists = new wasm.DeviceLists(wasmUsers(deviceLists.changed), wasmUsers(deviceLists.left));
    const events = await using(lists, () =>
      this.#machine.receiveSyncChanges(
        toDeviceEvents,
        lists,
        new Map(Object.entries(keyCounts)),
        new Set(unusedFallbackKeys),
        untrusted(), // consumed
      ),
    );
    const raw = await Promise.all(events.map((event) => using(event, () => event.rawEvent)));
    return `[${raw.join(',')}]`;
  }

  /** Only what matrix-bot-sdk can send. */
  outgoingRequests(): Promise<OutgoingRequest[]> {
    return this.#alone(() => this.#outgoing());
  }

  /** A new list makes the queries of the previous one stale: no two are made at once. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #outgoing(): Promise<OutgoingRequest[]> {
    const listed = (await this.#machine.outgoingRequests()).map(takeOutgoing);
    this.verifications.note(listed);
    const requests = listed.filter(isSentBySdk);
    this.#pending.issued(requests);
    return requests;
  }

  async markRequestAsSent(id: string, type: wasm.RequestType, answer: string): Promise<boolean> {
    const marked = await this.#machine.markRequestAsSent(id, type, answer);
    this.#pending.answered(id);
    return marked;
  }

  /** Those of these users whose keys are to be asked for before they can be sent any. */
  queryMarks(users: readonly UserId[]): QueryMarks {
    return this.#pending.marksOf(users.map(String));
  }

  /**
   * Takes the answer to a `/keys/query` of our own making: users can be asked about a few at a time, where the machine asks
   * about all of them at once, so that one slow answer does not hold up the others.
   * @param marks as they were when the query left: whose keys have changed since is still to be asked about
   */
  receiveQuery(marks: QueryMarks, answer: object): Promise<void> {
    return this.#alone(async () => {
      // The machine only believes the answer to a query of its latest list.
      const queries = (await this.#outgoing()).filter(isQuery);
      const fresh = this.#pending.unchanged(marks);
      for (const { id, type, body } of queries) {
        const about = usersIn(body).filter((user) => fresh.includes(user));
        if (about.length > 0)
          await this.#machine.markRequestAsSent(id, type, JSON.stringify(partAbout(answer, about)));
      }
      this.#pending.forget(fresh);
    });
  }

  async updateTrackedUsers(users: readonly UserId[]): Promise<void> {
    const tracked = await this.#trackedUsers();
    for (const user of users.map(String)) {
      if (!tracked.has(user)) this.#pending.add(user);
      tracked.add(user);
    }
    await this.#machine.updateTrackedUsers(wasmUsers(users));
  }

  async getMissingSessions(users: readonly UserId[]): Promise<OutgoingRequest | null> {
    const askable = users.filter((user) => !this.#pending.has(user.toString()));
    const request = await this.#machine.getMissingSessions(wasmUsers(askable));
    return request ? takeRequest(request) : null;
  }

  /** Throws on an unknown algorithm. Must not run while `encryptRoomEvent` runs for the same room. */
  async shareRoomKey(
    roomId: RoomId,
    users: readonly UserId[],
    settings: EncryptionSettings,
  ): Promise<ToDeviceRequest[]> {
    const requests = await using(toWasmSettings(settings), (converted) =>
      using(new wasm.RoomId(roomId.toString()), (room) =>
        this.#machine.shareRoomKey(room, wasmUsers(users), converted),
      ),
    );
    return requests.map(takeToDeviceRequest);
  }

  /** Panics, hence ends the process, when the room key is not shared or is worn out: `shareRoomKey` comes first. */
  async encryptRoomEvent(roomId: RoomId, type: string, content: string): Promise<string> {
    return using(new wasm.RoomId(roomId.toString()), (room) =>
      this.#machine.encryptRoomEvent(room, type, content),
    );
  }

  /**
   * Throws `DecryptionError`; `MismatchedSender` when the homeserver put another sender on the event, which the
   * machine decrypts all the same and matrix-bot-sdk would deliver.
   */
  async decryptRoomEvent(event: string, roomId: RoomId): Promise<DecryptedEvent> {
    try {
      const decrypted = await using(new wasm.RoomId(roomId.toString()), (room) =>
        this.#machine.decryptRoomEvent(event, room, this.#untrusted),
      );
      return await using(decrypted, checked);
    } catch (error) {
      throw toDecryptionError(error);
    }
  }

  async sign(message: string): Promise<Signatures> {
    return new Signatures(await this.#machine.sign(message));
  }

  /** Calls `listener` with the room keys of each batch; events that waited for them can be decrypted from then on. */
  onRoomKey(listener: (keys: readonly RoomKey[]) => void): void {
    this.#machine.registerRoomKeyUpdatedCallback(async (infos) => {
      listener(infos.map(({ roomId, sessionId }) => ({ roomId: roomId.toString(), sessionId })));
    });
  }

  /** Copies the store into a new file, in one turn; nothing for a store in memory. */
  copyStore(file: string): void {
    this.#copyStore(file);
  }

  /** Ends the machine, saves and unlocks its store. Nothing may be called afterwards. */
  close(): void {
    this.#machine.close();
    this.#closeStore();
  }

  async #trackedUsers(): Promise<Set<string>> {
    this.#tracked ??= new Set([...(await this.#machine.trackedUsers())].map(String));
    return this.#tracked;
  }
}
