import { afterEach, beforeEach } from 'vitest';
import type { Incoming } from '../../../bot/messages.ts';
import { FakeHomeserver } from './fake-homeserver.ts';
import { TestBot, until } from './transport.ts';

export const room = '!salon:agent.test.tchap.gouv.fr';
export const adminRoom = '!admin:agent.test.tchap.gouv.fr';

/** Those of the test that runs. */
export let homeserver: FakeHomeserver;
export let bot: TestBot;

type Options = ConstructorParameters<typeof TestBot>[1];

/** Each test of the file has a homeserver of its own, and a bot that is not started yet. */
export const useBot = (options: Options = {}): void => {
  beforeEach(async () => {
    homeserver = await FakeHomeserver.start();
    bot = new TestBot(homeserver, options);
  });
  afterEach(async () => {
    await bot.remove();
    await homeserver.stop();
  });
};

/** Another bot in the place of the first, which is removed. */
export const replaceBot = async (options: Options): Promise<void> => {
  await bot.remove();
  bot = new TestBot(homeserver, options);
};

/** What the bot has said, in order, in one room or in all. */
export const bodies = (roomId?: string): unknown[] =>
  homeserver.sent
    .filter((event) => roomId === undefined || event.roomId === roomId)
    .map(({ content }) => content.body);

export const count = (number: number): Promise<void> =>
  until(`${number} events`, () => homeserver.sent.length >= number);

/** Asks something last: once it is answered, all that came before has been seen. */
export const settled = async (): Promise<void> => {
  homeserver.events(room, [homeserver.text('fin')]);
  await until('the last answer', () => bodies().includes('réponse à fin'));
};

/** Any message of the room, to reply to. */
export const incoming = (): Incoming => ({
  kind: 'message',
  roomId: room,
  eventId: '$q',
  sender: '@alice:agent.test.tchap.gouv.fr',
  sentAt: 0,
  room: 'direct',
  text: '',
  thread: null,
  addressed: 'direct',
  replaces: null,
});
