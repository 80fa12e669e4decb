import { section, wholeNumber } from '../fields.ts';

/** How many messages a minute are answered; one notice, then silence. */
export const limits = section({
  perPersonPerMinute: wholeNumber(1, 10_000, 10).default(10),
  perRoomPerMinute: wholeNumber(1, 10_000, 30).default(30),
}).prefault({});
