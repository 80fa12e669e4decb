import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../bot/messages.ts';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';
import { parrot, replyTo, TestBot, until } from '../support/matrix/transport.ts';

const room = '!salon:agent.test.tchap.gouv.fr';
const adminRoom = '!admin:agent.test.tchap.gouv.fr';
let homeserver: FakeHomeserver;
let bot: TestBot;

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  bot = new TestBot(homeserver, { adminRoom });
});
afterEach(async () => {
  await bot.remove();
  await homeserver.stop();
});

const bodies = (): unknown[] => homeserver.sent.map(({ content }) => content.body);
const count = (number: number) => until(`${number} events`, () => homeserver.sent.length >= number);

/** Asks something last: once it is answered, all that came before has been seen. */
const settled = async (): Promise<void> => {
  homeserver.events(room, [homeserver.text('fin')]);
  await until('the last answer', () => bodies().includes('réponse à fin'));
};

describe('a conversation', () => {
  it('answers a message of a direct conversation, as a notice that replies and rings nobody', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('Bonjour', { id: '$question' })]);
    await count(1);
    expect(homeserver.sent[0]).toMatchObject({
      roomId: room,
      type: 'm.room.message',
      content: {
        msgtype: 'm.notice',
        body: 'réponse à Bonjour',
        'm.mentions': {},
        'm.relates_to': { 'm.in_reply_to': { event_id: '$question' } },
      },
    });
  });

  it('stays in the thread where it is asked', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const relation = { rel_type: 'm.thread', event_id: '$racine' };
    homeserver.events(room, [homeserver.text('R9', { id: '$q', content: { 'm.relates_to': relation } })]);
    await count(1);
    expect(homeserver.sent[0]?.content['m.relates_to']).toEqual({
      rel_type: 'm.thread',
      event_id: '$racine',
      is_falling_back: false,
      'm.in_reply_to': { event_id: '$q' },
    });
  });

  it('replaces its answer when the question is edited by its author, and nothing otherwise', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const edit = (of: string, body: string, sender?: string) =>
      homeserver.text(`* ${body}`, {
        ...(sender === undefined ? {} : { sender }),
        content: {
          'm.new_content': { msgtype: 'm.text', body },
          'm.relates_to': { rel_type: 'm.replace', event_id: of },
        },
      });
    homeserver.events(room, [homeserver.text('R9', { id: '$q' })]);
    await count(1);
    homeserver.events(room, [
      edit('$inconnu', 'rien'),
      edit('$q', 'usurpé', '@eve:agent.test.tchap.gouv.fr'),
      edit('$q', 'R8'),
    ]);
    await count(2);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', '* réponse à R8', 'réponse à fin']);
    expect(homeserver.sent[1]?.content).toMatchObject({
      'm.new_content': { body: 'réponse à R8' },
      'm.relates_to': { rel_type: 'm.replace', event_id: '$sent1' },
    });
  });

  it('withdraws its answer when the question is withdrawn', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9', { id: '$q' })]);
    await count(1);
    const redaction = { ...homeserver.text(''), type: 'm.room.redaction', redacts: '$q', content: {} };
    homeserver.events(room, [redaction]);
    await count(2);
    expect(homeserver.sent[1]).toMatchObject({ type: 'm.room.redaction', content: { redacts: '$sent1' } });
  });

  it('hears of the reactions to its own messages only', async () => {
    const heard: Incoming[] = [];
    await bot.start(parrot(heard));
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    await count(1);
    const reaction = (target: string) => ({
      ...homeserver.text(''),
      type: 'm.reaction',
      content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key: '👍' } },
    });
    homeserver.events(room, [reaction('$autre'), reaction('$sent1')]);
    await settled();
    expect(heard.filter(({ kind }) => kind === 'reaction')).toMatchObject([{ target: '$sent1', key: '👍' }]);
  });

  it('tells external partners once whom to ask, and does not answer them', async () => {
    const heard: Incoming[] = [];
    await bot.start(parrot(heard));
    homeserver.direct(room);
    const sender = '@bob-societe.fr:agent.externe.tchap.gouv.fr';
    homeserver.events(room, [homeserver.text('un', { sender }), homeserver.text('deux', { sender })]);
    await settled();
    expect(bodies()).toEqual([
      expect.stringContaining('adressez-vous à votre correspondant'),
      'réponse à fin',
    ]);
    expect(heard).toHaveLength(1);
  });
});

