import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import { type Person, startPerson } from './support/person.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let bot: Bot;
let alice: Person;
let mallory: Person;
let talk: Conversation;

beforeAll(async () => {
  homeserver = await startSynapse();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  mallory = await startPerson(homeserver, 'mallory.dupont-exemple.fr');
  bot = await createBot(homeserver, 'robot-cloud', {
    config: { invitations: { homeservers: [], users: [alice.userId] } },
  });
  talk = conversation(alice, bot);
});

afterAll(async () => {
  await alice?.stop();
  await mallory?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

describe('what was said before the bot', () => {
  it('is not answered: neither at its first start nor when it enters a room', async () => {
    const early = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
    const before = [await alice.say(early, '!r1'), await alice.say(early, '!r2')];
    await bot.start();
    await talk.joined(early);
    const late = await alice.createRoom({ encrypted: false, invite: [] });
    before.push(await alice.say(late, '!r3'));
    await alice.invite(late, bot.userId);
    await talk.joined(late);
    for (const room of [early, late]) await talk.reply(await alice.say(room, '!r4'));
    const answered = [...(await talk.posted(early)), ...(await talk.posted(late))].map(
      ({ replyTo }) => replyTo,
    );
    expect(answered).toHaveLength(2);
    for (const eventId of before) expect(answered).not.toContain(eventId);
  });
});

describe('an absence', () => {
  it('of 150 messages loses none of those meant for the bot', async () => {
    const room = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
    await talk.joined(room);
    await talk.reply(await alice.say(room, '!r1'));
    await bot.stop();
    const meant: string[] = [];
    for (let index = 0; index < 150; index++) {
      const forBot = index % 10 === 0;
      const id = await alice.say(
        room,
        forBot ? `!r${1 + (index % 15)}` : `Échange entre collègues, numéro ${index}`,
      );
      if (forBot) meant.push(id);
    }
    await bot.start();
    for (const id of meant) await talk.reply(id);
    const answers = (await talk.posted(room)).map(({ replyTo }) => replyTo);
    expect(answers.slice(1)).toEqual(meant);
    expect(bot.log.some(({ msg }) => msg === 'backfill')).toBe(true);
  });

  it('and a database lost meanwhile make it answer nothing again', async () => {
    const room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
    await talk.joined(room);
    const old = await alice.say(room, '!r1');
    await talk.reply(old);
    await bot.stop();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(bot.folder, 'data', `bot.sqlite${suffix}`), { force: true });
    const logged = bot.log.length;
    await bot.start();
    const fresh = await alice.say(room, '!r2');
    expect((await talk.reply(fresh)).encrypted).toBe(true);
    expect((await talk.posted(room)).map(({ replyTo }) => replyTo)).toEqual([old, fresh]);
    // Repeated answers would not show: the homeserver recognises their transaction ids.
    expect(bot.log.slice(logged).filter(({ msg }) => msg === 'answered')).toHaveLength(1);
  });
});

describe('rooms', () => {
  it('are entered on the invitation of those who may invite, and of nobody else', async () => {
    const refused = await mallory.createRoom({ encrypted: true, invite: [bot.userId] });
    await until(
      'the invitation to be declined',
      async () => (await mallory.membership(refused, bot.userId)) === 'leave',
    );
    expect(await mallory.memberJoined(refused, bot.userId)).toBe(false);
    const accepted = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
    await talk.joined(accepted);
  });

  it('that exclude the bot do not disturb the others, and may invite it again', async () => {
    const room = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
    const other = await alice.createRoom({ encrypted: true, invite: [bot.userId] });
    await talk.joined(room);
    await talk.joined(other);
    await alice.kick(room, bot.userId);
    const missed = await alice.say(room, '!r1');
    await talk.reply(await alice.say(other, '!r2'));
    await alice.invite(room, bot.userId);
    await talk.joined(room);
    await talk.reply(await alice.say(room, '!r3'));
    expect(await talk.repliesTo(room, missed)).toEqual([]);
  });

  it.each(['11', '12'])('replaced by a room of version %s are followed there', async (version) => {
    const old = await alice.createRoom({ encrypted: true, invite: [bot.userId], version: '10' });
    await talk.joined(old);
    await talk.reply(await alice.say(old, '!r1'));
    const successor = await alice.upgrade(old, version);
    // Clients invite the members of the old room.
    await alice.invite(successor, bot.userId);
    await talk.joined(successor);
    expect((await talk.reply(await alice.say(successor, '!r2'))).encrypted).toBe(true);
    await until('the succession to be noted', () => bot.log.some(({ msg }) => msg === 'room-upgraded'));
  });

  it('of external partners hear once whom to ask, and nothing of the doctrine', async () => {
    // One homeserver knows one server name: here everybody on it counts as external.
    const wary = await createBot(homeserver, 'robot-des-agents', {
      config: { externals: { servers: [homeserver.serverName], contact: 'votre correspondant' } },
    });
    await wary.start();
    const withWary = conversation(mallory, wary);
    const room = await mallory.createRoom({ encrypted: true, invite: [wary.userId] });
    await withWary.joined(room);
    const first = await mallory.say(room, '!r1');
    await withWary.reply(first);
    await mallory.say(room, '!r2');
    // An invitation received later shows that the second question was received; the end waits for what is in hand.
    await withWary.joined(await mallory.createRoom({ encrypted: true, invite: [wary.userId] }));
    expect(await wary.stop()).toBe(0);
    const said = await withWary.posted(room);
    expect(said.map(({ replyTo }) => replyTo)).toEqual([first]);
    expect(said[0]?.body).toContain('adressez-vous à votre correspondant');
    expect(await leaks(wary, [mallory])).toEqual([]);
    await wary.dispose();
  });

  it('leave no trace in the log', async () => {
    expect(await leaks(bot, [alice, mallory])).toEqual([]);
  });
});
