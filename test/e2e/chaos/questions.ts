import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from '../support/bot.ts';
import { leaks } from '../support/leaks.ts';
import type { Person, Seen } from '../support/person.ts';
import { type Sent, tally } from '../support/tally.ts';
import type { Measured } from './measured.ts';

export interface Asking {
  readonly bot: Bot;
  readonly alice: Person;
  /** Everybody who has written. */
  readonly people: readonly Person[];
  readonly rooms: readonly string[];
}

/** After an outage the person's client may skip what came meanwhile: then the history is looked at. */
const LOOK_EVERY = 10_000;

/** Questions asked, and what has become of them. */
export class Questions {
  readonly #asking: Asking;
  readonly #sent: Sent[] = [];

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** Asks so many questions, in rooms in turn; each answer is one message. @param rooms all by default */
  async ask(count: number, rooms: readonly string[] = this.#asking.rooms): Promise<readonly Sent[]> {
    const asked: Sent[] = [];
    for (let index = 0; index < count; index++) {
      const number = this.#sent.length + index;
      const roomId = rooms[number % rooms.length] ?? '';
      const rule = 1 + (number % 15);
      asked.push({ roomId, eventId: await this.#asking.alice.say(roomId, `!r${rule}`) });
    }
    this.#sent.push(...asked);
    return asked;
  }

  /** Questions that have no answer yet in the person's client. */
  async waiting(of: readonly Sent[] = this.#sent): Promise<readonly Sent[]> {
    const { alice, bot } = this.#asking;
    const ids = of.map(({ eventId }) => eventId);
    const left = new Set(await alice.unanswered(ids, bot.userId));
    return of.filter(({ eventId }) => left.has(eventId));
  }

  /** Milliseconds until the last of them is answered; ends when nothing has come for `patience`. */
  async untilAnswered(of: readonly Sent[] = this.#sent, patience = 60_000): Promise<number> {
    const begun = Date.now();
    let missing = Number.POSITIVE_INFINITY;
    let lookAt = begun + LOOK_EVERY;
    for (let since = begun; Date.now() - since < patience; await sleep(100)) {
      const left = (await this.waiting(of)).length;
      if (left === 0) break;
      if (left < missing) since = Date.now();
      missing = left;
      if (Date.now() < Math.max(lookAt, since + LOOK_EVERY)) continue;
      const last = await this.#lastAnswerIn(of);
      if (last !== null) return Math.max(0, last - begun);
      lookAt = Date.now() + LOOK_EVERY;
    }
    return Date.now() - begun;
  }

  /** When the last of them was answered, by the history that the homeserver keeps; null when one is not. */
  async #lastAnswerIn(of: readonly Sent[]): Promise<number | null> {
    const { alice, bot } = this.#asking;
    const answers = new Map<string, number>();
    for (const room of new Set(of.map(({ roomId }) => roomId)))
      for (const { sender, replyTo, sentAt, undecryptable } of await alice.history(room))
        if (sender === bot.userId && replyTo !== null && !undecryptable) answers.set(replyTo, sentAt);
    const times = of.flatMap(({ eventId }) => answers.get(eventId) ?? []);
    return times.length < of.length ? null : Math.max(...times);
  }

  /** Waits for the answers, then counts them in the history that the homeserver keeps. */
  async settle(patience = 60_000): Promise<Measured> {
    const recoveryMs = await this.untilAnswered(this.#sent, patience);
    return { ...(await this.count()), recoveryMs };
  }

  async count(): Promise<Measured> {
    const { bot, alice, people, rooms } = this.#asking;
    const found = await tally(alice, bot, this.#sent);
    const lost = new Set([...found.unanswered, ...found.apologies, ...found.unreadable]).size;
    let inClear = 0;
    for (const room of new Set([...rooms, ...this.#sent.map(({ roomId }) => roomId)])) {
      const history = await alice.history(room);
      // Whoever writes there encrypts: the room is encrypted.
      if (history.some(({ encrypted }) => encrypted))
        inClear += history.filter(isClearMessageOf(bot.userId)).length;
    }
    const leaked = await leaks(bot, people);
    return {
      tries: this.#sent.length,
      lost,
      doubled: found.repeated.length,
      leaked: inClear + leaked.length,
      recoveryMs: null,
      broken: [
        ...named(found.apologies.length, 'réponse(s) abandonnée(s) après trois essais'),
        ...named(found.unreadable.length, 'réponse(s) illisible(s)'),
        ...named(inClear, 'message(s) en clair dans un salon chiffré'),
        ...named(leaked.length, 'secret(s), identifiant(s) ou texte(s) dans le journal'),
      ],
    };
  }
}

const named = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

const isClearMessageOf =
  (userId: string) =>
  ({ sender, type, encrypted }: Seen): boolean =>
    sender === userId && type === 'm.room.message' && !encrypted;

/** The middle one of figures sorted or not; 0 of none. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
