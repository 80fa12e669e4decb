import type { RuleCitation } from '../citation.ts';
import type { IsoDate } from './iso-date.ts';

/** A value of the doctrine, the day from which it holds, and the words that set it. */
export interface Dated<T> {
  readonly from: IsoDate;
  /** First day on which it no longer holds; null while nothing replaced it. */
  readonly until: IsoDate | null;
  readonly value: T;
  readonly citation: RuleCitation;
}

/** The value in force on a day, or null if the texts we hold say nothing for that day. */
export const valueAt = <T>(values: readonly Dated<T>[], asOf: IsoDate): Dated<T> | null => {
  // ISO dates compare as strings.
  return values.find(({ from, until }) => from <= asOf && (until === null || asOf < until)) ?? null;
};
