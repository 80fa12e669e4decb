import { describe, expect, it } from 'vitest';
import { type LimitOptions, withLimits } from '../../../bot/limits/limits.ts';
import { MinuteCounter } from '../../../bot/limits/window.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Outgoing } from '../../../bot/messages.ts';
import { dialogue } from '../../support/answers.ts';
import { handlerOf } from '../../support/handlers.ts';
import { message, messagesOf, reaction } from '../../support/messages.ts';

const setUp = (options: Partial<LimitOptions> = {}) => {
  const { handler, received } = handlerOf(() => dialogue('oui'));
  const limited: string[] = [];
  const told: Outgoing[] = [];
  const timers: { act: () => void; milliseconds: number }[] = [];
  const lines: string[] = [];
  const clock = { time: 0, now: () => clock.time };
  const handle = withLimits(handler, {
    perPersonPerMinute: 2,
    perRoomPerMinute: 3,
    isInterviewed: async () => false,
    clock,
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    corpusVersion: () => '3f2a9c',
    onLimited: (by) => limited.push(by),
    send: async (outgoing) => void told.push(outgoing),
    later: (act, milliseconds) => void timers.push({ act, milliseconds }),
    ...options,
  });
  /** The minute ends. */
  const minute = (): void => {
    for (const { act } of timers.splice(0)) act();
  };
  return { handle, received, limited, lines, clock, told, timers, minute };
};

const titlesOf = async (answers: readonly ReturnType<ReturnType<typeof withLimits>>[]) =>
  (await Promise.all(answers)).map((sent) => messagesOf(sent)[0]?.answer.title ?? 'silence');

const unreadIn = ({ answer }: Outgoing): unknown => answer.data?.unread;

describe('a burst', () => {
  it('is told once how many messages were not read, in place of the first sentence', async () => {
    const { handle, told, timers, minute, clock } = setUp();
    clock.time = 45_000;
    const sent = [];
    for (let index = 0; index < 11; index++) sent.push(...(await handle(message({ eventId: `$m${index}` }))));
    expect(sent.map((one) => ('answer' in one ? one.answer.title : ''))).toEqual([
      '',
      '',
      'Trop de demandes à la fois',
    ]);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([15_000]);
    minute();
    expect(told.map(unreadIn)).toEqual([9]);
    expect(told[0]).toMatchObject({ edits: '$m2', cause: 'burst/$m2', msgtype: 'notice', mentions: [] });
    expect(JSON.stringify(told[0]?.answer.blocks)).toContain('9 demandes n’ont pas été lues');
  });

  it('of one message too many is told at once, and no more', async () => {
    const { handle, told, minute } = setUp();
    for (let index = 0; index < 3; index++) await handle(message());
    minute();
    expect(told).toEqual([]);
  });

  it('that goes on over the minute is counted minute by minute', async () => {
    const { handle, told, minute, clock } = setUp();
    for (let index = 0; index < 5; index++) await handle(message({ eventId: `$a${index}` }));
    clock.time = 60_000;
    for (let index = 0; index < 6; index++) await handle(message({ eventId: `$b${index}` }));
    minute();
    expect(told.map((one) => [one.edits, unreadIn(one)])).toEqual([
      ['$a2', 3],
      ['$b2', 4],
    ]);
  });

  it('in a room full of people is told to the room', async () => {
    const { handle, told, minute } = setUp();
    const people = ['@a:b.fr', '@b:b.fr', '@c:b.fr', '@a:b.fr', '@b:b.fr', '@c:b.fr'];
    for (const sender of people) await handle(message({ sender, eventId: `$${sender}` }));
    minute();
    expect(told.map(unreadIn)).toEqual([3]);
    expect(JSON.stringify(told)).toContain('dans un même salon');
  });
});

