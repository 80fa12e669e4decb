import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import type { Person, Seen } from './person.ts';

export interface Sent {
  readonly roomId: string;
  readonly eventId: string;
}

/** What became of questions, as the homeserver keeps the rooms; lists hold event ids. */
export interface Tally {
  readonly sent: number;
  readonly answered: number;
  readonly unanswered: readonly string[];
  readonly repeated: readonly string[];
  /** Answered by an apology after three attempts. */
  readonly apologies: readonly string[];
  /** Answers that the person cannot decrypt. */
  readonly unreadable: readonly string[];
  /** Milliseconds between each question and its answer, shortest first. */
  readonly delays: readonly number[];
}

/** Sends questions in several rooms in turn, each time with new keys, as fast as the homeserver takes them. */
export const sendRound = async (
  person: Person,
  rooms: readonly string[],
  count: number,
): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  for (let index = 0; index < count; index++) {
    const roomId = rooms[index % rooms.length] ?? '';
    if (index < rooms.length) await person.newSession(roomId);
    sent.push({ roomId, eventId: await person.say(roomId, `!r${1 + (index % 15)}`) });
  }
  return sent;
};

/** Resolves once each question has a reply in the person's client, or when nothing more has come for a while. */
export const untilAnswered = async (
  person: Person,
  bot: Bot,
  sent: readonly Sent[],
  patience = 30_000,
): Promise<void> => {
  let missing = Number.POSITIVE_INFINITY;
  for (let since = Date.now(); missing > 0 && Date.now() - since < patience; await sleep(500)) {
    const answered = new Set(
      (await person.seen()).filter(({ sender }) => sender === bot.userId).map(({ replyTo }) => replyTo),
    );
    const left = sent.filter(({ eventId }) => !answered.has(eventId)).length;
    if (left < missing) since = Date.now();
    missing = left;
  }
};

export const tally = async (person: Person, bot: Bot, sent: readonly Sent[]): Promise<Tally> => {
  const replies = new Map<string, Seen[]>();
  const askedAt = new Map<string, number>();
  for (const roomId of new Set(sent.map((one) => one.roomId))) {
    for (const event of await person.history(roomId)) {
      askedAt.set(event.eventId, event.sentAt);
      if (event.sender === bot.userId && event.replyTo !== null)
        replies.set(event.replyTo, [...(replies.get(event.replyTo) ?? []), event]);
    }
  }
  const having = (wanted: (found: readonly Seen[]) => boolean): readonly string[] =>
    sent.map(({ eventId }) => eventId).filter((eventId) => wanted(replies.get(eventId) ?? []));
  const unanswered = having((found) => found.length === 0);
  return {
    sent: sent.length,
    answered: sent.length - unanswered.length,
    unanswered,
    repeated: having((found) => found.length > 1),
    apologies: having((found) => found.some(({ body }) => body.includes('trois essais'))),
    unreadable: having((found) => found.some(({ undecryptable }) => undecryptable)),
    delays: sent
      .flatMap(({ eventId }) => {
        const first = replies.get(eventId)?.[0];
        return first === undefined ? [] : [first.sentAt - (askedAt.get(eventId) ?? 0)];
      })
      .sort((a, b) => a - b),
  };
};
