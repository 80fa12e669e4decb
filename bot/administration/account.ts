import type { AccountState } from '../../commands/operations/operations.ts';

/** A Tchap account lives so many months after it was created or renewed; the mail to renew it comes two before. */
const LIFE_MONTHS = 13;
const RENEWAL_MONTH = 11;

/** Standing of the account on a day. Both are ISO 8601 local dates; `renewedOn` null = not known. */
export const accountState = (renewedOn: string | null, today: string): AccountState => {
  if (renewedOn === null) return { kind: 'unknown' };
  const renewed = Temporal.PlainDate.from(renewedOn);
  const expires = renewed.add({ months: LIFE_MONTHS });
  const expiresOn = expires.toString();
  if (isBefore(expires, today)) return { kind: 'overdue', expiresOn };
  return isBefore(renewed.add({ months: RENEWAL_MONTH }), nextDay(today))
    ? { kind: 'to-renew', expiresOn }
    : { kind: 'valid', expiresOn };
};

/** The later of two days, either of which may be unknown. */
export const latestDay = (...days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/** Whole days from one ISO date to another, negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

const isBefore = (day: Temporal.PlainDate, other: string): boolean =>
  Temporal.PlainDate.compare(day, Temporal.PlainDate.from(other)) < 0;

const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
