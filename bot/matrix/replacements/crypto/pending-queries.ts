import { RequestType } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { OutgoingRequest } from './requests.ts';

/**
 * Users whose keys are still to be asked from the homeserver.
 *
 * `getMissingSessions` waits up to 5 s for the query of the users it is given, and matrix-bot-sdk calls it under its sync
 * lock with nobody there to send that query: it must not be asked about those users.
 */
export class PendingQueries {
  readonly #pending = new Set<string>();
  readonly #asked = new Map<string, readonly string[]>();

  add(user: string): void {
    this.#pending.add(user);
  }

  has(user: string): boolean {
    return this.#pending.has(user);
  }

  /** Notes whom each query is about. A new list of requests replaces the queries of the previous one. */
  issued(requests: readonly OutgoingRequest[]): void {
    const queries = requests.filter((request) => request.type === RequestType.KeysQuery);
    if (queries.length > 0) this.#asked.clear();
    for (const { id, body } of queries) {
      const { device_keys: users } = JSON.parse(body) as { device_keys: Record<string, unknown> };
      this.#asked.set(id, Object.keys(users));
    }
  }

  answered(requestId: string): void {
    for (const user of this.#asked.get(requestId) ?? []) this.#pending.delete(user);
    this.#asked.delete(requestId);
  }
}