it('refuses in rooms too those of a server that nobody has listed, and tells the administrators once', async () => {
  const heard: Incoming[] = [];
  await bot.remove();
  bot = new TestBot(homeserver, {
    adminRoom,
    invitations: { homeservers: ['agent.ami.fr'], users: ['@invite:ailleurs.fr'] },
    operators: ['@ops:garde.fr'],
  });
  await bot.start(parrot(heard));
  homeserver.direct(room);
  const from = (sender: string) => homeserver.text(sender, { sender });
  const served = ['@a:agent.ami.fr', '@invite:ailleurs.fr', '@ops:garde.fr'];
  const refused = ['@b:inconnu.fr', '@c:inconnu.fr', '@x:agent.ami.fr.evil.fr', '@autre:ailleurs.fr'];
  homeserver.events(room, [...refused, ...served, refused[0] ?? ''].map(from));
  await settled();
  expect(heard.map(({ sender }) => sender).slice(0, 3)).toEqual(served);
  expect(bodies().filter((body) => String(body).includes('votre serveur'))).toHaveLength(4);
  expect(bodies().filter((body) => String(body).includes('inconnu.fr'))).toHaveLength(1);
});

describe('nothing is lost', () => {
  it('answers the sound events around malformed ones', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const evil = [
      null,
      'texte',
      [],
      {},
      homeserver.text({ un: 'objet' }),
      { ...homeserver.text('x'), event_id: undefined },
      { ...homeserver.text('x'), content: null },
      { ...homeserver.stateEvent('m.room.encryption', {}), content: 'x' },
      { ...homeserver.stateEvent('m.room.member', { membership: 5 }, homeserver.user) },
      { ...homeserver.text('x'), type: 'm.room.encrypted', content: { algorithm: 'x' } },
    ];
    homeserver.events(
      room,
      evil.flatMap((event, index) => [event, homeserver.text(`${index}`)]),
    );
    await count(evil.length);
    expect(bodies()).toEqual(evil.map((_, index) => `réponse à ${index}`));
  });

  it('takes rooms that are no rooms for what they are', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.say({
      join: { '!a:x': null, '!b:x': { timeline: 5 }, '!c:x': { state: [] } },
      invite: { '!d:x': [] },
    });
    homeserver.say({ join: [] }, { to_device: 'x', device_lists: { changed: [5, 'x', null] } });
    await settled();
  });

  it('fills a limited timeline before it goes on', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await settled();
    homeserver.history.set(room, [homeserver.text('deux'), homeserver.text('un')]);
    homeserver.faults.push({
      match: /GET .*\/messages$/,
      times: 1,
      action: { status: 502, body: '<p>', html: true },
    });
    homeserver.say({
      join: {
        [room]: { timeline: { events: [homeserver.text('trois')], limited: true, prev_batch: 'p' } },
      },
    });
    await count(4);
    expect(bodies().slice(1)).toEqual(['réponse à un', 'réponse à deux', 'réponse à trois']);
  });

  it('goes on when the homeserver refuses to give what is missing', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const body = { errcode: 'M_FORBIDDEN', error: 'no' };
    homeserver.faults.push({ match: /GET .*\/messages$/, action: { status: 403, body } });
    homeserver.say({
      join: { [room]: { timeline: { events: [homeserver.text('R9')], limited: true, prev_batch: 'p' } } },
    });
    await until('the answer, the notice and the alert', () => homeserver.sent.length === 3);
    expect(homeserver.sent.map(({ roomId }) => roomId).sort()).toEqual([adminRoom, room, room]);
  });

  it.each<[string, RegExp, 'reset-before' | { status: number; body: unknown }]>([
    ['a server error when sending', /PUT .*\/send\//, { status: 500, body: {} }],
    ['a connection cut when sending', /PUT .*\/send\//, 'reset-before'],
    ['a server error in a sync', /GET .*\/sync/, { status: 502, body: {} }],
    ['a sync without next token', /GET .*\/sync/, { status: 200, body: { rooms: {} } }],
    ['a server error for its own profile', /GET .*\/profile\//, { status: 500, body: {} }],
  ])('survives %s', async (_, match, action) => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match, times: 2, action });
    homeserver.events(room, [homeserver.text('R9')]);
    await count(1);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', 'réponse à fin']);
  });

  it('answers what was said while the homeserver was away, within seconds of its return', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await settled();
    await homeserver.stop();
    await until('the loss of the link', () => bot.transport.status().state === 'reconnecting');
    homeserver.events(room, [homeserver.text('R9')]);
    await homeserver.restart();
    await until('the answer', () => bodies().includes('réponse à R9'), 5000);
  });

  it('keeps what it had to send across a stop, and logs in once', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match: /PUT .*\/send\//, times: 1, action: { status: 500, body: {} } });
    await bot.transport.send({ ...replyTo(incoming(), 'le résumé'), replyTo: null, cause: 'resume/1' });
    await until('a failure', () => bot.transport.status().counts.sendFailures === 1);
    await bot.stop();
    await bot.start(parrot());
    await count(1);
    expect(bodies()).toEqual(['le résumé']);
    expect(homeserver.logins).toBe(1);
  });

  it('stays up while the disk refuses writes, and answers when it accepts them', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await settled();
    await sql`PRAGMA query_only = ON`.execute(bot.database);
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the alarm', () => bot.transport.status().state === 'storage-failing');
    await sql`PRAGMA query_only = OFF`.execute(bot.database);
    await until('the answer', () => bodies().includes('réponse à R9'));
    expect(bot.transport.status().state).toBe('running');
  });

  it('gives up a message that fails three times, and tells the asker and the administrators', async () => {
    let attempts = 0;
    await bot.start(async (incoming) => {
      if (incoming.kind === 'message' && incoming.text === 'poison') {
        attempts++;
        throw new Error('bug');
      }
      return [replyTo(incoming, 'ok')];
    });
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('poison', { id: '$poison' }), homeserver.text('suite')]);
    await count(3);
    expect(attempts).toBe(3);
    const [apology, alert, next] = homeserver.sent;
    expect(apology?.content.body).toMatch(/référence [0-9A-F]{8}/);
    expect(alert?.content.body).toContain('Référence\u00a0: ');
    expect(apology?.content['m.relates_to']['m.in_reply_to'].event_id).toBe('$poison');
    expect(alert?.roomId).toBe(adminRoom);
    expect(next?.content.body).toBe('ok');
  });
});