describe('limits by minute', () => {
  it('a person gets so many answers, one notice, then silence', async () => {
    const { handle, limited } = setUp();
    const titles = await titlesOf([1, 2, 3, 4, 5].map(() => handle(message())));
    expect(titles).toEqual(['', '', 'Trop de demandes à la fois', 'silence', 'silence']);
    expect(limited).toEqual(['person', 'person', 'person']);
  });

  it('a person who insists does not use up what is left to the room', async () => {
    const { handle } = setUp();
    for (let i = 0; i < 20; i++) await handle(message());
    expect(await titlesOf([handle(message({ sender: '@autre:b.fr' }))])).toEqual(['']);
  });

  it('a room gets so many answers, one notice, then silence', async () => {
    const { handle } = setUp();
    const people = ['@a:b.fr', '@b:b.fr', '@c:b.fr', '@a:b.fr', '@b:b.fr'];
    const titles: string[] = [];
    for (const sender of people) titles.push(...(await titlesOf([handle(message({ sender }))])));
    expect(titles).toEqual(['', '', '', 'Trop de demandes à la fois', 'silence']);
  });

  it('three people at the limit of a room leave the fourth an answer', async () => {
    const { handle } = setUp();
    for (const sender of ['@a:b.fr', '@b:b.fr', '@c:b.fr', '@a:b.fr', '@b:b.fr', '@c:b.fr'])
      await handle(message({ sender }));
    expect(await titlesOf([handle(message({ sender: '@d:b.fr' }))])).toEqual(['']);
    expect(await titlesOf([handle(message({ sender: '@d:b.fr' }))])).toEqual(['silence']);
  });

  it('an export counts by what it sends', async () => {
    const file = { name: 'a.csv', mimetype: 'text/csv', text: 'a' };
    const { handler } = handlerOf(() => ({ ...dialogue('x'.repeat(30_000)), file }));
    const { limited } = setUp();
    const handle = withLimits(handler, {
      perPersonPerMinute: 4,
      perRoomPerMinute: 30,
      isInterviewed: async () => false,
      clock: { now: () => 0 },
      log: createLog({ level: 'silent' }),
      corpusVersion: () => '3f2a9c',
      onLimited: (by) => limited.push(by),
      send: async () => {},
    });
    for (let i = 0; i < 3; i++) await handle(message());
    expect(limited).toEqual(['person']);
  });

  it('a person is counted over all rooms', async () => {
    const { handle } = setUp();
    const titles = await titlesOf(
      ['!a:b.fr', '!c:b.fr', '!d:b.fr'].map((roomId) => handle(message({ roomId }))),
    );
    expect(titles[2]).toBe('Trop de demandes à la fois');
  });

  it('the next minute begins anew', async () => {
    const { handle, clock } = setUp();
    for (let i = 0; i < 5; i++) await handle(message());
    clock.time = 60_000;
    expect(await titlesOf([handle(message())])).toEqual(['']);
  });

  it.each([
    ['a reaction', reaction()],
    ['what is only overheard', message({ addressed: 'none' })],
    ['the console', message({ room: 'console' })],
  ])('%s is not counted', async (_, incoming) => {
    const { handle, limited } = setUp();
    for (let i = 0; i < 9; i++) await handle(incoming);
    expect(limited).toEqual([]);
  });

  it('replies to a guided interview are not counted, as many as somebody can type', async () => {
    const { handle, limited } = setUp({ isInterviewed: async (_, sender) => sender === '@a:b.fr' });
    const reply = message({ sender: '@a:b.fr', text: 'oui' });
    for (let i = 0; i < 30; i++) await handle(reply);
    expect(limited).toEqual([]);
    for (let i = 0; i < 3; i++) await handle(reply);
    expect(limited).toEqual(['person']);
  });

  it('commands are counted during an interview too', async () => {
    const { handle, limited } = setUp({ isInterviewed: async () => true });
    for (let i = 0; i < 3; i++) await handle(message({ text: '!r9' }));
    expect(limited).toEqual(['person']);
  });

  it('the notice replies to the message, once even if it is handled again after a crash', async () => {
    const { handle } = setUp({ perPersonPerMinute: 1 });
    await handle(message());
    expect(await handle(message({ eventId: '$b', thread: '$t' }))).toMatchObject([
      { replyTo: '$b', cause: '$b', thread: '$t', msgtype: 'notice' },
    ]);
  });

  it('the log does not say who', async () => {
    const { handle, lines } = setUp({ perPersonPerMinute: 1 });
    for (let i = 0; i < 3; i++) await handle(message());
    expect(lines.map((line) => JSON.parse(line).msg)).toContain('limited');
    expect(lines.join('')).not.toMatch(/dupont|salon|R9/);
  });
});

it('memory is bounded whatever the number of people', () => {
  const counter = new MinuteCounter(100);
  for (let i = 0; i < 10_000; i++) counter.count(`@${i}:b.fr`, 0);
  expect(counter.size).toBe(100);
  expect(counter.count('@9999:b.fr', 0)).toBe(2);
});
