import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { alter, fail, type Json, loseAnswer, timelineOf } from './support/fault-actions.ts';
import { type FaultProxy, isClearSend, isSend, isSync, startFaultProxy } from './support/fault-proxy.ts';
import { leaks } from './support/leaks.ts';
import { type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let proxy: FaultProxy;
let bot: Bot;
let alice: Person;
let bob: Person;
let talk: Conversation;
let room: string;
let clear: string;

beforeAll(async () => {
  homeserver = await startSynapse();
  proxy = await startFaultProxy(homeserver);
  bot = await createBot(homeserver, 'robot-cloud', { url: proxy.url });
  await bot.start();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  bob = await startPerson(homeserver, 'bob.durand-finances.gouv.fr');
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
  clear = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
  await talk.joined(room);
  await talk.joined(clear);
  await talk.reply(await alice.say(room, '!r1'));
});

afterAll(async () => {
  await alice?.stop();
  await bob?.stop();
  await bot?.dispose();
  await proxy?.close();
  await homeserver?.stop();
});

describe('between a bot and a homeserver that fails', () => {
  it.each([
    ['encrypted', () => room],
    ['clear', () => clear],
  ])('an answer whose sending was cut after the homeserver took it is visible once (%s room)', async (_, where) => {
    const cut = proxy.inject({ on: isSend, what: loseAnswer, times: 2 });
    const asked = await alice.say(where(), '!r2');
    await talk.reply(asked);
    // The next answer only leaves when the former is settled.
    await talk.reply(await alice.say(where(), '!r3'), 60_000);
    cut.remove();
    expect(cut.struck()).toBe(2);
    expect(await talk.repliesTo(where(), asked)).toHaveLength(1);
  });

  it('a failing homeserver costs no answer: each is given once when it works again', async () => {
    const failing = proxy.inject({ on: () => true, what: fail });
    const asked = await alice.say(room, '!r6');
    await until('the bot to meet the failure', () => failing.struck() >= 3);
    failing.remove();
    await talk.reply(asked);
    expect(await talk.repliesTo(room, asked)).toHaveLength(1);
  });
});

describe('when the homeserver cannot say whether a room is encrypted', () => {
  it('nothing leaves in clear, and the answer comes encrypted once it can', async () => {
    // The worst case: our own memory of the room is lost too, and the sync does not tell of the encryption.
    await bot.stop();
    rmSync(join(bot.folder, 'data', 'bot.sqlite'));
    const unsaid = proxy.inject({ on: isSync, what: alter(withoutEncryption) });
    const failing = proxy.inject({ on: ({ path }) => /\/rooms\/[^/]+\/state/.test(path), what: fail });
    const before = proxy.calls.length;
    await bot.start();
    const asked = await alice.say(room, '!r7');
    await until('the bot to try', () => failing.struck() >= 3);
    expect(await talk.repliesTo(room, asked)).toEqual([]);
    failing.remove();
    const answer = await talk.reply(asked, 60_000);
    unsaid.remove();
    expect(answer.encrypted).toBe(true);
    const since = proxy.calls.slice(before);
    expect(since.filter(isSend).length).toBeGreaterThan(0);
    expect(since.filter(isClearSend)).toEqual([]);
    expect(await talk.repliesTo(room, asked)).toHaveLength(1);
  });
});

describe('when the homeserver lies', () => {
  it('a message that it attributes to somebody else is not answered', async () => {
    await alice.invite(room, bob.userId);
    await bob.join(room);
    const talkOfBob = conversation(bob, bot);
    await talkOfBob.reply(await bob.say(room, '!r1'));
    let forged = '';
    const lie = proxy.inject({
      on: isSync,
      what: alter((sync) => {
        for (const event of timelineOf(sync, room))
          if (event.type === 'm.room.encrypted' && event.sender === alice.userId) {
            event.sender = bob.userId;
            forged = event.event_id;
          }
      }),
    });
    const asked = await alice.say(room, '!r4');
    await until('the forgery to be delivered', () => forged === asked);
    lie.remove();
    const next = await alice.say(room, '!r5');
    await talk.reply(next);
    expect(await talk.repliesTo(room, asked)).toEqual([]);
    expect(bot.log.some(({ msg, code }) => msg === 'undecryptable' && code === 'MismatchedSender')).toBe(
      true,
    );
  });

  it('a message delivered again under another id is answered once', async () => {
    let replayed = 0;
    const asked = await alice.say(room, '!r6');
    await talk.reply(asked);
    const original = (await alice.raw(room, asked)) as Json;
    const id = `$${'r'.repeat(43)}`;
    const lie = proxy.inject({
      on: isSync,
      what: alter((sync) => {
        const timeline = timelineOf(sync, room);
        if (timeline.length === 0) return;
        timeline.unshift({ ...original, event_id: id });
        replayed++;
      }),
    });
    const next = await alice.say(room, '!r8');
    await talk.reply(next);
    lie.remove();
    expect(replayed).toBeGreaterThan(0);
    const answers = (await talk.posted(room)).map(({ replyTo }) => replyTo);
    expect(answers).not.toContain(id);
    expect(answers.filter((target) => target === asked)).toHaveLength(1);
  });
});

describe('when keys come late', () => {
  it('the room is told once, in French, and each message is answered when its key arrives', async () => {
    const withheld: Json[] = [];
    const late = proxy.inject({
      on: isSync,
      what: alter((sync) => {
        withheld.push(...(sync.to_device?.events ?? []));
        delete sync.to_device;
      }),
    });
    await alice.newSession(room);
    const first = await alice.say(room, '!r10');
    const second = await alice.say(room, '!r11');
    const explanations = async () =>
      (await talk.posted(room)).filter(({ body }) =>
        body.includes('clé de chiffrement ne m’est pas parvenue'),
      );
    await until('the explanation', async () => (await explanations()).length > 0, 60_000);
    expect(withheld.length).toBeGreaterThan(0);
    late.remove();
    const delivery = proxy.inject({
      on: isSync,
      what: alter((sync) => {
        sync.to_device = { events: [...withheld.splice(0), ...(sync.to_device?.events ?? [])] };
      }),
    });
    // Ends the long poll under way.
    await alice.say(clear, 'Bonjour à tous');
    await talk.reply(first);
    await talk.reply(second);
    delivery.remove();
    expect(await explanations()).toHaveLength(1);
    expect(await talk.repliesTo(room, first)).toHaveLength(1);
    expect(await talk.repliesTo(room, second)).toHaveLength(1);
  });

  it('nothing of all this has left a trace in the log', async () => {
    expect(await leaks(bot, [alice, bob])).toEqual([]);
  });
});

/** An answer of `/sync` that hides that rooms are encrypted. */
const withoutEncryption = (sync: Json): void => {
  for (const joined of Object.values<Json>(sync.rooms?.join ?? {}))
    for (const part of [joined.state, joined.timeline])
      if (part?.events !== undefined)
        part.events = part.events.filter(({ type }: Json) => type !== 'm.room.encryption');
};
