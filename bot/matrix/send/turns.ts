import type { Outbox, OutboxRow, Waiting } from '../../queues/queues.ts';
import type { Throttle } from './throttle.ts';

/** Rooms and people of whom is remembered when they were last served; beyond, those served first are forgotten. */
const MOST_REMEMBERED = 10_000;
/** Rooms that are compared by whose turn it is. */
const MOST_ROOMS = 100;
/** Rows of a room that are looked at to find whose turn it is. */
const MOST_AHEAD = 500;

/**
 * Who is sent to next: turn by turn between people wherever they ask, and between rooms, so that whoever asks for much makes
 * nobody else wait. What was begun is finished first, and what one person asked for keeps its order.
 */
export class Turns {
  readonly #outbox: Pick<Outbox, 'waitingRooms' | 'waitingIn' | 'find'>;
  /** Number of the turn in which a room, or a person in a room, was last served. */
  readonly #served = new Map<string, number>();
  /** Cause last served, by room. */
  readonly #begun = new Map<string, string>();
  #turn = 0;

  constructor(outbox: Pick<Outbox, 'waitingRooms' | 'waitingIn' | 'find'>) {
    this.#outbox = outbox;
  }

  /**
   * What is to be sent next to a room not in `exceptRooms`, interactive before scheduled, of what may leave now. Uses the
   * turn when it gives a row; else gives the milliseconds until something may leave, infinite when nothing waits.
   */
  async take(
    exceptRooms: readonly string[],
    throttle: Pick<Throttle, 'delay' | 'take'>,
  ): Promise<OutboxRow | number> {
    let shortest = Number.POSITIVE_INFINITY;
    for (const { roomId, next, alone } of await this.#candidates(exceptRooms)) {
      const delay = throttle.delay(alone);
      shortest = Math.min(shortest, delay);
      const row = delay > 0 ? undefined : await this.#outbox.find(next.id);
      if (row === undefined) continue;
      throttle.take(alone);
      this.#note(roomId);
      if (next.person !== null) this.#note(next.person);
      this.#note(personIn(roomId, next.person));
      remember(this.#begun, roomId, row.cause);
      return row;
    }
    return shortest;
  }

  /**
   * What may be sent next in the rooms whose turn it is, those of the person served longest ago first: whoever asks in ten
   * rooms has no more turns than others.
   */
  async #candidates(exceptRooms: readonly string[]): Promise<readonly Candidate[]> {
    const found: { readonly roomId: string; readonly next: Waiting }[] = [];
    const causes = new Map<string, Set<string>>();
    for (const roomId of (await this.#roomsInOrder(exceptRooms)).slice(0, MOST_ROOMS)) {
      const rows = await this.#outbox.waitingIn(roomId, MOST_AHEAD);
      for (const { person, cause } of rows)
        if (person !== null) causes.set(person, (causes.get(person) ?? new Set()).add(cause));
      const next = this.#nextOf(roomId, rows);
      if (next !== undefined) found.push({ roomId, next });
    }
    const served = ({ next }: Candidate): number =>
      next.person === null ? 0 : (this.#served.get(next.person) ?? 0);
    // The sort is stable: of equals, the room served longest ago stays first.
    return found
      .map(({ roomId, next }) => ({ roomId, next, alone: isAlone(next, causes) }))
      .toSorted((a, b) => a.next.priority - b.next.priority || served(a) - served(b));
  }

  async #roomsInOrder(exceptRooms: readonly string[]): Promise<readonly string[]> {
    const served = (roomId: string): number => this.#served.get(roomId) ?? 0;
    return (await this.#outbox.waitingRooms(exceptRooms))
      .toSorted((a, b) => a.priority - b.priority || served(a.roomId) - served(b.roomId) || a.id - b.id)
      .map(({ roomId }) => roomId);
  }

  #nextOf(roomId: string, rows: readonly Waiting[]): Waiting | undefined {
    const urgent = rows.filter(({ priority }) => priority === rows[0]?.priority);
    const begun = urgent.find(({ cause }) => cause === this.#begun.get(roomId));
    if (begun !== undefined) return begun;
    const served = ({ person }: Waiting): number => this.#served.get(personIn(roomId, person)) ?? 0;
    // The sort is stable: of those of one person, the oldest stays first.
    return urgent.toSorted((a, b) => served(a) - served(b))[0];
  }

  #note(key: string): void {
    remember(this.#served, key, ++this.#turn);
  }
}

interface Candidate {
  readonly roomId: string;
  readonly next: Waiting;
  /** The only answer that its asker waits for. */
  readonly alone: boolean;
}

/** What is said unasked, and reactions, hurry nobody. */
const isAlone = ({ person, priority }: Waiting, causes: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  person !== null && priority === 0 && causes.get(person)?.size === 1;

const personIn = (roomId: string, person: string | null): string => `${roomId} ${person ?? ''}`;

const remember = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > MOST_REMEMBERED && oldest.value !== undefined) map.delete(oldest.value);
};
