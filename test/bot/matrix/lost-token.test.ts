import { describe, expect, it } from 'vitest';
import { keyValue } from '../../../bot/store/queues/key-value.ts';
import { adminRoom, bodies, bot, homeserver, room, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, until } from '../../support/matrix/transport.ts';

const other = '!autre:agent.test.tchap.gouv.fr';
const HOUR = 3_600_000;

useBot({ adminRoom });

const answered = (body: string, roomId = room) =>
  until(`the answer to ${body}`, () => bodies(roomId).includes(`réponse à ${body}`));

/** What the homeserver tells of a room to whoever comes without a token. */
const state = (events: readonly unknown[], more: object = { limited: true, prev_batch: 'p' }) => ({
  summary: { 'm.joined_member_count': 2 },
  state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
  timeline: { events, ...more },
});
const refusal = { status: 400, body: { errcode: 'M_UNKNOWN', error: 'Invalid stream token' } };

describe('a sync refused by what is not the homeserver', () => {
  it.each([
    400, 401, 407, 408, 413, 451,
  ])('%i as a page: nothing asked meanwhile is forgotten', async (status) => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('avant')]);
    await answered('avant');
    homeserver.initial = { join: { [room]: state([homeserver.text('meanwhile', { id: '$q' })]) } };
    homeserver.faults.push({ match: /\/sync/, times: 4, action: { status, body: '<p>', html: true } });
    homeserver.events(room, [homeserver.text('pendant')]);
    await answered('pendant');
    expect(bodies(room)).toEqual(['réponse à avant', 'réponse à pendant']);
  });
});

describe('a sync token that the homeserver refuses', () => {
  it('has every room read back to the last event seen there', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.direct(other);
    const last = homeserver.text('avant');
    homeserver.events(room, [homeserver.text('hier'), last]);
    homeserver.events(other, [homeserver.text('ailleurs')]);
    await answered('avant');
    await answered('ailleurs', other);
    // Seen there last is no message of ours: nothing of it is in the queue.
    const seen = homeserver.stateEvent('m.room.topic', {});
    homeserver.events(other, [seen]);
    await until('the topic', async () => {
      const row = await bot.database.selectFrom('rooms').select('seen_event').where('room_id', '=', other);
      return (await row.executeTakeFirst())?.seen_event === (seen as { event_id: string }).event_id;
    });
    homeserver.history.set(room, [
      homeserver.text('deux'),
      homeserver.text('un'),
      last,
      homeserver.text('vieux'),
    ]);
    homeserver.initial = {
      join: {
        [room]: state([homeserver.text('trois')]),
        [other]: state([homeserver.text('ancien'), seen, homeserver.text('nouveau')]),
      },
    };
    homeserver.faults.push({ match: /\/sync/, times: 3, action: refusal });
    homeserver.say({});
    await answered('trois');
    await answered('nouveau', other);
    expect(bodies(room)).toEqual(['hier', 'avant', 'un', 'deux', 'trois'].map((text) => `réponse à ${text}`));
    expect(bodies(other)).toEqual(['réponse à ailleurs', 'réponse à nouveau']);
  });

  it('does so once only, even when the process dies in between', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const last = homeserver.text('avant');
    homeserver.events(room, [last]);
    await answered('avant');
    homeserver.faults.push({ match: /\/sync/, times: 3, action: refusal });
    homeserver.faults.push({ match: /\/sync/, times: 2, action: { status: 502, body: '' } });
    homeserver.initial = { join: { [room]: state([last, homeserver.text('pendant')], { limited: false }) } };
    homeserver.say({});
    const lost = () => keyValue(bot.database).get('sync_token_lost');
    await until('the loss', async () => (await lost()) !== null);
    await bot.stop();
    await bot.start(parrot());
    await answered('pendant');
    homeserver.events(room, [homeserver.text('après')]);
    await answered('après');
    expect(bodies(room)).toEqual(['avant', 'pendant', 'après'].map((text) => `réponse à ${text}`));
  });

  it('says in the room and to the administrators what cannot be read again', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('avant')]);
    await answered('avant');
    const body = { errcode: 'M_FORBIDDEN', error: 'no' };
    homeserver.faults.push({ match: /\/messages/, action: { status: 403, body } });
    homeserver.faults.push({ match: /\/sync/, times: 3, action: refusal });
    homeserver.initial = { join: { [room]: state([homeserver.text('trois')]) } };
    homeserver.say({});
    await answered('trois');
    await until('the notices', () => bodies(room).length === 3 && bodies(adminRoom).length === 2);
    expect(bodies(room)).toContainEqual(expect.stringContaining('renvoyez-la'));
    expect(bodies(adminRoom)).toContainEqual(expect.stringContaining(room));
  });
});

describe('the clock of the machine', () => {
  it.each([13 * HOUR, 24 * HOUR, 400 * 24 * HOUR, -13 * HOUR])('%i ms off loses no question', async (off) => {
    bot.now = () => Date.now() + off;
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('un')]);
    await answered('un');
    bot.now = () => Date.now();
    homeserver.events(room, [homeserver.text('deux')]);
    await answered('deux');
  });

  it('that jumps between a question and its answer drops neither', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match: /\/send\//, times: 1, action: { status: 502, body: '' } });
    homeserver.events(room, [homeserver.text('un')]);
    await until('a failure', () => bot.transport.status().counts.sendFailures === 1);
    bot.now = () => Date.now() + 13 * HOUR;
    homeserver.events(room, [homeserver.text('deux')]);
    await answered('un');
    await answered('deux');
  });

  it('of a proxy that is ahead does not age what the homeserver says is fresh', async () => {
    homeserver.dateAhead = 13 * HOUR;
    await bot.start(parrot());
    homeserver.dateAhead = 26 * HOUR;
    homeserver.direct(room);
    homeserver.events(room, [{ ...homeserver.text('un'), unsigned: { age: 40 } }]);
    await answered('un');
  });

  it('that was ahead when the data folder was made is not believed for ever', async () => {
    await bot.start(parrot());
    await bot.stop();
    await bot.start(parrot());
    await bot.database
      .updateTable('key_value')
      .set({ value: String(Date.now() + 13 * HOUR) })
      .where('key', '=', 'started_at')
      .execute();
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('un')]);
    await answered('un');
  });
});

describe('a data folder that is older than what was answered since', () => {
  it('has nothing answered twice that its news show as answered, and forgets nothing else', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const me = homeserver.user;
    const to = (id: string, more: object = {}) => ({
      'm.relates_to': { 'm.in_reply_to': { event_id: id } },
      ...more,
    });
    const secret = {
      type: 'm.room.encrypted',
      algorithm: 'm.megolm.v1.aes-sha2',
      ciphertext: 'x',
      session_id: 's',
    };
    homeserver.events(room, [
      homeserver.text('une', { id: '$une' }),
      homeserver.text('deux', { id: '$deux' }),
      homeserver.text('réponse', { sender: me, content: to('$une') }),
      homeserver.text('trois', { id: '$trois' }),
      { ...homeserver.text('', { sender: me, content: to('$trois', secret) }), type: 'm.room.encrypted' },
      homeserver.text('de bob', {
        sender: '@bob:agent.test.tchap.gouv.fr',
        id: '$bob',
        content: to('$deux'),
      }),
      homeserver.text('quatre'),
    ]);
    await answered('quatre');
    expect(bodies(room)).toEqual(['deux', 'de bob', 'quatre'].map((text) => `réponse à ${text}`));
  });
});
