import { describe, expect, it } from 'vitest';
import type { EventContext } from '../../../../bot/matrix/events/event.ts';
import { alice, me, mentioning, message, now, read, text } from './reading.ts';

describe('whom a message is for', () => {
  it.each<[string, unknown, unknown, Partial<EventContext>?]>([
    ['a mention by id', mentioning('Cloud au centre: que dit R9 ?'), ['mention', 'que dit R9 ?']],
    ['the full display name', mentioning('Cloud au centre [DINUM] : R9 ?'), ['mention', 'R9 ?']],
    ['a mention in the middle', mentioning('dis-moi, Cloud au centre, R9 ?'), ['mention', 'dis-moi, R9 ?']],
    ['a mention that is not in the text', mentioning('que dit R9 ?'), ['mention', 'que dit R9 ?']],
    ['a bare mention', mentioning('Cloud au centre'), ['mention', '']],
    ['the user id', text(`${me}: R9`), ['mention', 'R9']],
    ['the local part, typed by hand', text('@cloud-dinum R9'), ['mention', 'R9']],
    [
      'the whole name first, by a client that sends mentions',
      text('cloud au centre [dinum], R9', { 'm.mentions': {} }),
      ['mention', 'R9'],
    ],
    ['a mention and a command', mentioning('Cloud au centre: !seuil 3'), ['mention', '!seuil 3']],
    ['a command', text('!question R9', { 'm.mentions': {} }), ['command', '!question R9']],
    ['a command with the full-width mark', text('！aide'), ['command', '！aide']],
    ['a command after a space', text('! regle R7'), ['command', '! regle R7']],
    ['a command as other bots have them', text('/regle R7'), ['command', '/regle R7']],
    ['a path', text('/usr/bin/node'), 'not-addressed'],
    ['any message of a direct conversation', text('R9'), ['direct', 'R9'], { room: 'direct' }],
    ['spaces in a direct conversation', text(' \u00a0\n '), ['direct', ''], { room: 'direct' }],
    ['an overheard message, for an open interview', text('oui'), ['none', 'oui'], { overhears: true }],
    [
      'the name of the doctrine in a sentence',
      text('la doctrine cloud au centre', { 'm.mentions': {} }),
      'not-addressed',
    ],
    ['a name inside a word', text('cloud-dinumérique'), 'not-addressed'],
    ['somebody else', text('Bob: R9', { 'm.mentions': { user_ids: [alice] } }), 'not-addressed'],
    ['exclamations', text('!!! bravo'), 'not-addressed'],
    [
      'mentions that are a string holding our id',
      text('R9', { 'm.mentions': { user_ids: `x${me}` } }),
      'not-addressed',
    ],
    [
      'our name in the quotation of a reply',
      text('> <@b:x> Cloud au centre: R9\n\nmerci', {
        'm.mentions': {},
        'm.relates_to': { 'm.in_reply_to': { event_id: '$q' } },
      }),
      'not-addressed',
    ],
  ])('%s', (_, event, expected, more) => {
    expect(read(event, more)).toEqual(expected);
  });
});

describe('what is ignored, and why', () => {
  it.each<[string, unknown, string]>([
    ['our own message', message({ msgtype: 'm.text', body: '!aide' }, { sender: me }), 'own'],
    [
      'another bot',
      message({ msgtype: 'm.text', body: '!aide' }, { sender: '@robot:agent.test.tchap.gouv.fr' }),
      'bot',
    ],
    ['a notice', message({ msgtype: 'm.notice', body: '!aide' }), 'notice'],
    ['an image', message({ msgtype: 'm.image', body: '!aide.png' }), 'not-text'],
    [
      'a message of 13 hours ago',
      message({ msgtype: 'm.text', body: '!aide' }, { origin_server_ts: now - 13 * 3_600_000 }),
      'too-old',
    ],
    [
      'a date before 1970',
      message({ msgtype: 'm.text', body: '!aide' }, { origin_server_ts: -1 }),
      'too-old',
    ],
    [
      'a state event that looks like a message',
      message({ msgtype: 'm.text', body: '!aide' }, { state_key: '' }),
      'malformed',
    ],
    [
      'a member',
      { ...message({ membership: 'join' }), type: 'm.room.member', state_key: alice },
      'malformed',
    ],
  ])('%s', (_, event, expected) => {
    expect(read(event)).toBe(expected);
  });

  it('takes a date to come for a fast clock', () => {
    const event = message({ msgtype: 'm.text', body: '!aide' }, { origin_server_ts: 2 ** 53 });
    expect(read(event)).toEqual(['command', '!aide']);
  });
});

describe('whatever it is given, it says something', () => {
  const contents = [
    undefined,
    null,
    'x',
    [],
    5,
    {},
    { msgtype: [] },
    { msgtype: 'm.text' },
    { msgtype: 'm.text', body: 5 },
    { msgtype: 'm.text', body: null },
    { msgtype: 'm.text', body: {} },
    { msgtype: 'm.text', body: ['!aide'] },
    { body: '!aide' },
  ];
  it.each(
    contents.map((content) => [JSON.stringify(content) ?? 'none', content]),
  )('content %s', (_, content) => {
    expect(read(message(content))).toBe('malformed');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a string', 'evil'],
    ['an array', []],
    ['no event id', message({ msgtype: 'm.text', body: '!aide' }, { event_id: undefined })],
    ['no sender', message({ msgtype: 'm.text', body: '!aide' }, { sender: undefined })],
    [
      'a sender of 300 bytes',
      message({ msgtype: 'm.text', body: '!aide' }, { sender: `@${'a'.repeat(300)}:b` }),
    ],
    ['a date that is a string', message({ msgtype: 'm.text', body: '!aide' }, { origin_server_ts: 'hier' })],
    ['no type', message({ msgtype: 'm.text', body: '!aide' }, { type: undefined })],
  ])('%s', (_, event) => {
    expect(read(event)).toBe('malformed');
  });

  it.each<[string, object]>([
    ['a relation that is a string', { 'm.relates_to': 'x' }],
    ['a relation that is null', { 'm.relates_to': null }],
    ['a reply to 5', { 'm.relates_to': { 'm.in_reply_to': 5 } }],
    ['a reply to an object', { 'm.relates_to': { 'm.in_reply_to': { event_id: {} } } }],
    ['mentions that are null', { 'm.mentions': null }],
    ['mentions of an object', { 'm.mentions': { user_ids: {} } }],
    [
      'a polluted prototype',
      JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}'),
    ],
    ['HTML without text', { format: 'org.matrix.custom.html' }],
  ])('reads the message beside %s', (_, more) => {
    expect(read(text('!aide', more))).toEqual(['command', '!aide']);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each<[string, string]>([
    ['64 KB of exclamation marks', '!'.repeat(65_000)],
    ['64 KB of spaces', ' '.repeat(65_000)],
    ['30,000 openings of a quotation', `> ${'<@'.repeat(30_000)}:`],
    ['64 KB of our name', 'cloud-dinum'.repeat(6000)],
    ['64 KB of combining accents', `a${'\u0301'.repeat(65_000)}`],
  ])('reads %s at once', (_, body) => {
    const relation = { 'm.relates_to': { 'm.in_reply_to': { event_id: '$q' } } };
    expect(read(text(body, relation), { room: 'direct' })).toHaveLength(2);
  });
});
