import { beforeEach, describe, expect, it } from 'vitest';
import { createNotify, type NotifyOptions } from '../../../bot/administration/notify.ts';
import { notices } from '../../../bot/administration/wording.ts';
import { createLog } from '../../../bot/log/log.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const HOUR = 3_600_000;
let queues = createMemoryQueues();
let sent: { readonly text: string; readonly cause: string }[];
let lines: string[];
let now: number;

beforeEach(() => {
  queues = createMemoryQueues();
  sent = [];
  lines = [];
  now = 1_800_000_000_000;
});

const notify = (change: Partial<NotifyOptions> = {}) =>
  createNotify({
    queues,
    adminRoom: '!admin:b.fr',
    post: async (text, cause) => void sent.push({ text, cause }),
    now: () => now,
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    ...change,
  });

describe('the administration room', () => {
  it('is told in a sentence', async () => {
    await notify()(notices.throttled(25));
    expect(sent).toMatchObject([{ text: expect.stringMatching(/^Le serveur ralentit le robot/) }]);
  });

  it('is not told the same thing again before its time, even after a restart', async () => {
    await notify()(notices.throttled(25));
    now += HOUR - 1;
    await notify()(notices.throttled(80));
    expect(sent).toHaveLength(1);
    now += 1;
    await notify()(notices.throttled(80));
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ cause }) => cause)).size).toBe(2);
  });

  it('is told different things at once', async () => {
    await notify()(notices.throttled(25));
    await notify()(notices.backlog(60, 0));
    await notify()(notices.digestLate('!a:b.fr', '2026-11-16'));
    await notify()(notices.digestLate('!c:b.fr', '2026-11-16'));
    expect(sent).toHaveLength(4);
  });

  it('a supervisor that restarts the bot without end does not fill it', async () => {
    for (let i = 0; i < 100; i++) {
      now += 5000;
      await notify()(notices.started('0.1.0', '3f2a9c'));
    }
    expect(sent).toHaveLength(1);
  });

  it('without a room, the log is told', async () => {
    await notify({ adminRoom: null })(notices.digestLate('!salon:b.fr', '2026-11-16'));
    expect(sent).toEqual([]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'notice', kind: 'digest-late' }]);
    expect(lines.join('')).not.toContain('!salon');
  });

  it('a room that is named after the log was told is told at once', async () => {
    await notify({ adminRoom: null })(notices.started('0.1.0', '3f2a9c'));
    await notify({ adminRoom: null })(notices.started('0.1.0', '3f2a9c'));
    expect(lines).toHaveLength(1);
    await notify()(notices.started('0.1.0', '3f2a9c'));
    expect(sent).toHaveLength(1);
  });

  it('a failure is logged, and the notice is tried again', async () => {
    const failing = async () => {
      throw new Error('canari');
    };
    await notify({ post: failing })(notices.throttled(25));
    await notify()(notices.throttled(25));
    expect(sent).toHaveLength(1);
    expect(lines.join('')).toContain('notice-failed');
    expect(lines.join('')).not.toContain('canari');
  });
});
