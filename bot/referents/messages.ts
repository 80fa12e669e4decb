import type { Referral } from '../../commands/transmettre/store.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Span } from '../../knowledge/answer/text.ts';
import type { IncomingMessage, Outgoing } from '../messages.ts';

const CAUSE = 'referral/';

/** What the referents read; the same question is the same message. */
export const toReferents = (
  room: string,
  { eventId, sender, text }: Referral & { readonly text: string },
  frame: Frame,
): Outgoing => ({
  roomId: room,
  answer: dialogue(frame, 'Question à un référent', [
    ['De ', person(sender), ', avec son accord\u00a0:'],
    [text],
    ['Répondez à ce message, ou dans son fil\u00a0: ce que vous y écrirez lui sera envoyé avec votre nom.'],
  ]),
  replyTo: null,
  thread: null,
  msgtype: 'text',
  mentions: [],
  edits: null,
  cause: `${CAUSE}${eventId}`,
  priority: 'interactive',
});

/** The question that a message of ours to the referents carried; null for any other message of ours. */
export const questionOf = (cause: string | null): string | null =>
  cause?.startsWith(CAUSE) === true ? cause.slice(CAUSE.length) : null;

/** A referent's words, back where the question was asked; an edited reply edits them. */
export const toAsker = (
  { eventId, roomId, thread, sender }: Referral,
  reply: IncomingMessage,
  frame: Frame,
): Outgoing => ({
  roomId,
  answer: dialogue(frame, 'Réponse d’un référent', [
    [person(sender), '\u00a0: '],
    [reply.text],
    ['Par ', person(reply.sender), '. Ce n’est pas le robot qui répond.'],
  ]),
  replyTo: eventId,
  thread,
  msgtype: 'text',
  mentions: [sender],
  edits: reply.replaces === null ? null : `${BACK}${reply.replaces}`,
  cause: `${BACK}${reply.eventId}`,
  priority: 'interactive',
});

const BACK = 'referral-answer/';

export type Frame = Pick<Answer, 'asOf' | 'corpusVersion'>;

const person = (id: string): Span => ({ kind: 'user', id, name: id });

const dialogue = (frame: Frame, title: string, lines: readonly (readonly Span[])[]): Answer => ({
  ...frame,
  kind: 'dialogue',
  lang: 'fr',
  title,
  blocks: lines.map((text) => ({ kind: 'paragraph', text })),
  notices: [],
  citations: [],
  data: { command: 'transmettre' },
});
