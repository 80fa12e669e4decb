import { describe, expect, it } from 'vitest';
import { Throttle } from '../../../../bot/matrix/send/throttle.ts';
import { Turns } from '../../../../bot/matrix/send/turns.ts';
import type { Handler } from '../../../../bot/messages.ts';
import { bodies, bot, homeserver, useBot } from '../../../support/matrix/bot-on-homeserver.ts';
import { parrot, replyTo, until } from '../../../support/matrix/transport.ts';
import { event, part } from '../../../support/queues/each.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const greedy = '!gourmand:agent.test.tchap.gouv.fr';
const quiet = '!discret:agent.test.tchap.gouv.fr';
const bob = '@bob:agent.test.tchap.gouv.fr';

useBot({ pacingMs: 20 });

/** To « N fois », N answers; to anything else, one. */
const generous: Handler = async (incoming) => {
  if (incoming.kind !== 'message') return [];
  const times = Number(/^(\d+) fois/.exec(incoming.text)?.[1] ?? 1);
  return Array.from({ length: times }, (_, index) => ({
    ...replyTo(incoming, `${incoming.text} ${index + 1}`),
    cause: index === 0 ? incoming.eventId : `${incoming.eventId}/${index}`,
  }));
};

describe('whoever asks for much makes nobody else wait', () => {
  it('turn by turn between rooms', async () => {
    await bot.start(generous);
    homeserver.direct(greedy);
    homeserver.direct(quiet);
    homeserver.events(greedy, [homeserver.text('60 fois')]);
    await until('the first ones', () => homeserver.sent.length >= 3);
    homeserver.events(quiet, [homeserver.text('bonjour')]);
    await until('the answer', () => bodies(quiet).length === 1);
    const after = bodies().indexOf('bonjour 1');
    expect(after).toBeLessThan(40);
    await until('all', () => homeserver.sent.length === 61);
    expect(bodies(greedy)).toEqual(Array.from({ length: 60 }, (_, index) => `60 fois ${index + 1}`));
  });

  it('turn by turn between people, whatever number of rooms one of them asks in', async () => {
    const queues = createMemoryQueues();
    const ask = async (roomId: string, sender: string, cause: string): Promise<void> => {
      await queues.inbox.receive(event(cause, { roomId, sender }), 1);
      await queues.outbox.enqueue([part(cause, { roomId })], 1);
    };
    for (let index = 0; index < 20; index++) await ask(`!gourmand${index % 10}`, '@gourmand:x', `$g${index}`);
    const turns = new Turns(queues.outbox);
    const order: string[] = [];
    const sendOne = async (): Promise<void> => {
      const row = await turns.take([], new Throttle(0, () => 0));
      if (typeof row === 'number') return;
      order.push(row.cause);
      await queues.outbox.markSent(row.id, `$sent${row.id}`);
    };
    await sendOne();
    await sendOne();
    for (const name of ['alice', 'bob']) await ask(`!${name}`, `@${name}:x`, `$${name}`);
    for (let index = 0; index < 20; index++) await sendOne();
    expect(order.slice(2, 4)).toEqual(['$alice', '$bob']);
    expect(order).toHaveLength(22);
    expect(new Set(order.slice(4, 12)).size).toBe(8);
  });

  it('turn by turn between the people of a room, each one in order', async () => {
    await bot.start(parrot());
    homeserver.direct(greedy);
    homeserver.faults.push({ match: /\/send\//, times: 1, action: { status: 502, body: '' } });
    const asked = Array.from({ length: 10 }, (_, index) => homeserver.text(`${index}`));
    homeserver.events(greedy, [...asked, homeserver.text('bob', { sender: bob })]);
    await until('all', () => homeserver.sent.length === 11);
    const order = bodies();
    expect(order.indexOf('réponse à bob')).toBeLessThan(5);
    expect(order.filter((body) => body !== 'réponse à bob')).toEqual(
      Array.from({ length: 10 }, (_, index) => `réponse à ${index}`),
    );
  });
});

describe('what hangs in one room', () => {
  it.each([
    ['a send', /PUT .*gourmand.*\/send\//],
    ['its encryption', /GET .*gourmand.*\/state\/m\.room\.encryption/],
  ])('%s: holds up no other', async (_, match) => {
    await bot.start(parrot());
    homeserver.direct(greedy);
    homeserver.direct(quiet);
    homeserver.faults.push({ match, action: 'hang' });
    homeserver.events(greedy, [homeserver.text('un'), homeserver.text('deux')]);
    await until('the hanging call', () => homeserver.requests.some((line) => match.test(line)));
    for (const text of ['a', 'b', 'c']) {
      homeserver.events(quiet, [homeserver.text(text)]);
      await until(`the answer to ${text}`, () => bodies(quiet).includes(`réponse à ${text}`), 2000);
    }
    expect(bodies(greedy)).toEqual([]);
  });

  it('does not hold back the end of the program, and is sent after the next start', async () => {
    await bot.start(parrot());
    homeserver.direct(greedy);
    homeserver.faults.push({ match: /\/send\//, times: 1, action: 'hang' });
    homeserver.events(greedy, [homeserver.text('un')]);
    await until('the hanging call', () => homeserver.requests.some((line) => line.includes('/send/')));
    await Promise.race([bot.stop(), new Promise((_, late) => setTimeout(late, 3000, new Error('late')))]);
    await bot.start(parrot());
    await until('the answer', () => bodies().length === 1);
  });
});

it('an outage of sending is waited for, however often it comes back: nothing is dropped', async () => {
  await bot.start(parrot());
  homeserver.direct(greedy);
  homeserver.faults.push({
    match: /\/send\//,
    times: 6,
    action: { status: 502, body: '<h1>502</h1>', html: true },
  });
  homeserver.events(greedy, [homeserver.text('un')]);
  await until('the answer', () => bodies().length === 1);
  expect(bodies()).toEqual(['réponse à un']);
});

describe('an answer that is too large', () => {
  it.each([
    ['for the homeserver', { status: 413, body: { errcode: 'M_TOO_LARGE', error: 'too big' } }, 1],
    ['for a proxy', { status: 413, body: '<h1>413</h1>', html: true }, 5],
  ])('%s: its asker is told', async (_, action, times) => {
    await bot.start(parrot());
    homeserver.direct(greedy);
    homeserver.faults.push({ match: /\/send\//, times, action });
    homeserver.events(greedy, [homeserver.text('un')]);
    await until('the word', () => bodies().length === 1);
    expect(bodies()[0]).toContain('trop volumineuse');
    homeserver.events(greedy, [homeserver.text('deux')]);
    await until('the next answer', () => bodies().includes('réponse à deux'));
    expect(bodies()).toHaveLength(2);
  });
});
