import { type Bot, createBot } from './bot.ts';
import { type Person, startPerson } from './person.ts';
import { startSynapse } from './synapse.ts';

/** What most suites begin with: a homeserver, a bot that runs on it, and Alice, who talks to it. */
export interface Scene extends AsyncDisposable {
  readonly bot: Bot;
  readonly alice: Person;
  /** Somebody else, who leaves with the scene. */
  join(localpart: string): Promise<Person>;
}

/** Ends what it has started when it fails on the way. */
export const openScene = async (): Promise<Scene> => {
  await using opened = new AsyncDisposableStack();
  const homeserver = await startSynapse();
  opened.defer(() => homeserver.stop());
  const bot = await createBot(homeserver, 'robot-cloud');
  opened.defer(() => bot.dispose());
  await bot.start();
  const people = opened.use(new AsyncDisposableStack());
  const join = async (localpart: string): Promise<Person> => {
    const person = await startPerson(homeserver, localpart);
    people.defer(() => person.stop());
    return person;
  };
  const alice = await join('alice.martin-interieur.gouv.fr');
  const kept = opened.move();
  return { bot, alice, join, [Symbol.asyncDispose]: () => kept.disposeAsync() };
};
