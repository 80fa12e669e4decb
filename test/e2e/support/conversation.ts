import type { Bot } from './bot.ts';
import type { Person, Seen } from './person.ts';
import { until } from './until.ts';

/** What a person sees of the bot; each call looks again. */
export interface Conversation {
  /** First message that replies to an event. */
  reply(eventId: string, milliseconds?: number): Promise<Seen>;
  /** Messages that reply to an event, as the homeserver keeps them (edits left out). */
  repliesTo(roomId: string, eventId: string): Promise<readonly Seen[]>;
  /** All that the bot has posted in a room but its greeting, as the homeserver keeps it, oldest first. */
  posted(roomId: string): Promise<readonly Seen[]>;
  /** How the bot has greeted a room. */
  greetings(roomId: string): Promise<readonly Seen[]>;
  /** Resolves once the bot is in the room. */
  joined(roomId: string): Promise<unknown>;
}

export const conversation = (
  person: Pick<Person, 'seen' | 'history' | 'memberJoined'>,
  bot: Pick<Bot, 'userId'>,
): Conversation => {
  const isMessage = ({ sender, type }: Seen): boolean =>
    sender === bot.userId && (type === 'm.room.message' || type === 'm.room.encrypted');
  const isGreeting = ({ body, replyTo }: Seen): boolean =>
    replyTo === null && body.startsWith('Bonjour. Je réponds aux questions');
  const all = async (roomId: string): Promise<readonly Seen[]> =>
    (await person.history(roomId)).filter(isMessage);
  const posted = async (roomId: string): Promise<readonly Seen[]> =>
    (await all(roomId)).filter((event) => !isGreeting(event));
  return {
    reply: (eventId, milliseconds) =>
      until(
        'a reply',
        async () =>
          (await person.seen()).find(
            (event) => isMessage(event) && event.replyTo === eventId && !event.undecryptable,
          ),
        milliseconds,
      ),
    repliesTo: async (roomId, eventId) =>
      (await posted(roomId)).filter(({ replyTo, replaces }) => replyTo === eventId && replaces === null),
    posted,
    greetings: async (roomId) => (await all(roomId)).filter(isGreeting),
    joined: (roomId) => until('the bot to join', () => person.memberJoined(roomId, bot.userId)),
  };
};
