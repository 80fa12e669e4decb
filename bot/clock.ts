/** The only source of time of the program; tests give their own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Local date in Europe/Paris, ISO 8601 (`2026-11-22`): the day that users and texts mean by « aujourd'hui ». */
export const parisDate = (clock: Clock): string =>
  Temporal.Instant.fromEpochMilliseconds(clock.now())
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainDate()
    .toString();
