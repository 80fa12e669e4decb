import { section, wholeNumber } from '../fields.ts';

export const pacing = section({
  /** Time between two messages sent, in the long run; the Tchap team advises about one call a second. */
  millisecondsBetweenMessages: wholeNumber(0, 60_000, 1000).default(1000),
}).prefault({});
