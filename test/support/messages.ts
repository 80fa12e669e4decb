import type { IncomingMessage, IncomingReaction, Outgoing, Sent } from '../../bot/messages.ts';

const origin = {
  roomId: '!salon:agent.dinum.tchap.gouv.fr',
  eventId: '$question',
  sender: '@jean.dupont-beta.gouv.fr:agent.dinum.tchap.gouv.fr',
  sentAt: 1_700_000_000_000,
  room: 'private',
} as const;

/** A message that mentions the bot in a private room. */
export const message = (fields: Partial<IncomingMessage> = {}): IncomingMessage => ({
  ...origin,
  kind: 'message',
  text: 'Que dit la règle R9 ?',
  thread: null,
  addressed: 'mention',
  replaces: null,
  ...fields,
});

export const reaction = (fields: Partial<IncomingReaction> = {}): IncomingReaction => ({
  ...origin,
  kind: 'reaction',
  target: '$reponse',
  key: '👍',
  ...fields,
});

/** The messages among what is sent, its reactions left out. */
export const messagesOf = (sent: readonly Sent[]): readonly Outgoing[] =>
  sent.flatMap((one) => ('key' in one ? [] : [one]));
