import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { alter, type Json, json } from './support/fault-actions.ts';
import { type Call, type FaultProxy, isClearSend, isSync, startFaultProxy } from './support/fault-proxy.ts';
import { type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let proxy: FaultProxy;
let bot: Bot;
let alice: Person;
let talk: Conversation;
const rooms = { encrypted: '', clear: '' };
/** Types of the messages to the bot's device in the answers to its syncs. */
const heard: string[] = [];

beforeAll(async () => {
  homeserver = await startSynapse();
  proxy = await startFaultProxy(homeserver);
  const listen = (answer: Json): void => {
    for (const { type } of answer.to_device?.events ?? []) heard.push(type);
  };
  proxy.inject({ on: isSync, what: alter(listen) });
  bot = await createBot(homeserver, 'robot-cloud', { url: proxy.url });
  await bot.start();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  talk = conversation(alice, bot);
  rooms.encrypted = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  rooms.clear = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
  await talk.joined(rooms.encrypted);
  await talk.joined(rooms.clear);
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await proxy?.close();
  await homeserver?.stop();
});

const isEcho = ({ path }: Call): boolean => path.includes('/sendToDevice/fr.gouv.');
/** `GET state/m.room.encryption`: what a call is about, without whom. */
const nameOf = ({ method, path }: Call): string => {
  const rest = path.replace(/^\/_matrix\/client\/v3\//, '').replace(/\?.*$/, '');
  return `${method} ${rest.replace(/^rooms\/[^/]+\//, '').replace(/\/[\w=-]{20,}$/, '')}`;
};

describe.each(['encrypted', 'clear'] as const)('in a room that is %s and known', (kind) => {
  it('an answer takes four calls at most', async () => {
    for (const question of ['!r1', '!r2']) await talk.reply(await alice.say(rooms[kind], question));
    const before = proxy.calls.length;
    const asked = 5;
    for (let index = 0; index < asked; index++)
      await talk.reply(await alice.say(rooms[kind], `!r${index + 3}`));
    const calls = proxy.calls.slice(before).filter((call) => !isSync(call) && !isEcho(call));
    const names = Map.groupBy(calls, nameOf);
    console.log(kind, Object.fromEntries([...names].map(([name, list]) => [name, list.length])));
    expect(calls.length).toBeLessThanOrEqual(4 * asked);
    const state = /typing|power_levels|m\.room\.(?:create|encryption)/;
    expect(calls.filter(({ path }) => state.test(path))).toEqual([]);
  });
});

it('an answer that waits in clear while its room becomes encrypted leaves encrypted', async () => {
  const slow = json(429, { errcode: 'M_LIMIT_EXCEEDED', error: 'slow', retry_after_ms: 2000 });
  const later = proxy.inject({ on: isClearSend, what: slow, times: 1 });
  const before = proxy.calls.length;
  const asked = await alice.say(rooms.clear, '!r9');
  await until('the pause that the homeserver asks for', () => later.struck() === 1);
  await alice.setState(rooms.clear, 'm.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' });
  expect((await talk.reply(asked)).encrypted).toBe(true);
  expect(proxy.calls.slice(before).filter(isClearSend)).toHaveLength(1);
});

it('what the bot sends to itself comes back by the synchronisation of a real homeserver', async () => {
  await until('an echo', () => heard.includes('fr.gouv.tchap-cloud-au-centre.echo'));
  expect(bot.log.filter(({ msg }) => msg === 'sync-deaf' || msg === 'echo-failed')).toEqual([]);
});
