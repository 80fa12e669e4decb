import type { DayUsage } from '../../commands/operations/operations.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Statistics } from './statistics.ts';

/** Use of the bot today and yesterday. */
export const recentUsage = async (statistics: Statistics, clock: Clock): Promise<readonly DayUsage[]> => {
  const today = parisDate(clock);
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return [await statistics.figures(today), await statistics.figures(yesterday)];
};
