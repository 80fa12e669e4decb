import type { Database } from '../database.ts';
import type { OutboxRow } from '../schema.ts';

/** Rooms and people of whom is remembered when they were last served; beyond, those served first are forgotten. */
const MOST_REMEMBERED = 10_000;
/** Rows of a room that are looked at to find whose turn it is. */
const MOST_AHEAD = 500;

/**
 * Who is sent to next: turn by turn between rooms, then between the people of a room, so that whoever asks for much
 * makes nobody else wait. What was begun is finished first, and what one person asked for keeps its order.
 */
export class Turns {
  readonly #database: Database;
  /** Number of the turn in which a room, or a person in a room, was last served. */
  readonly #served = new Map<string, number>();
  /** Cause last served, by room. */
  readonly #begun = new Map<string, string>();
  #turn = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What is to be sent next to a room not in `exceptRooms`: interactive before scheduled. Uses the turn. */
  async take(exceptRooms: readonly string[]): Promise<OutboxRow | undefined> {
    for (const roomId of await this.#roomsInOrder(exceptRooms)) {
      const next = await this.#nextIn(roomId);
      const row = next === undefined ? undefined : await rowOf(this.#database, next.id);
      if (next === undefined || row === undefined) continue;
      this.#note(roomId);
      this.#note(personIn(roomId, next.person));
      remember(this.#begun, roomId, row.cause);
      return row;
    }
    return undefined;
  }

  async #roomsInOrder(exceptRooms: readonly string[]): Promise<readonly string[]> {
    let query = this.#database
      .selectFrom('outbox')
      .select(({ fn }) => ['room_id', fn.min('priority').as('priority'), fn.min('id').as('id')])
      .where('state', '=', 'waiting')
      .groupBy('room_id');
    if (exceptRooms.length > 0) query = query.where('room_id', 'not in', exceptRooms);
    const served = (roomId: string): number => this.#served.get(roomId) ?? 0;
    return (await query.execute())
      .toSorted((a, b) => a.priority - b.priority || served(a.room_id) - served(b.room_id) || a.id - b.id)
      .map((row) => row.room_id);
  }

  async #nextIn(roomId: string): Promise<Waiting | undefined> {
    const rows = await waitingIn(this.#database, roomId);
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

interface Waiting {
  readonly id: number;
  readonly priority: number;
  readonly cause: string;
  /** Who asked for it; null for what we say unasked. */
  readonly person: string | null;
}

const personIn = (roomId: string, person: string | null): string => `${roomId} ${person ?? ''}`;

/** What waits for a room, most urgent first. What edits or withdraws an answer belongs to whoever asked for that answer. */
const waitingIn = (database: Database, roomId: string): Promise<readonly Waiting[]> =>
  database
    .selectFrom('outbox')
    .leftJoin('inbox', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('inbox.event_id', '=', fn.coalesce(ref('outbox.edits'), ref('outbox.cause'))),
      ),
    )
    .select(['outbox.id', 'outbox.priority', 'outbox.cause', 'inbox.sender as person'])
    .where('outbox.state', '=', 'waiting')
    .where('outbox.room_id', '=', roomId)
    .orderBy('outbox.priority')
    .orderBy('outbox.id')
    .limit(MOST_AHEAD)
    .execute();

const rowOf = (database: Database, id: number): Promise<OutboxRow | undefined> =>
  database.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();

const remember = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > MOST_REMEMBERED && oldest.value !== undefined) map.delete(oldest.value);
};
