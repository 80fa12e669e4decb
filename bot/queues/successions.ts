import { z } from 'zod';
import type { Queues } from './queues.ts';

/** Which room has taken the place of which, once both have said so. */
export interface Succession {
  readonly from: string;
  readonly to: string;
}

/** What was decided of the successor that a room names. */
type Decision = 'followed' | 'refused';

type Values = Pick<Queues, 'values'>;

/** All the successions that were followed. */
export const readSuccessions = async (queues: Values): Promise<readonly Succession[]> =>
  Object.entries(await read(queues)).flatMap(([from, { to, decision }]) =>
    decision === 'followed' ? [{ from, to }] : [],
  );

/** What was decided of a succession; null when nothing was. */
export const decisionOn = async (queues: Values, { from, to }: Succession): Promise<Decision | null> => {
  const known = (await read(queues))[from];
  return known?.to === to ? known.decision : null;
};

/** Keeps what was decided; call it in the transaction of what is said of it. */
export const decide = async (queues: Values, { from, to }: Succession, decision: Decision): Promise<void> => {
  await queues.values.set(KEY, JSON.stringify({ ...(await read(queues)), [from]: { to, decision } }));
};

/** The room that stands today where this one stood; itself when nothing has replaced it. */
export const currentRoom = async (queues: Values, roomId: string): Promise<string> =>
  follow(await readSuccessions(queues), roomId);

/** The same among successions that are known. A circle of rooms leads nowhere: the room itself stands. */
export const follow = (successions: readonly Succession[], roomId: string): string => {
  const seen = new Set([roomId]);
  let room = roomId;
  for (;;) {
    const next = successions.find(({ from }) => from === room)?.to;
    if (next === undefined) return room;
    if (seen.has(next)) return roomId;
    seen.add(next);
    room = next;
  }
};

const KEY = 'successions';
const schema = z.record(z.string(), z.object({ to: z.string(), decision: z.enum(['followed', 'refused']) }));

const read = async ({ values }: Values) => schema.parse(JSON.parse((await values.get(KEY)) ?? '{}'));
