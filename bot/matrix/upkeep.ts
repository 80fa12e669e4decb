import type { Database } from '../store/database.ts';
import { markExplained, tidyInbox, unexplained } from '../store/inbox.ts';
import { enqueue, tidyOutbox } from '../store/outbox.ts';
import { mayBeSaid, tidySaid } from '../store/said.ts';
import { oldestAnswered } from './event.ts';
import type { TchapOptions } from './options.ts';
import { alert, sentence } from './post.ts';
import { alerts, undecryptable } from './wording.ts';

const hour = 3_600_000;
const month = 30 * 24 * hour;
/** Keys often come a moment after the message: nothing is said before. */
const patience = 15_000;

type UpkeepOptions = Pick<TchapOptions, 'adminRoom' | 'now'> & { readonly database: Database };

/** Tells each room, at most once an hour, that some of its messages cannot be read. @returns how many were told. */
export async function explainLocked(options: UpkeepOptions): Promise<number> {
  const { database, now } = options;
  const rooms = await unexplained(database, now() - patience);
  for (const roomId of rooms)
    await database.transaction().execute(async (transaction) => {
      await markExplained(transaction, roomId);
      if (!(await mayBeSaid(transaction, `undecryptable/${roomId}`, hour, now()))) return;
      const cause = `undecryptable/${roomId}/${now()}`;
      await enqueue(transaction, [sentence(undecryptable, { roomId }, cause)], now());
      await alert(transaction, options, alerts.undecryptable(roomId), cause);
    });
  return rooms.length;
}

/** Forgets what is of no more use: messages whose key will not come, what was handled or sent a month ago. */
export async function tidy({ database, now }: UpkeepOptions): Promise<void> {
  await tidyInbox(database, now() - oldestAnswered, now() - month);
  await tidyOutbox(database, now() - month);
  await tidySaid(database, now() - 48 * hour);
}
