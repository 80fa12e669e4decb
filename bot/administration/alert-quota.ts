import type { Queues } from '../queues/queues.ts';
import { HOUR } from '../time.ts';

const MOST_IN_AN_HOUR = 20;

/** Causes of what the administration room is told begin so. */
export const ALERT = 'alert/';

/** Whether the administration room may be told one more thing; `last` = it should be that there are too many. */
export const mayAlert = async (
  { outbox }: Pick<Queues, 'outbox'>,
  now: number,
): Promise<'yes' | 'last' | 'no'> => {
  const count = await outbox.countCauses(ALERT, now - HOUR);
  if (count >= MOST_IN_AN_HOUR) return 'no';
  return count === MOST_IN_AN_HOUR - 1 ? 'last' : 'yes';
};
