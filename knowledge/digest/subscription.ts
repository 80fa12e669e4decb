import type { IsoDate } from '../rules/time/iso-date.ts';

/** When a room receives its digest, local time in Europe/Paris. */
export interface Subscription {
  readonly roomId: string;
  /** 1 = Monday … 5 = Friday; a day that is not worked moves it to the next one that is. */
  readonly weekday: number;
  /** Minutes after midnight; never between 02:00 and 02:59, an hour that one day of March does not have. */
  readonly minute: number;
  /** Epoch milliseconds: nothing that was scheduled before is sent. */
  readonly since: number;
  /** First day on which it is sent again; null when it is not paused. */
  readonly pausedUntil: IsoDate | null;
}

/** Monday 09:00. */
export const DEFAULT_TIME: Pick<Subscription, 'weekday' | 'minute'> = { weekday: 1, minute: 9 * 60 };
