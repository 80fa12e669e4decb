import { type Bot, type BotOptions, createBot } from '../support/bot.ts';
import { type Conversation, conversation } from '../support/conversation.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type Person, startPerson } from '../support/person.ts';
import type { Homeserver } from '../support/synapse.ts';
import { Questions } from './questions.ts';

export type FieldOptions = Pick<BotOptions, 'config' | 'env' | 'before' | 'prepare' | 'through'>;

/** A bot behind a proxy, a person who talks to it, and their rooms: two encrypted, one of them direct, and one in clear. */
export interface Field extends AsyncDisposable {
  readonly homeserver: Homeserver;
  readonly proxy: FaultProxy;
  readonly bot: Bot;
  readonly alice: Person;
  readonly talk: Conversation;
  readonly rooms: readonly string[];
  readonly encrypted: string;
  readonly clear: string;
  /** Counts questions from now on. */
  questions(): Questions;
  /** Somebody else, who leaves with the field. */
  join(): Promise<Person>;
}

let opened = 0;
let people = 0;

export const openField = async (homeserver: Homeserver, options: FieldOptions = {}): Promise<Field> => {
  await using kept = new AsyncDisposableStack();
  const proxy = await startFaultProxy(homeserver);
  kept.defer(() => proxy.close());
  const bot = await createBot(homeserver, `robot-cloud-${++opened}`, { ...options, url: proxy.url });
  kept.defer(() => bot.dispose());
  await bot.start();
  const alice = await startPerson(homeserver, `agent${++people}.martin-interieur.gouv.fr`);
  kept.defer(() => alice.stop());
  const talk = conversation(alice, bot);
  const invite = [bot.userId];
  const direct = await alice.createRoom({ encrypted: true, direct: true, invite });
  const encrypted = await alice.createRoom({ encrypted: true, invite });
  const clear = await alice.createRoom({ encrypted: false, invite });
  const rooms = [direct, encrypted, clear];
  for (const room of rooms) await talk.joined(room);
  const all = [alice];
  const moved = kept.move();
  return {
    ...{ homeserver, proxy, bot, alice, talk, rooms, encrypted, clear },
    questions: () => new Questions({ bot, alice, people: all, rooms }),
    join: async () => {
      const person = await startPerson(homeserver, `agent${++people}.martin-interieur.gouv.fr`);
      moved.defer(() => person.stop());
      all.push(person);
      return person;
    },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  };
};
