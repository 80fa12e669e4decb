import { type InterviewState, shownAgain, undo } from './state.ts';
import type { StoredInterview } from './store.ts';

/** What an event that is corrected or withdrawn was to an interview. */
export type Place =
  /** The command that began it, still open. */
  | 'start'
  /** The answer given last: it can be given anew. */
  | 'last'
  /** An answer after which others were given. */
  | 'earlier'
  /** A reaction among those that tick choices of the current question. */
  | 'tick'
  /** A reply to the current question that was not understood. */
  | 'unread'
  | 'none';

/** What an event was to an interview, whoever asks. */
export const placeOf = (state: InterviewState, event: string): Place => {
  if (state.start === event) return state.status === 'open' ? 'start' : 'none';
  const sources = state.sources ?? [];
  const at = sources.lastIndexOf(event);
  if (at >= 0) return at === sources.length - 1 ? 'last' : 'earlier';
  if (state.tickedBy !== undefined && Object.hasOwn(state.tickedBy, event)) return 'tick';
  return state.events.includes(event) ? 'unread' : 'none';
};

/**
 * The interview as it was before the answer that `event` gave, later answers forgotten too. `shown` = the event that the
 * message which asks again will answer.
 */
export const backTo = (state: InterviewState, event: string, shown: string): InterviewState => {
  const at = (state.sources ?? []).lastIndexOf(event);
  if (at < 0) return state;
  let before = state;
  while (before.answered.length > at) before = undo(before, shown);
  const showing = before.sources?.at(-1) ?? before.start;
  // The message that asked it the first time still stands: a reaction on it counts.
  return showing === undefined ? before : shownAgain({ ...before, events: [showing] }, shown);
};

/** The interview without the choice that a reaction, taken back, had ticked. */
export const unticked = (state: InterviewState, event: string, shown: string): InterviewState => {
  const { [event]: value, ...others } = state.tickedBy ?? {};
  const kept = state.ticked.filter((one) => one !== value || Object.values(others).includes(one));
  return shownAgain({ ...state, ticked: kept, tickedBy: others }, shown);
};

/** The interview that a corrected message was said to; the same correction handled twice is found by its own event. */
export const correctedBy = (
  mine: readonly StoredInterview[],
  replaces: string,
  eventId: string,
): StoredInterview | undefined =>
  mine.find(({ state }) => state.events.includes(eventId)) ??
  mine.find(({ state }) => !['none', 'start'].includes(placeOf(state, replaces)));
