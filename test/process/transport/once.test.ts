import { rmSync } from 'node:fs';
import { join } from 'node:path';
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

describe('nothing is repeated', () => {
  it('sends once when the connection is cut after the homeserver has accepted', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match: /PUT .*\/send\//, times: 2, action: 'reset-after' });
    homeserver.events(room, [homeserver.text('R9')]);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', 'réponse à fin']);
    expect(homeserver.requests.filter((line) => line.includes('/send/')).length).toBeGreaterThan(3);
  });

  it('answers an event once, though it comes twice', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const event = homeserver.text('R9');
    homeserver.events(room, [event, event]);
    homeserver.events(room, [event]);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', 'réponse à fin']);
  });

  it('waits as long as a 429 asks, then sends the same transaction', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const refusal = { errcode: 'M_LIMIT_EXCEEDED', error: 'slow', retry_after_ms: 400 };
    homeserver.faults.push({ match: /PUT .*\/send\//, times: 1, action: { status: 429, body: refusal } });
    const asked = Date.now();
    homeserver.events(room, [homeserver.text('R9')]);
    await count(1);
    expect((homeserver.sent[0]?.at ?? 0) - asked).toBeGreaterThanOrEqual(400);
    const puts = homeserver.requests.filter((line) => line.includes('/send/'));
    expect(new Set(puts).size).toBe(1);
  });

  it('says the same thing once, whatever number of times it is told to', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const outgoing = { ...replyTo(incoming(), 'le résumé'), replyTo: null, cause: 'resume/1' };
    await bot.transport.send(outgoing);
    await bot.transport.send(outgoing);
    await settled();
    expect(bodies()).toEqual(['le résumé', 'réponse à fin']);
  });
});

describe('history is not answered', () => {
  it('at the first start, nor after the loss of the database', async () => {
    homeserver.initial = {
      join: {
        [room]: {
          summary: { 'm.joined_member_count': 2 },
          state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
          timeline: { events: [homeserver.text('ancien')], limited: true, prev_batch: 'p' },
        },
      },
    };
    await bot.start(parrot());
    await settled();
    await bot.stop();
    rmSync(join(bot.folder, 'bot.sqlite'));
    await bot.start(parrot());
    homeserver.events(room, [homeserver.text('nouveau')]);
    await until('the last answer', () => bodies().includes('réponse à nouveau'));
    expect(bodies()).toEqual(['réponse à fin', 'réponse à nouveau']);
  });

  it('even when the homeserver gives it as news after a first start', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('hier', { at: Date.now() - 60_000 })]);
    await settled();
    expect(bodies()).toEqual(['réponse à fin']);
  });

  it('when the bot joins a room', async () => {
    await bot.start(parrot());
    homeserver.say({
      join: {
        [room]: {
          summary: { 'm.joined_member_count': 2 },
          state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
          timeline: {
            events: [homeserver.text('avant'), homeserver.arrival(), homeserver.text('après')],
            limited: true,
            prev_batch: 'p',
          },
        },
      },
    });
    await settled();
    expect(bodies()).toEqual(['réponse à après', 'réponse à fin']);
  });

  it('older than twelve hours', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('hier', { at: Date.now() - 13 * 3_600_000 })]);
    await settled();
    expect(bodies()).toEqual(['réponse à fin']);
  });
});
