import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { conversation } from './support/conversation.ts';
import { type FaultProxy, isSend, startFaultProxy } from './support/fault-proxy.ts';
import { type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { type Sent, tally, untilAnswered } from './support/tally.ts';

let homeserver: Homeserver;
let proxy: FaultProxy;
let bot: Bot;
let people: Person[];

beforeAll(async () => {
  homeserver = await startSynapse({ messagesPerSecond: { perSecond: 1, burst: 3 } });
  proxy = await startFaultProxy(homeserver);
  bot = await createBot(homeserver, 'robot-cloud', { url: proxy.url });
  await bot.start();
  people = [];
  for (const name of ['alice.martin', 'bob.durand', 'chloe.petit'])
    people.push(await startPerson(homeserver, `${name}-interieur.gouv.fr`));
});

afterAll(async () => {
  for (const person of people ?? []) await person.stop();
  await bot?.dispose();
  await proxy?.close();
  await homeserver?.stop();
});

it('a homeserver that takes one message a second gets every answer, none twice', async () => {
  const sent: [Person, Sent[]][] = await Promise.all(
    people.map(async (person, index): Promise<[Person, Sent[]]> => {
      const roomId = await person.createRoom({ encrypted: index > 0, invite: [bot.userId] });
      await conversation(person, bot).joined(roomId);
      const mine: Sent[] = [];
      for (let rule = 1; rule <= 5; rule++)
        mine.push({ roomId, eventId: await person.say(roomId, `!r${rule}`) });
      return [person, mine];
    }),
  );
  for (const [person, mine] of sent) {
    await untilAnswered(person, bot, mine);
    const { answered, repeated, unreadable } = await tally(person, bot, mine);
    expect({ answered, repeated, unreadable }).toEqual({ answered: 5, repeated: [], unreadable: [] });
  }
  // The limit did strike, and the order of each room survived it.
  expect(proxy.calls.filter((call) => isSend(call) && call.status === 429).length).toBeGreaterThan(0);
  for (const [person, mine] of sent) {
    const targets = (await conversation(person, bot).posted(mine[0]?.roomId ?? '')).map(
      ({ replyTo }) => replyTo,
    );
    expect(targets).toEqual(mine.map(({ eventId }) => eventId));
  }
});
