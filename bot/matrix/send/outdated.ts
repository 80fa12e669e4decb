import type { OutboxRow, Queues } from '../../queues/queues.ts';
import { OLDEST_ANSWERED } from '../events/event.ts';
import type { TchapOptions } from '../options.ts';

/** After 12 hours the homeserver may no longer recognise a repetition, and the answer is of no use. */
export const isOutdated = async (
  row: OutboxRow,
  { queues, now, log }: Pick<TchapOptions, 'now' | 'log'> & { readonly queues: Queues },
): Promise<boolean> => {
  const left = (await queues.rooms.find(row.room_id))?.membership === 'leave';
  const old = now() - row.created_at > OLDEST_ANSWERED;
  if (left || old) log.warn('send-dropped', { room: row.room_id, reason: left ? 'left' : 'too-old' });
  return left || old;
};
