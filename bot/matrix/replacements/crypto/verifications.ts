import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { untrusted } from './decrypted.ts';
import { type RoomId, using } from './ids.ts';
import type { OutgoingRequest, RoomMessage } from './requests.ts';
import { VerificationRequest } from './verification-request.ts';

/** Key verifications that others ask of us; `bot/matrix/verification/` says what becomes of them. */
export class Verifications {
  readonly #machine: wasm.OlmMachine;
  readonly #list: () => Promise<unknown>;
  /** Messages given out once: the machine lists them again until they are marked as sent. */
  #given = new Set<string>();
  #waiting: readonly RoomMessage[] = [];
  #signatures: readonly OutgoingRequest[] = [];

  /** @param list lists what the machine wants sent, and calls `note` with it */
  constructor(machine: wasm.OlmMachine, list: () => Promise<unknown>) {
    this.#machine = machine;
    this.#list = list;
  }

  /** A request that the machine knows; null when it knows none. To be freed at the end. */
  find(userId: string, flowId: string): VerificationRequest | null {
    const user = new wasm.UserId(userId);
    const found = this.#machine.getVerificationRequest(user, flowId);
    user.free();
    return found === undefined ? null : new VerificationRequest(found);
  }

  /** Gives the machine an event of a verification in a room, in clear. The devices of its sender must be known. */
  async receive(event: unknown, roomId: RoomId): Promise<void> {
    await using(new wasm.RoomId(roomId.toString()), (room) =>
      this.#machine.receiveVerificationEvent(JSON.stringify(event), room),
    );
  }

  /**
   * Gives the machine a request between devices once more: it ignores those of devices that it does not know, which may
   * have become known since.
   */
  async receiveAgain(event: object): Promise<void> {
    await using(new wasm.DeviceLists([], []), async (lists) => {
      const events = JSON.stringify([event]);
      const read = await this.#machine.receiveSyncChanges(events, lists, new Map(), undefined, untrusted());
      for (const one of read) one.free();
    });
  }

  /**
   * What the machine wants said in rooms by itself, each message once. Those between devices leave with its other requests;
   * the signatures that it makes of verified people are not published: nobody but our own account could read them.
   */
  async toSay(): Promise<readonly RoomMessage[]> {
    await this.#list();
    for (const { id, type } of this.#signatures)
      await this.#machine.markRequestAsSent(id, type, JSON.stringify({ failures: {} }));
    const said = this.#waiting;
    this.#waiting = [];
    for (const { id } of said) this.#given.add(id);
    return said;
  }

  /** To be called with each list of what the machine wants sent. */
  note(listed: readonly (OutgoingRequest | RoomMessage)[]): void {
    const ids = new Set(listed.map(({ id }) => id));
    this.#given = this.#given.intersection(ids);
    this.#signatures = listed.filter(({ type }) => type === wasm.RequestType.SignatureUpload);
    this.#waiting = listed.filter(
      (request): request is RoomMessage => 'roomId' in request && !this.#given.has(request.id),
    );
  }
}