describe('nothing is repeated', () => {
  it('sends once when the connection is cut after the homeserver has accepted', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match: /PUT .*\/send\//, times: 2, action: 'reset-after' });
    homeserver.events(room, [homeserver.text('R9')]);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', 'réponse à fin']);
    expect(homeserver.requests.filter((line) => line.includes('/send/')).length).toBeGreaterThan(3);
  });

  it('answers an event once, though it comes twice', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const event = homeserver.text('R9');
    homeserver.events(room, [event, event]);
    homeserver.events(room, [event]);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', 'réponse à fin']);
  });

  it('waits as long as a 429 asks, then sends the same transaction', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const refusal = { errcode: 'M_LIMIT_EXCEEDED', error: 'slow', retry_after_ms: 400 };
    homeserver.faults.push({ match: /PUT .*\/send\//, times: 1, action: { status: 429, body: refusal } });
    const asked = Date.now();
    homeserver.events(room, [homeserver.text('R9')]);
    await count(1);
    expect((homeserver.sent[0]?.at ?? 0) - asked).toBeGreaterThanOrEqual(400);
    const puts = homeserver.requests.filter((line) => line.includes('/send/'));
    expect(new Set(puts).size).toBe(1);
  });

  it('says the same thing once, whatever number of times it is told to', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const outgoing = { ...replyTo(incoming(), 'le résumé'), replyTo: null, cause: 'resume/1' };
    await bot.transport.send(outgoing);
    await bot.transport.send(outgoing);
    await settled();
    expect(bodies()).toEqual(['le résumé', 'réponse à fin']);
  });
});

describe('history is not answered', () => {
  it('at the first start, nor after the loss of the database', async () => {
    homeserver.initial = {
      join: {
        [room]: {
          summary: { 'm.joined_member_count': 2 },
          state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
          timeline: { events: [homeserver.text('ancien')], limited: true, prev_batch: 'p' },
        },
      },
    };
    await bot.start(parrot());
    await settled();
    await bot.stop();
    rmSync(join(bot.folder, 'bot.sqlite'));
    await bot.start(parrot());
    homeserver.events(room, [homeserver.text('nouveau')]);
    await until('the last answer', () => bodies().includes('réponse à nouveau'));
    expect(bodies()).toEqual(['réponse à fin', 'réponse à nouveau']);
  });

  it('even when the homeserver gives it as news after a first start', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('hier', { at: Date.now() - 60_000 })]);
    await settled();
    expect(bodies()).toEqual(['réponse à fin']);
  });

  it('when the bot joins a room', async () => {
    await bot.start(parrot());
    homeserver.say({
      join: {
        [room]: {
          summary: { 'm.joined_member_count': 2 },
          state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
          timeline: {
            events: [homeserver.text('avant'), homeserver.arrival(), homeserver.text('après')],
            limited: true,
            prev_batch: 'p',
          },
        },
      },
    });
    await settled();
    expect(bodies()).toEqual(['réponse à après', 'réponse à fin']);
  });

  it('older than twelve hours', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('hier', { at: Date.now() - 13 * 3_600_000 })]);
    await settled();
    expect(bodies()).toEqual(['réponse à fin']);
  });
});

/** Any message of the room, to reply to. */
const incoming = (): Incoming => ({
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
