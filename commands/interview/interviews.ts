import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { DAY } from '../../knowledge/dates/spans.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { frame, paragraph } from '../answers.ts';
import { ask } from './ask.ts';
import { backTo, correctedBy, placeOf, unticked } from './corrections.ts';
import type { Answers, Interview, InterviewContext, Question } from './interview.ts';
import { interviewThread } from './place.ts';
import { type Reply, readReaction, readText } from './read-reply.ts';
import { begin, currentQuestion, type InterviewState, shownAgain, undo, withAnswer } from './state.ts';
import type { InterviewStore, StoredInterview } from './store.ts';
import { isQuestion } from './talk.ts';
import { tooLate } from './too-late.ts';
import { INTERVIEW } from './wording.ts';

/** Epoch milliseconds after which an interview is forgotten. */
export const FORGOTTEN_AFTER = DAY;

/** What somebody with an open interview does: says something, or reacts to one of our messages. */
export type InterviewInput =
  /** `addressed` = to us (mention, direct conversation), as opposed to overheard. */
  | { readonly kind: 'text'; readonly text: string; readonly addressed: boolean }
  /** `cause` = event that our message answered, found from the target of the reaction; null if it is not ours. */
  | { readonly kind: 'reaction'; readonly key: string; readonly cause: string | null };

export interface Interviews {
  /** Starts over, and asks the first question; what is `known` already is not asked. */
  start(name: string, context: InterviewContext, known?: Answers): Promise<Answer>;
  /** The next question, the verdict, or null when the input is no reply to an interview. */
  continueInterview(input: InterviewInput, context: InterviewContext): Promise<Answer | null>;
  /** A command that began an interview was corrected: that interview is over, whatever comes instead. */
  endBegunBy(event: string, context: InterviewContext): Promise<void>;
  /**
   * An event was withdrawn by its author: the interview goes back to before the answer that it gave, and asks again; one whose
   * command is withdrawn is over. Null when there is nothing to say. `now` in epoch milliseconds.
   */
  withdraw(
    event: string,
    at: Pick<InterviewContext, 'today' | 'now'>,
  ): Promise<{
    readonly roomId: string;
    readonly thread: string | null;
    readonly cause: string;
    readonly answer: Answer;
  } | null>;
  /** The current question again, or the verdict; null when there is neither. */
  show(name: string, context: InterviewContext): Promise<Answer | null>;
  /** Whether a person has an interview under way in a room, in any thread. `now` in epoch milliseconds. */
  isWaitingFor(roomId: string, sender: string, now: number): Promise<boolean>;
}

/** Guided interviews over a store. Handling the same event twice changes nothing and says the same again. */
export const createInterviews = (
  store: InterviewStore,
  list: readonly Interview[],
  corpusVersion: string,
): Interviews => {
  const interviews = new Map(list.map((interview) => [interview.name, interview]));

  const alive = async (roomId: string, sender: string, now: number): Promise<readonly StoredInterview[]> =>
    (await store.ofSender(roomId, sender)).filter(({ updatedAt }) => now - updatedAt <= FORGOTTEN_AFTER);

  const tell = (
    interview: Interview,
    state: InterviewState,
    context: InterviewContext,
    misunderstood: boolean,
  ): Answer | Promise<Answer> => {
    const question = state.status === 'open' ? currentQuestion(interview, state) : null;
    return question === null
      ? interview.conclude(state.answers, context)
      : ask(
          interview,
          state,
          question,
          context,
          corpusVersion,
          misunderstood ? INTERVIEW.notUnderstood : null,
        );
  };

  const keep = async (
    stored: StoredInterview,
    interview: Interview,
    context: InterviewContext,
    misunderstood = false,
  ): Promise<Answer> => {
    await store.save({ ...stored, updatedAt: context.now });
    return tell(interview, stored.state, context, misunderstood);
  };

  return {
    start: async (name, context, known = {}) => {
      const interview = interviews.get(name);
      if (interview === undefined) throw new Error(`no interview is named ${name}`);
      const { roomId, sender, eventId, replaces, thread: typedIn } = context.conversation;
      // A corrected command stands for the first one, which alone can be the root of a thread.
      const first = replaces ?? eventId;
      const thread = interviewThread({ ...context.conversation, eventId: first });
      const begun = begin(interview, first, thread !== typedIn, known);
      const state = shownAgain(begun, eventId);
      return keep({ roomId, thread, sender, state, updatedAt: context.now }, interview, context);
    },

    continueInterview: async (input, context) => {
      const { roomId, sender, eventId, replaces = null } = context.conversation;
      const mine = await alive(roomId, sender, context.now);
      const corrected = replaces === null ? undefined : correctedBy(mine, replaces, eventId);
      const given = corrected ?? (replaces === null ? interviewOf(mine, input, context) : undefined);
      const interview = interviews.get(given?.state.interview ?? '');
      if (given === undefined || interview === undefined) return null;
      if (given.state.events.includes(eventId)) return tell(interview, given.state, context, false);
      const place = replaces === null ? 'none' : placeOf(given.state, replaces);
      if (
        place === 'earlier' ||
        (place === 'last' && given.state.status === 'done' && interview.writes === true)
      )
        return tooLate(interview, given.state, context, corpusVersion);
      const source = replaces ?? eventId;
      const found = place === 'last' ? { ...given, state: backTo(given.state, source, eventId) } : given;
      const question = currentQuestion(interview, found.state);
      if (question === null) return null;
      const reply =
        input.kind === 'text'
          ? readText(input.text, question)
          : readReaction(input.key, question, found.state.ticked);
      if (reply.kind === 'not-understood') {
        if (place !== 'last' && !isForUs(input, found, question, context)) return null;
        return keep({ ...found, state: shownAgain(found.state, eventId) }, interview, context, true);
      }
      if (reply.kind === 'cancel') {
        await store.remove(found);
        return cancelled(interview, context, corpusVersion);
      }
      const state = advance(interview, found.state, question.id, reply, source);
      return keep({ ...found, state: shownAgain(state, eventId) }, interview, context);
    },

    endBegunBy: async (event, { conversation: { roomId, sender } }) => {
      const begun = (await store.ofSender(roomId, sender)).filter(
        ({ state }) => placeOf(state, event) === 'start',
      );
      for (const one of begun) await store.remove(one);
    },

    withdraw: async (event, { today, now }) => {
      for (const found of await store.naming(event)) {
        const interview = interviews.get(found.state.interview);
        const place = placeOf(found.state, event);
        if (place === 'start') await store.remove(found);
        const done = found.state.status === 'done' && interview?.writes === true;
        if (interview === undefined || done || !['last', 'earlier', 'tick'].includes(place)) continue;
        const cause = `taken-back/${event}`;
        const state =
          place === 'tick' ? unticked(found.state, event, cause) : backTo(found.state, event, cause);
        const question = currentQuestion(interview, state);
        if (question === null) continue;
        await store.save({ ...found, state, updatedAt: now });
        const answer = ask(interview, state, question, { today }, corpusVersion, INTERVIEW.takenBack);
        return { roomId: found.roomId, thread: found.thread, cause, answer };
      }
      return null;
    },

    show: async (name, context) => {
      const { roomId, sender } = context.conversation;
      const mine = (await alive(roomId, sender, context.now)).filter(({ state }) => state.interview === name);
      const found = mine.find(({ thread }) => thread === context.conversation.thread) ?? mine[0];
      const interview = interviews.get(name);
      if (found === undefined || interview === undefined) return null;
      const state = shownAgain(found.state, context.conversation.eventId);
      return keep({ ...found, state }, interview, context);
    },

    isWaitingFor: async (roomId, sender, now) =>
      (await alive(roomId, sender, now)).some(({ state }) => state.status === 'open'),
  };
};

