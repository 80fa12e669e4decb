import { describe, expect, it } from 'vitest';
import { readSync } from '../../../../bot/matrix/events/sync-response.ts';

const event = { event_id: '$q', type: 'm.room.message', sender: '@a:x', origin_server_ts: 1, content: {} };

describe('what is malformed in an answer of /sync holds up nothing else', () => {
  it.each([
    [[]],
    [null],
    ['x'],
    [{ timeline: [] }],
    [{ timeline: { events: {} } }],
    [{ state: 3, summary: [] }],
  ])('a room given as %j', (room) => {
    const { joined } = readSync(
      { next_batch: 's1', rooms: { join: { '!bad:x': room, '!good:x': { timeline: { events: [event] } } } } },
      '@me:x',
    );
    expect(joined.map(({ roomId, timeline }) => [roomId, timeline])).toEqual([
      ['!bad:x', []],
      ['!good:x', [event]],
    ]);
  });

  it('an invitation given as a list, or rooms given as anything', () => {
    expect(
      readSync({ next_batch: 's1', rooms: { invite: { '!bad:x': [] }, leave: [] } }, '@me:x'),
    ).toMatchObject({
      joined: [],
      invited: [],
      left: [],
    });
    expect(readSync({ next_batch: 's1', rooms: 'x' }, '@me:x').joined).toEqual([]);
  });
});
