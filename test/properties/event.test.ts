import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvelope, toReceived } from '../../bot/matrix/events/envelope.ts';
import { OLDEST_ANSWERED, readEvent, repliedBy } from '../../bot/matrix/events/event.ts';
import { readSync } from '../../bot/matrix/events/sync-response.ts';
import { tries } from '../support/tries.ts';

const ME = '@nuage:agent.test.tchap.gouv.fr';
const BOT = '@autre-robot:agent.test.tchap.gouv.fr';
const NOW = 1_800_000_000_000;
const context = {
  roomId: '!salon:agent.test.tchap.gouv.fr',
  room: 'private',
  self: { userId: ME, displayName: 'Robot Nuage [DINUM]' },
  bots: [BOT],
  now: NOW,
  overhears: false,
} as const;

const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
/** A field as it should be, mostly; else anything, or nothing. */
const mostly = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: anything });
const shaped = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record(fields, { requiredKeys: [] });

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'Que dit R6 ?',
    '!aide',
    '/etc/hosts',
    '> <@a:b> cité\n\noui',
    '![',
    'http://nuage',
    `[x](https://matrix.to/#/${ME}`,
  ),
);
const relation = shaped({
  rel_type: mostly(fc.constantFrom('m.replace', 'm.thread', 'm.annotation')),
  event_id: mostly(fc.constantFrom('$q', '$other')),
  key: mostly(fc.constantFrom('👍', '1️⃣')),
  is_falling_back: mostly(fc.boolean()),
  'm.in_reply_to': mostly(shaped({ event_id: mostly(fc.constant('$q')) })),
});
const message = {
  msgtype: mostly(fc.constantFrom('m.text', 'm.notice', 'm.image', 'm.emote', 'm.audio')),
  body: mostly(text),
  formatted_body: mostly(fc.oneof(text, fc.constant(`<a href="https://matrix.to/#/@paul:x">Paul</a>`))),
  'm.mentions': mostly(
    shaped({ user_ids: mostly(fc.array(fc.constantFrom('@paul:x', '@lea:x'), { maxLength: 3 })) }),
  ),
};
const content = shaped({
  ...message,
  'm.relates_to': mostly(relation),
  'm.new_content': mostly(shaped(message)),
  algorithm: mostly(fc.constant('m.megolm.v1.aes-sha2')),
  ciphertext: mostly(fc.string()),
  session_id: mostly(fc.string()),
});
const event = shaped({
  event_id: mostly(fc.constantFrom('$q', '$1')),
  type: mostly(
    fc.constantFrom('m.room.message', 'm.reaction', 'm.room.encrypted', 'm.room.member', 'm.room.create'),
  ),
  sender: mostly(fc.constantFrom('@paul:agent.test.tchap.gouv.fr', ME, BOT)),
  origin_server_ts: mostly(fc.integer({ min: NOW - 2 * OLDEST_ANSWERED, max: NOW + 1000 })),
  state_key: mostly(fc.constantFrom(ME, '')),
  content: mostly(content),
  unsigned: mostly(shaped({ age: mostly(fc.nat()) })),
});
const raw = fc.oneof({ weight: 9, arbitrary: event }, { weight: 1, arbitrary: anything });

describe('any value where an event should be', () => {
  it('is understood or left out for a reason, and never an error', () => {
    fc.assert(
      fc.property(
        raw,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('direct', 'private'),
        (one, overhears, toUs, room) => {
          const read = readEvent(one, { ...context, overhears, room, repliesToUs: toUs });
          expect('ignored' in read || 'incoming' in read).toBe(true);
          expect(['string', 'object']).toContain(typeof repliedBy(one));
          const envelope = readEnvelope(one);
          if (envelope !== null) expect(() => toReceived(context.roomId, envelope, one)).not.toThrow();
        },
      ),
      tries(1500),
    );
  });

  it('gets no answer from us, another bot, a notice, the state of the room, or what is too old', () => {
    fc.assert(
      fc.property(raw, (one) => {
        const read = readEvent(one, { ...context, room: 'direct' });
        if ('ignored' in read) return;
        const {
          sender,
          origin_server_ts: at,
          state_key: state,
          content: said,
        } = one as Record<string, unknown>;
        expect([ME, BOT]).not.toContain(sender);
        expect(state).toBeUndefined();
        expect(NOW - Number(at)).toBeLessThanOrEqual(OLDEST_ANSWERED);
        if (read.incoming.kind !== 'message' || read.incoming.replaces !== null) return;
        expect((said as Record<string, unknown>).msgtype).not.toBe('m.notice');
      }),
      tries(1500),
    );
  });

  it('gets no answer in a room of several people unless it calls us', () => {
    fc.assert(
      fc.property(raw, (one) => {
        const read = readEvent(one, context);
        if ('ignored' in read || read.incoming.kind !== 'message') return;
        const { addressed, replaces, text: said } = read.incoming;
        // Nothing here mentions us: only a command does, or an edit, whose first version the transport knows.
        if (addressed === 'none') expect(replaces).not.toBeNull();
        else if (addressed === 'command') expect(said).toMatch(/^[!！/]/);
        else expect(JSON.stringify(one)).toMatch(/nuage/i);
      }),
      tries(1500),
    );
  });
});

it('an answer of /sync gives each event of its timelines once, whatever stands beside it', () => {
  const room = shaped({
    state: mostly(shaped({ events: mostly(fc.array(raw, { maxLength: 4 })) })),
    timeline: mostly(
      shaped({
        events: mostly(fc.array(raw, { maxLength: 6 })),
        limited: mostly(fc.boolean()),
        prev_batch: mostly(fc.string()),
      }),
    ),
    summary: mostly(
      shaped({ 'm.joined_member_count': mostly(fc.nat()), 'm.invited_member_count': mostly(fc.nat()) }),
    ),
  });
  const rooms = mostly(fc.dictionary(fc.constantFrom('!a:x', '!b:x', '__proto__'), mostly(room)));
  const answer = fc.record({
    next_batch: fc.constant('s1'),
    rooms: mostly(shaped({ join: rooms, invite: rooms, leave: rooms })),
  });
  fc.assert(
    fc.property(answer, (one) => {
      const read = readSync(one, ME);
      expect(read.nextBatch).toBe('s1');
      for (const { roomId, timeline } of read.joined) {
        const given = (one.rooms as { join: Record<string, { timeline?: { events?: unknown } }> }).join[
          roomId
        ];
        const events = given?.timeline?.events;
        expect(timeline).toEqual(Array.isArray(events) ? events : []);
      }
    }),
    tries(150),
  );
});
