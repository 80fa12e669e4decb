import { beforeEach, describe, expect, it } from 'vitest';
import { alert } from '../../../bot/matrix/send/to-outbox.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const HOUR = 3_600_000;
let queues = createMemoryQueues();
let now: number;
beforeEach(() => {
  queues = createMemoryQueues();
  now = 1_800_000_000_000;
});

const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const options = { adminRoom: '!admin:b.fr', now: () => now, log };
const notice = (key: string, text: string) => ({ key, everyMs: HOUR, text });
const said = (): readonly string[] =>
  queues.tables.outbox.map(({ content }) => JSON.parse(content ?? '{}').body);

describe('alerts', () => {
  it('stop after twenty in an hour, the last of which says so, and go on the next hour with what still lasts', async () => {
    for (let i = 0; i < 100; i++) await alert(queues, options, notice(`essai/${i}`, `n° ${i}`));
    expect(said()).toHaveLength(20);
    expect(said().at(18)).toBe('n° 18');
    expect(said().at(-1)).toContain('Plus de vingt alertes en une heure');
    now += HOUR;
    await alert(queues, options, notice('essai/99', 'n° 99'));
    expect(said().at(-1)).toBe('n° 99');
  });

  it('of the same key are one', async () => {
    await alert(queues, options, notice('essai', 'a'));
    await alert(queues, options, notice('essai', 'b'));
    expect(said()).toEqual(['a']);
  });

  it('need a room', async () => {
    await alert(queues, { ...options, adminRoom: null }, notice('essai', 'a'));
    expect(said()).toEqual([]);
  });
});
