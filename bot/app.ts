import type { Tapped } from '../commands/conversation/conversations.ts';
import type { InterviewContext } from '../commands/interview/interview.ts';
import type { RequestContext, Respond } from '../commands/respond.ts';
import { DEFAULT_SETTINGS, type RoomSettings } from '../commands/room-settings/settings.ts';
import type { Answer, Lang } from '../knowledge/answer/answer.ts';
import { languageOf } from '../knowledge/question/language.ts';
import { type Clock, parisDate } from './clock.ts';
import type { SayUnreviewed } from './feedback/unreviewed.ts';
import { breakdown } from './internal-error.ts';
import { failureFields, newReference } from './log/failure.ts';
import type { Log } from './log/log.ts';
import type { Handler, Incoming, IncomingMessage, IncomingReaction, Outgoing } from './messages.ts';
import { reply } from './outgoing.ts';
import { tapsUnder, thumbFor } from './reactions.ts';
import type { ReferentsDesk } from './referents/referents.ts';
import { type Asker, mayRun, type Rights, rightOf } from './rights/rights.ts';
import { applySettings, replyThread } from './room-settings/apply.ts';
import { storageCode } from './store/sqlite-errors.ts';

export interface AppParts {
  readonly respond: Respond;
  /** What a reaction brings about (an answer to an interview…), or null. */
  readonly react?: (reaction: IncomingReaction, context: InterviewContext) => Promise<Answer | null>;
  /** The choice that a reaction makes, asked when it brings about nothing else; null when it makes none. */
  readonly tap?: (reaction: IncomingReaction, context: InterviewContext) => Promise<Tapped | null>;
  /** Thread in which the latest interview of a person goes on; null = the main timeline. */
  readonly interviewThread?: (roomId: string, sender: string) => Promise<string | null>;
  /**
   * Power level of a person in a room, as it is now; 0 everywhere by default.
   * @param needed whether the answer may depend on it: then it is waited for
   */
  readonly powerLevel?: (roomId: string, sender: string, needed: boolean) => Promise<number>;
  /** Whether a guided interview waits for what a person says in a room; never by default. */
  readonly isInterviewed?: (roomId: string, sender: string) => Promise<boolean>;
  readonly rights: Rights;
  /** What the moderators of a room decided for it; nothing by default. */
  readonly settingsOf?: (roomId: string) => Promise<RoomSettings>;
  /** The way to those who answer what the texts do not. */
  readonly desk?: Pick<ReferentsDesk, 'offer' | 'relay'>;
  /** Adds to an answer what is said once per conversation and day. */
  readonly remark?: SayUnreviewed;
  /** Told of each answer, to count it. Must not throw. */
  readonly onAnswer?: (answer: Answer, incoming: Incoming, milliseconds: number) => void;
  /** `auto` = the language of each message. */
  readonly language: Lang | 'auto';
  readonly corpusVersion: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * From what comes in to what goes out, for rooms, console and batch mode alike. What is thrown is caught here, once,
 * logged under a reference, and the reference is given to the user. Rejects only when the disk refuses what is written:
 * the message is then to be handled again.
 */
export const createApp = (parts: AppParts): Handler => {
  const { clock, log } = parts;
  return async (received) => {
    const started = clock.now();
    let incoming = received;
    try {
      const relayed = await parts.desk?.relay(received);
      if (relayed) return relayed;
      const settings = (await parts.settingsOf?.(received.roomId)) ?? DEFAULT_SETTINGS;
      incoming = applySettings(received, settings);
      const { answer, tapped } = await answerTo(incoming, settings, parts);
      if (answer === null) return [];
      const milliseconds = clock.now() - started;
      log.info('answered', { ...summary(incoming, answer), milliseconds });
      parts.onAnswer?.(answer, incoming, milliseconds);
      if (tapped !== null) return [tapReply(incoming, tapped, settings)];
      const thumb = settings.reactions ? thumbFor(incoming, answer) : null;
      if (thumb !== null) return [thumb];
      return [
        { ...reply(incoming, answer), thread: await threadFor(incoming, answer, settings, parts) },
        ...(settings.reactions ? tapsUnder(incoming, answer) : []),
      ];
    } catch (error) {
      // Nothing could be written: the message stays where it is, and is answered when the disk accepts it.
      if (storageCode(error) !== null) throw error;
      const reference = newReference();
      log.error('answer-failed', { reference, event: incoming.eventId, ...failureFields(error) });
      if (incoming.kind === 'reaction' || incoming.addressed === 'none') return [];
      const answer = breakdown(reference, parisDate(clock), parts.corpusVersion);
      parts.onAnswer?.(answer, incoming, clock.now() - started);
      return [reply(incoming, answer)];
    }
  };
};

const answerTo = async (
  incoming: Incoming,
  settings: RoomSettings,
  parts: AppParts,
): Promise<{ readonly answer: Answer | null; readonly tapped: Tapped | null }> => {
  const context = await contextOf(incoming, settings, parts);
  const { roomId, eventId } = incoming;
  const remarked = async (answer: Answer, thread: string | null, cause: string): Promise<Answer> =>
    (await parts.remark?.(answer, { roomId, thread, cause, today: context.today })) ?? answer;
  if (incoming.kind === 'message') {
    const found = await parts.respond(incoming.text, context);
    if (found === null) return { answer: found, tapped: null };
    const answer = (await parts.desk?.offer(found, incoming, context.now)) ?? found;
    return {
      answer: await remarked(answer, incoming.thread, incoming.replaces ?? eventId),
      tapped: null,
    };
  }
  const answer = (await parts.react?.(incoming, context)) ?? null;
  const tapped = answer === null ? ((await parts.tap?.(incoming, context)) ?? null) : null;
  if (tapped === null) return { answer, tapped };
  const said = await remarked(tapped.answer, tapped.asked.thread, tapped.cause);
  return { answer: said, tapped: { ...tapped, answer: said } };
};

/** Where the question asked back stands; the same choice tapped again is the same message. */
const tapReply = (
  incoming: Incoming,
  { answer, asked, cause }: Tapped,
  settings: RoomSettings,
): Outgoing => ({
  ...reply(incoming, answer),
  thread: asked.thread ?? (settings.inThread ? asked.eventId : null),
  cause,
});

const contextOf = async (
  incoming: Incoming,
  settings: RoomSettings,
  parts: AppParts,
): Promise<RequestContext & InterviewContext> => {
  const { roomId, sender, room } = incoming;
  const needed = await dependsOnLevel(incoming, parts);
  const powerLevel = room === 'console' ? 0 : ((await parts.powerLevel?.(roomId, sender, needed)) ?? 0);
  const asker: Asker = { roomId, sender, room, powerLevel };
  return {
    addressed: incoming.kind === 'message' ? incoming.addressed : 'none',
    today: parisDate(parts.clock),
    now: parts.clock.now(),
    lang: languageFor(incoming, settings.language ?? parts.language),
    media: incoming.kind === 'message' ? (incoming.media ?? null) : null,
    attachment: incoming.kind === 'message' ? (incoming.attachment ?? null) : null,
    conversation: {
      roomId,
      thread: threadOf(incoming),
      sender,
      eventId: incoming.eventId,
      replaces: incoming.kind === 'message' ? incoming.replaces : null,
      repliesTo: incoming.kind === 'message' ? (incoming.repliesTo ?? null) : null,
      room,
      right: rightOf(asker, parts.rights),
    },
    permits: (command) => mayRun(command, asker, parts.rights),
  };
};

/** A plain question is answered whatever the level of its author, unless a rule of the configuration says otherwise. */
const dependsOnLevel = async (
  incoming: Incoming,
  { rights, isInterviewed }: Pick<AppParts, 'rights' | 'isInterviewed'>,
): Promise<boolean> => {
  if (incoming.kind === 'reaction' || /^\s*[!！]/.test(incoming.text) || incoming.attachment) return true;
  const rules = rights.commands.get('question') ?? [];
  if (rules.some(({ powerLevel }) => powerLevel !== undefined)) return true;
  return (await isInterviewed?.(incoming.roomId, incoming.sender)) ?? false;
};

const languageFor = (incoming: Incoming, configured: Lang | 'auto'): Lang => {
  if (configured !== 'auto') return configured;
  return incoming.kind === 'message' ? languageOf(incoming.text) : 'fr';
};

const threadOf = (incoming: IncomingMessage | IncomingReaction): string | null =>
  incoming.kind === 'message' ? incoming.thread : null;

/** Questions of an interview go to its thread, wherever the reply was given; anything else answers in place. */
const threadFor = async (
  incoming: Incoming,
  answer: Answer,
  settings: RoomSettings,
  parts: AppParts,
): Promise<string | null> => {
  const interview = incoming.kind === 'reaction' || answer.data?.interview === 'open';
  return interview
    ? ((await parts.interviewThread?.(incoming.roomId, incoming.sender)) ?? threadOf(incoming))
    : replyThread(incoming, settings);
};

/** A refused request may hold words of the user in its data: only its kind is logged. */
const summary = (incoming: Incoming, answer: Answer) => ({
  room: incoming.roomId,
  sender: incoming.sender,
  answer: answer.kind,
  ...(answer.kind === 'refused' || answer.data === undefined ? {} : { command: answer.data.command }),
});
