import { describe, expect, it } from 'vitest';
import {
  adminRoom,
  bot,
  homeserver,
  replaceBot,
  room,
  useBot,
} from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, replyTo, until } from '../../support/matrix/transport.ts';

const state = (type: string, content: object) => homeserver.stateEvent(type, content);
const types = (): readonly string[] => homeserver.sent.map(({ type }) => type);

/** Something to send unasked. */
const digest = () => ({
  ...replyTo(
    {
      kind: 'reaction',
      roomId: room,
      eventId: '$x',
      sender: '@a:b',
      sentAt: 0,
      room: 'direct',
      target: '$y',
      key: '',
    },
    'le résumé',
  ),
  replyTo: null,
  cause: 'resume/1',
  priority: 'scheduled' as const,
});

useBot({ adminRoom });

describe('never in clear in an encrypted room', () => {
  const encryption = { algorithm: 'm.megolm.v1.aes-sha2' };

  it.each<[string, { status: number; body: unknown; html?: boolean }]>([
    ['500', { status: 500, body: {} }],
    ['429 without end', { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 3_600_000 } }],
    ['403', { status: 403, body: { errcode: 'M_FORBIDDEN', error: 'no' } }],
    ['404 of a proxy', { status: 404, body: '<p>', html: true }],
    ['200 that is no JSON', { status: 200, body: '<p>', html: true }],
  ])('says nothing when asking for the encryption of the room gives %s', async (_, action) => {
    await bot.start(parrot());
    homeserver.faults.push({ match: /\/state\/m\.room\.encryption/, action });
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    const { counts } = bot.transport.status();
    await until('a refusal', () => bot.log.some(({ event }) => event === 'send-failed'));
    expect(counts.sent).toBe(0);
    expect(homeserver.sent.filter(({ roomId }) => roomId === room)).toEqual([]);
  });

  it('alerts once that a room is closed to it, even when the room of the alerts is closed too', async () => {
    await bot.start(parrot());
    const body = { errcode: 'M_FORBIDDEN', error: 'no' };
    homeserver.faults.push({ match: /\/state\/|\/send\//, action: { status: 403, body } });
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    await until('two refusals', () => bot.log.filter(({ event }) => event === 'send-failed').length === 2);
    await bot.stop();
    await bot.start(parrot());
    expect(bot.transport.status().outgoing).toBe(0);
  });

  it('sends once the homeserver says again that the room is clear', async () => {
    await bot.start(parrot());
    homeserver.faults.push({
      match: /\/state\/m\.room\.encryption/,
      times: 2,
      action: { status: 500, body: {} },
    });
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the answer', () => homeserver.sent.length === 1);
    expect(types()).toEqual(['m.room.message']);
  });

  it('encrypts what waited in clear for the homeserver while the room became encrypted', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R7')]);
    await until('the first answer', () => homeserver.sent.length === 1);
    const before = homeserver.requests.length;
    const later = { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 1500 };
    homeserver.faults.push({
      match: /\/send\/m\.room\.message/,
      times: 1,
      action: { status: 429, body: later },
    });
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the refusal', () =>
      homeserver.requests.slice(before).some((line) => line.includes('/send/m.room.message/')),
    );
    homeserver.events(room, [state('m.room.encryption', encryption)]);
    await until('the answer', () => homeserver.sent.length === 2);
    expect(types()).toEqual(['m.room.message', 'm.room.encrypted']);
    const attempts = homeserver.requests.slice(before).filter((line) => line.includes('/send/'));
    expect(attempts.map((line) => line.split('/send/')[1]?.split('/')[0])).toEqual([
      'm.room.message',
      'm.room.encrypted',
    ]);
  });

  it('encrypts for ever in a room once encrypted, even when its state says otherwise later', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [state('m.room.encryption', encryption)]);
    homeserver.events(room, [state('m.room.encryption', {})]);
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the answer', () => homeserver.sent.length === 1);
    await bot.stop();
    await bot.start(parrot());
    homeserver.events(room, [homeserver.text('R8')]);
    await until('the answer', () => homeserver.sent.length === 2);
    expect(types()).toEqual(['m.room.encrypted', 'm.room.encrypted']);
    expect(homeserver.sent[0]?.content).not.toHaveProperty('body');
  });
});

describe('an account that no longer works', () => {
  it('that is revoked ends the process with a code of its own', async () => {
    await bot.start(parrot());
    const body = { errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid access token', soft_logout: false };
    homeserver.faults.push({ match: /./, action: { status: 401, body } });
    homeserver.say({});
    await until('the refusal', () => bot.fatal.length > 0);
    expect(bot.fatal[0]).toMatchObject({ exitCode: 81 });
    expect(bot.fatal[0]?.message).toContain('jeton');
    expect(bot.transport.status().state).toBe('account-refused');
    const before = homeserver.requests.length;
    await bot.transport.send(digest());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(homeserver.requests.length).toBe(before);
  });

  it('that has expired is asked about once a minute, and nothing is sent meanwhile', async () => {
    await bot.start(parrot());
    const body = { errcode: 'ORG_MATRIX_EXPIRED_ACCOUNT', error: 'expired' };
    homeserver.faults.push({ match: /./, action: { status: 403, body } });
    homeserver.say({});
    await until('the state', () => bot.transport.status().state === 'account-expired');
    const before = homeserver.requests.length;
    await bot.transport.send(digest());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(homeserver.requests.length).toBe(before);
    expect(bot.fatal).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['M_UNKNOWN_TOKEN', { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', error: '' } }, 81],
    [
      'ORG_MATRIX_EXPIRED_ACCOUNT',
      { status: 403, body: { errcode: 'ORG_MATRIX_EXPIRED_ACCOUNT', error: '' } },
      82,
    ],
    ['M_USER_DEACTIVATED', { status: 403, body: { errcode: 'M_USER_DEACTIVATED', error: '' } }, 83],
  ])('is said at the start: %s', async (_, action, exitCode) => {
    homeserver.faults.push({ match: /\/whoami/, action: action as never });
    await expect(bot.start(parrot())).rejects.toMatchObject({ name: 'OperatorError', exitCode });
    expect(homeserver.requests.filter((line) => line.includes('whoami'))).toHaveLength(1);
  });

  it('is said at the start: wrong password, without the password', async () => {
    const body = { errcode: 'M_FORBIDDEN', error: 'Invalid username or password' };
    homeserver.faults.push({ match: /\/login/, action: { status: 403, body } });
    const error: unknown = await bot.start(parrot()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'OperatorError', exitCode: 78 });
    expect(String(error)).toContain('refuse le mot de passe');
    expect(String(error)).not.toContain('mot-de-passe');
  });

  it.each<[string, RegExp, { status: number; body: unknown; html?: boolean }]>([
    ['a 404 page', /\/login|\/whoami/, { status: 404, body: '<p>', html: true }],
    ['a page where JSON should be', /\/whoami/, { status: 200, body: '<p>', html: true }],
    ['a 401 of a gateway in JSON', /\/whoami/, { status: 401, body: { message: 'no' } }],
    ['a 400 page for its keys', /\/keys\//, { status: 400, body: '<p>', html: true }],
  ])('is not what %s says at the start: the bot waits for the homeserver', async (_, match, action) => {
    const doubts: string[] = [];
    await replaceBot({ onDoubt: (message) => doubts.push(message) });
    homeserver.faults.push({ match, times: 3, action });
    await bot.start(parrot());
    expect(bot.transport.status().state).toBe('running');
    if (match.test('/login')) expect(doubts).toEqual([expect.stringContaining('homeserver.url')]);
  });
});
