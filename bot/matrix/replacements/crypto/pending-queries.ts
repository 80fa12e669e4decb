import { RequestType } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { OutgoingRequest } from './requests.ts';

/** Users whose keys are asked for, each with the mark that says when that became necessary. */
export type QueryMarks = ReadonlyMap<string, number>;

/**
 * Users whose keys are still to be asked from the homeserver.
 *
 * `getMissingSessions` waits up to 5 s for the query of the users it is given, with nobody there to send that query: it must
 * not be asked about those users.
 */
export class PendingQueries {
  readonly #pending = new Map<string, number>();
  readonly #asked = new Map<string, readonly string[]>();
  #mark = 0;

  /** The keys of a user may have changed. */
  add(user: string): void {
    this.#pending.set(user, ++this.#mark);
  }

  has(user: string): boolean {
    return this.#pending.has(user);
  }

  /** Those of these users whose keys are to be asked for. */
  marksOf(users: readonly string[]): QueryMarks {
    return new Map(
      users.flatMap((user) => {
        const mark = this.#pending.get(user);
        return mark === undefined ? [] : [[user, mark]];
      }),
    );
  }

  /** Of users asked about, those whose keys have not changed again since. */
  unchanged(marks: QueryMarks): readonly string[] {
    return [...marks].flatMap(([user, mark]) => (this.#pending.get(user) === mark ? user : []));
  }

  /** Notes whom each query is about. A new list of requests replaces the queries of the previous one. */
  issued(requests: readonly OutgoingRequest[]): void {
    const queries = requests.filter(isQuery);
    if (queries.length > 0) this.#asked.clear();
    for (const { id, body } of queries) {
      const users = usersIn(body);
      // Those of an earlier run of the program, which the store remembers.
      for (const user of users) if (!this.#pending.has(user)) this.add(user);
      this.#asked.set(id, users);
    }
  }

  answered(requestId: string): void {
    this.forget(this.#asked.get(requestId) ?? []);
    this.#asked.delete(requestId);
  }

  forget(users: readonly string[]): void {
    for (const user of users) this.#pending.delete(user);
  }
}

export const isQuery = ({ type }: OutgoingRequest): boolean => type === RequestType.KeysQuery;

/** Users whom a `/keys/query` is about. */
export const usersIn = (body: string): readonly string[] =>
  Object.keys((JSON.parse(body) as { device_keys: Record<string, unknown> }).device_keys);

/** The part of an answer of `/keys/query` that is about these users. */
export const partAbout = (answer: object, users: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      name === 'failures' || typeof value !== 'object' || value === null
        ? value
        : Object.fromEntries(Object.entries(value).filter(([user]) => users.includes(user))),
    ]),
  );
