import type { Database } from '../../store/database.ts';
import { causeOf } from '../../store/queues/outbox.ts';
import { repliedBy } from '../events/event.ts';

/** Whether a message replies to one of ours, as far as we remember. */
export const repliesToUs = async (database: Database, event: unknown): Promise<boolean> => {
  const target = repliedBy(event);
  return target !== null && (await causeOf(database, target)) !== null;
};