/** The interview that an input may belong to. */
const interviewOf = (
  mine: readonly StoredInterview[],
  input: InterviewInput,
  { conversation }: InterviewContext,
): StoredInterview | undefined => {
  const again = mine.find(({ state }) => state.events.includes(conversation.eventId));
  if (again !== undefined) return again;
  const open = mine.filter(({ state }) => state.status === 'open');
  // Only a reaction to the current question counts: one put on an earlier question would answer the wrong one.
  if (input.kind === 'reaction') {
    const { cause } = input;
    return cause === null ? undefined : open.find(({ state }) => state.events.includes(cause));
  }
  const here = open.find(({ thread }) => thread === conversation.thread);
  // A mention from the main timeline reaches the thread of the interview: some clients have no threads.
  return here ?? (input.addressed && conversation.thread === null ? open[0] : undefined);
};

/**
 * Long texts are questions or talk between people; they are left to others. Short ones are failed replies, and so is whatever is
 * said to us, without asking anything, where a date or a name is expected.
 */
const isForUs = (
  input: InterviewInput,
  { state, thread }: StoredInterview,
  question: Question,
  { conversation }: InterviewContext,
): boolean => {
  if (input.kind === 'reaction' || input.text.startsWith('!')) return false;
  if (isQuestion(input.text)) return false;
  if (input.addressed && question.kind === 'free' && thread === conversation.thread) return true;
  const words = input.text.trim().split(/\s+/).length;
  // What begins as an answer does is a failed one, however long.
  return (input.addressed || state.ownThread) && (words <= 3 || ANSWERS.test(fold(input.text)));
};

const ANSWERS = /^(?:oui|non|je (?:pense|crois|dirais)|c'est|il s'agit|(?:le|notre|mon|ce) projet|le \d)/;

const advance = (
  interview: Interview,
  state: InterviewState,
  id: string,
  reply: Exclude<Reply, { kind: 'cancel' | 'not-understood' }>,
  event: string,
): InterviewState => {
  if (reply.kind === 'value') return withAnswer(interview, state, id, reply.value, event);
  if (reply.kind !== 'tick') return undo(state, event);
  const { value } = reply;
  const ticked = state.ticked.includes(value)
    ? state.ticked.filter((other) => other !== value)
    : [...state.ticked, value];
  return { ...shownAgain(state, event), ticked, tickedBy: { ...state.tickedBy, [event]: value } };
};

const cancelled = ({ name }: Interview, context: InterviewContext, corpusVersion: string): Answer => ({
  ...frame(context, corpusVersion),
  kind: 'dialogue',
  title: INTERVIEW.cancelledTitle,
  blocks: [paragraph(INTERVIEW.cancelled, code(`!${name}`), '.')],
  notices: [],
  citations: [],
  data: { command: name, interview: 'cancelled' },
});
