import { describe, expect, it } from 'vitest';
import { currentRoom, decide, decisionOn, readSuccessions } from '../../../bot/queues/successions.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const chain = async (...pairs: readonly (readonly [string, string])[]) => {
  const queues = createMemoryQueues();
  for (const [from, to] of pairs) await decide(queues, { from, to }, 'followed');
  return queues;
};

describe('the room of today', () => {
  it('is the last of those that have replaced each other', async () => {
    const queues = await chain(['!a', '!b'], ['!b', '!c'], ['!x', '!y']);
    expect(await currentRoom(queues, '!a')).toBe('!c');
    expect(await currentRoom(queues, '!c')).toBe('!c');
    expect(await currentRoom(queues, '!jamais-vu')).toBe('!jamais-vu');
  });

  it('is the room itself when the others form a circle', async () => {
    expect(await currentRoom(await chain(['!a', '!b'], ['!b', '!a']), '!a')).toBe('!a');
    expect(await currentRoom(await chain(['!a', '!a']), '!a')).toBe('!a');
  });

  it('is not one that does not name its predecessor', async () => {
    const queues = await chain();
    await decide(queues, { from: '!a', to: '!piege' }, 'refused');
    expect(await currentRoom(queues, '!a')).toBe('!a');
    expect(await readSuccessions(queues)).toEqual([]);
    expect(await decisionOn(queues, { from: '!a', to: '!piege' })).toBe('refused');
    expect(await decisionOn(queues, { from: '!a', to: '!autre' })).toBeNull();
  });
});
