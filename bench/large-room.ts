import { argv } from 'node:process';
import { FakeHomeserver } from '../test/support/matrix/fake-homeserver.ts';
import { until } from '../test/support/matrix/transport.ts';
import { startBot } from './support/bot-process.ts';

// node bench/large-room.ts [another checkout]: memory of a bot that answers 50 questions in an encrypted room of 5,000 members,
// in turns with the other checkout. Target: half of build 7b12c2a.
const MEMBERS = 5000;
const QUESTIONS = Number(process.env.QUESTIONS ?? 50);
const TURNS = Number(process.env.TURNS ?? 1);
const ROOM = '!grand:agent.test.tchap.gouv.fr';
const people = Array.from(
  { length: MEMBERS },
  (_, index) => `@agent${index}.nom${index}-interieur.gouv.fr:agent.test.tchap.gouv.fr`,
);

const measure = async (checkout: string): Promise<{ readonly rest: number; readonly most: number }> => {
  const homeserver = await FakeHomeserver.start();
  homeserver.members.set(ROOM, people);
  const bot = await startBot(checkout, homeserver, [
    'pacing: {millisecondsBetweenMessages: 0}',
    'limits: {perPersonPerMinute: 600, perRoomPerMinute: 600}',
  ]);
  const rest = bot.memory().now;
  homeserver.state.set(`${ROOM}/m.room.encryption`, { algorithm: 'm.megolm.v1.aes-sha2' });
  homeserver.say({
    join: {
      [ROOM]: {
        summary: { 'm.joined_member_count': MEMBERS, 'm.invited_member_count': 0 },
        state: {
          events: [homeserver.stateEvent('m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' })],
        },
        timeline: { events: [homeserver.arrival()], limited: false },
      },
    },
  });
  for (let index = 0; index < QUESTIONS; index++) {
    const sender = people[index % 20] ?? '';
    const text = `${homeserver.user} Que dit la règle R${(index % 15) + 1} ?`;
    homeserver.events(ROOM, [
      homeserver.text(text, { sender, content: { 'm.mentions': { user_ids: [homeserver.user] } } }),
    ]);
    await until(`answer ${index + 1}`, () => homeserver.sent.length > index, 120_000);
  }
  const { most } = bot.memory();
  await bot.stop();
  await homeserver.stop();
  return { rest, most };
};

const checkouts = ['.', ...argv.slice(2)];
for (let turn = 0; turn < TURNS; turn++)
  for (const checkout of checkouts) {
    const { rest, most } = await measure(checkout);
    console.log(`${checkout.padEnd(30)} at rest ${rest} MB, at most ${most} MB`);
  }
