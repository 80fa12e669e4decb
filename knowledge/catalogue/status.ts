import type { Catalogue, Offer } from './catalogue.ts';

/** Standing of an offer on a day. `overdue` is neither qualified nor withdrawn: its renewal was not checked. */
export type OfferStatus =
  | { readonly state: 'qualified'; readonly expiresOn: string | null }
  | { readonly state: 'expiring'; readonly expiresOn: string; readonly daysLeft: number }
  | { readonly state: 'overdue'; readonly expiresOn: string }
  | { readonly state: 'in_progress' | 'historical' | 'unknown' };

/** Days before the end of a qualification from which the end is announced. */
const NOTICE_DAYS = 90;
/** Age in days beyond which a catalogue is said to be old. */
const FRESH_DAYS = 60;

/**
 * @param today local date, ISO 8601.
 * A qualification holds on the day of its term; the day after, it is overdue.
 */
export const offerStatus = (offer: Offer, today: string): OfferStatus => {
  if (offer.status !== 'qualified') return { state: offer.status };
  const expiresOn = offer.expires_on;
  if (expiresOn === null) return { state: 'qualified', expiresOn };
  const daysLeft = daysBetween(today, expiresOn);
  if (daysLeft < 0) return { state: 'overdue', expiresOn };
  return daysLeft <= NOTICE_DAYS
    ? { state: 'expiring', expiresOn, daysLeft }
    : { state: 'qualified', expiresOn };
};

/** Whole days since the date of the catalogue; negative if it is dated in the future. */
export const catalogueAge = (catalogue: Catalogue, today: string): number =>
  daysBetween(catalogue.date, today);

/** True when the catalogue is more than 60 days old. */
export const isStale = (catalogue: Catalogue, today: string): boolean =>
  catalogueAge(catalogue, today) > FRESH_DAYS;

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
