import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import { type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { type Sent, sendRound, tally, untilAnswered } from './support/tally.ts';

/** Ten in `.ci/long`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 5);
/** Whether the homeserver is killed too during this round: one in five, and not the first. */
const isOutage = (round: number): boolean => round % 5 === 3;

let homeserver: Homeserver;
let bot: Bot;
let alice: Person;

beforeAll(async () => {
  homeserver = await startSynapse();
  bot = await createBot(homeserver, 'robot-cloud');
  await bot.start();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

describe('a bot killed at any moment', () => {
  it('answers every message once, from the same device, even when its homeserver is killed too', async () => {
    const talk = conversation(alice, bot);
    const rooms: string[] = [];
    for (const encrypted of [true, true, false])
      rooms.push(await alice.createRoom({ encrypted, invite: [bot.userId] }));
    for (const room of rooms) await talk.joined(room);
    const devices = await alice.devices(bot.userId);

    const sent: Sent[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const sending = sendRound(alice, rooms, 20);
      await sleep(Math.random() * 1500);
      await bot.stop('SIGKILL');
      if (isOutage(round)) {
        await homeserver.kill();
        bot.launch();
        await sleep(Math.random() * 1000);
        await homeserver.restart();
      } else await bot.start();
      sent.push(...(await sending));
    }
    await untilAnswered(alice, bot, sent);

    const { answered: _, delays: __, ...figures } = await tally(alice, bot, sent);
    expect(figures).toEqual({
      sent: 20 * ROUNDS,
      unanswered: [],
      repeated: [],
      apologies: [],
      unreadable: [],
    });
    expect(bot.log.filter(({ msg }) => msg === 'undecryptable')).toEqual([]);
    expect(await alice.devices(bot.userId)).toEqual(devices);
    expect(await leaks(bot, [alice])).toEqual([]);
  }, 480_000);
});
