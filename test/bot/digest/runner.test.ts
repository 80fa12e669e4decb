import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../bot/digest/due.ts';
import { createDigestLedger } from '../../../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../../../bot/store/records/digest-store.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import { createDigest } from '../../../commands/digest/digest.ts';
import { digestTools } from '../../support/commands/digest.ts';
import { conversation, invocation } from '../../support/commands/rule-commands.ts';
import {
  database,
  ending,
  logged,
  look,
  MONDAY,
  OWNER,
  ROOM,
  reported,
  sent,
  titles,
  useDigestRoom,
} from './digest-room.ts';

useDigestRoom();

describe('a subscription made while deadlines are past or near', () => {
  const subscribe = async (args: string, day: string) => {
    const now = instantOf(day, 14 * 60);
    const tools = digestTools({ store: createRegisterStore(database), digest: createDigestStore(database) });
    const asked = { conversation: conversation({ roomId: ROOM, right: 'moderator' }), today: day, now };
    await createDigest(tools).run({ ...invocation(args), ...asked });
  };

  it.each([
    'abonner vendredi 9h',
    'reprendre',
  ])('%s brings no reminder of them before the digest', async (args) => {
    for (const days of [-40, 6, 25, 80]) await ending(days);
    await subscribe('abonner vendredi 9h', '2026-11-24');
    await subscribe(args, '2026-11-24');
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await look(day, 15);
    expect(titles()).toEqual([]);
    await look('2026-11-27', 9);
    expect(titles()).toEqual(['Échéances des dérogations au 27/11/2026']);
  });

  it('leaves the reminder of a threshold that is reached afterwards', async () => {
    await ending(9);
    await subscribe('abonner vendredi 9h', '2026-11-24');
    await look('2026-11-25', 9);
    expect(titles()).toEqual(['Rappel d’échéance, 25/11/2026']);
  });
});

describe('a digest', () => {
  it('is remembered for sixty days after it was settled', async () => {
    const forgotten: number[] = [];
    const ledger = {
      ...createDigestLedger(database),
      tidy: async (before: number) => void forgotten.push(before),
    };
    await look(MONDAY, 9, { ledger });
    expect(forgotten).toEqual([instantOf('2026-09-24', 10 * 60)]);
  });

  it('is sent at its hour, once, under a cause that names room and week', async () => {
    await ending(20);
    for (const hour of [8, 9, 10, 15]) await look(MONDAY, hour);
    await look('2026-11-24', 9);
    expect([...sent.keys()]).toEqual([`digest/${ROOM}/2026-W48`]);
    expect(titles()).toEqual(['Échéances des dérogations au 23/11/2026']);
  });

  it('says nothing when there is nothing to say, even if something comes up later in the week', async () => {
    await ending(91);
    await look(MONDAY, 9);
    await ending(20);
    await look(MONDAY, 11);
    expect(titles()).toEqual([]);
  });

  it('rings the people responsible from J-30 only, as a text', async () => {
    await ending(31);
    await look(MONDAY, 9);
    expect([...sent.values()].map(({ msgtype, mentions }) => ({ msgtype, mentions }))).toEqual([
      { msgtype: 'notice', mentions: [] },
    ]);
    await look('2026-11-30', 9);
    expect([...sent.values()].at(-1)).toMatchObject({
      msgtype: 'text',
      mentions: [OWNER],
      priority: 'scheduled',
    });
  });

  it('missed in the morning, it is marked late', async () => {
    await ending(20);
    await look(MONDAY, 17);
    expect(titles()).toEqual(['Échéances des dérogations au 23/11/2026 (en retard)']);
    expect(reported).toEqual(['2026-W48 late']);
  });

  it('missed for more than six days, it is given up and logged; the next one comes', async () => {
    await ending(60);
    await look('2026-11-30', 9);
    expect([...sent.keys()]).toEqual([`digest/${ROOM}/2026-W49`]);
    expect(logged.filter((line) => line.includes('digest-skipped'))).toHaveLength(1);
    expect(reported).toEqual(['2026-W48 missed', '2026-W49 in time']);
  });

  it('waits for a connection rather than grow old', async () => {
    await ending(20);
    await look(MONDAY, 9, { state: 'reconnecting' });
    expect(titles()).toEqual([]);
    await look(MONDAY, 14);
    expect(titles()).toEqual(['Échéances des dérogations au 23/11/2026 (en retard)']);
    expect(reported).toEqual(['2026-W48 late']);
  });

  it.each([
    'external',
    'forum',
    'unknown',
  ] as const)('is not sent to a room that has become %s', async (kind) => {
    await ending(20);
    await look(MONDAY, 9, { kind });
    await look(MONDAY, 10);
    expect(titles()).toEqual([]);
    expect(logged.filter((line) => line.includes('digest-skipped'))).toHaveLength(1);
  });

  it('a heartbeat on the first Monday of a month, if the configuration asks for it', async () => {
    await look('2026-11-30', 9, { heartbeat: true });
    expect(titles()).toEqual([]);
    await look('2026-12-07', 9, { heartbeat: true });
    await look('2026-12-14', 9, { heartbeat: true });
    expect([...sent.keys()]).toEqual([`digest/${ROOM}/2026-W50`]);
  });
});

describe('reminders between two digests', () => {
  it('the day a threshold is reached, once, and none for what the digest has just said', async () => {
    await ending(9, { projet: 'Paie' });
    await ending(3, { projet: 'Archives' });
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
      await look(day, 9);
    expect([...sent.keys()]).toEqual([
      `digest/${ROOM}/2026-W48`,
      // J-7 of the first one, then J0 of the second.
      `digest/${ROOM}/2026-11-25`,
      `digest/${ROOM}/2026-11-26`,
    ]);
    expect(titles().slice(1)).toEqual(['Rappel d’échéance, 25/11/2026', 'Rappel d’échéance, 26/11/2026']);
  });

  it('a deadline on a Saturday is recalled on Friday', async () => {
    await ending(5, { projet: 'Paie' });
    for (const day of ['2026-11-23', '2026-11-27', '2026-11-28']) await look(day, 9);
    expect([...sent.keys()].at(-1)).toBe(`digest/${ROOM}/2026-11-27`);
  });
});
