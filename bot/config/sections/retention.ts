import { section, wholeNumber } from '../fields.ts';

/** How long the database remembers, in days. */
export const retention = section({
  /** Identifiers of messages handled and answers sent, without their text. */
  messagesDays: wholeNumber(2, 365, 30).default(30),
  /** Counts by day, with pseudonyms of that day alone. */
  statisticsDays: wholeNumber(0, 30, 30).default(30),
}).prefault({});
