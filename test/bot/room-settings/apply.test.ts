import { describe, expect, it } from 'vitest';
import { applySettings, replyThread } from '../../../bot/room-settings/apply.ts';
import { DEFAULT_SETTINGS } from '../../../commands/room-settings/settings.ts';
import { message, reaction } from '../../support/messages.ts';

const settings = (change: object) => ({ ...DEFAULT_SETTINGS, ...change });

describe('mention-seulement', () => {
  it.each([
    ['command', true, 'none'],
    ['mention', true, 'mention'],
    ['direct', true, 'direct'],
    ['command', false, 'command'],
  ] as const)('a message called by %s with %s is called by %s', (addressed, mentionOnly, expected) => {
    expect(applySettings(message({ addressed }), settings({ mentionOnly }))).toMatchObject({
      addressed: expected,
    });
  });

  it('leaves reactions alone', () => {
    expect(applySettings(reaction(), settings({ mentionOnly: true }))).toEqual(reaction());
  });
});

describe('fil', () => {
  it.each([
    ['off, answers stay in place', false, {}, null],
    ['on, answers open a thread under the question', true, {}, '$question'],
    ['on, a thread stays the same', true, { thread: '$racine' }, '$racine'],
    ['off, a thread stays the same', false, { thread: '$racine' }, '$racine'],
    [
      'on, the thread of an edited question is under the first version',
      true,
      { replaces: '$avant' },
      '$avant',
    ],
  ] as const)('%s', (_, inThread, fields, expected) => {
    expect(replyThread(message(fields), settings({ inThread }))).toBe(expected);
  });
});
