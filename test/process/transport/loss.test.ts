import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  adminRoom,
  bodies,
  bot,
  count,
  homeserver,
  incoming,
  room,
  settled,
  useBot,
} from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, replyTo, until } from '../../support/matrix/transport.ts';

useBot({ adminRoom });

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
    // Who waits for an answer goes before an alert that nobody has asked for.
    const [apology, next] = homeserver.sent.filter((event) => event.roomId === room);
    const alert = homeserver.sent.find((event) => event.roomId === adminRoom);
    expect(apology?.content.body).toMatch(/référence [0-9A-F]{8}/);
    expect(alert?.content.body).toContain('Référence\u00a0: ');
    expect(apology?.content['m.relates_to']['m.in_reply_to'].event_id).toBe('$poison');
    expect(next?.content.body).toBe('ok');
  });
});
