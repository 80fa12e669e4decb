import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../bot/digest/due.ts';
import { renderText } from '../../../bot/render/text.ts';
import { saveRoom } from '../../../bot/store/queues/rooms.ts';
import { createDigestLedger } from '../../../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../../../bot/store/records/digest-store.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import { DEFAULT_TIME } from '../../../knowledge/digest/subscription.ts';
import { fresh, mark } from '../../support/register.ts';
import {
  Died,
  database,
  ending,
  logged,
  look,
  MONDAY,
  now,
  OWNER,
  ROOM,
  sent,
  text,
  titles,
  useDigestRoom,
} from './digest-room.ts';

const MINUTE = 60_000;

useDigestRoom();

describe('wherever the process dies', () => {
  it('before the message is written down: it is drawn up again', async () => {
    await ending(20);
    const real = createDigestLedger(database);
    const ledger = { ...real, plan: () => Promise.reject(new Died()) };
    await look(MONDAY, 9, { ledger });
    expect(titles()).toEqual([]);
    await look(MONDAY, 10);
    expect(titles()).toHaveLength(1);
  });

  it('between writing it down and handing it over: what was written is sent, not what is true later', async () => {
    await ending(20, { projet: 'Paie' });
    const real = createDigestLedger(database);
    let looks = 0;
    // The first reading comes before anything is written; the second one never comes.
    const ledger = { ...real, planned: () => (looks++ === 0 ? real.planned() : Promise.reject(new Died())) };
    await expect(look(MONDAY, 9, { ledger })).rejects.toThrow(Died);
    expect(titles()).toEqual([]);
    await ending(10, { projet: 'Archives' });
    await look(MONDAY, 12);
    await look(MONDAY, 13);
    expect([...sent.keys()]).toEqual([`digest/${ROOM}/2026-W48`]);
    expect(text()).toContain('Paie');
    expect(text()).not.toContain('Archives');
  });

  it('after handing it over, before noting it: the transport knows the cause', async () => {
    await ending(20);
    await expect(look(MONDAY, 9, { diesAfterSending: true })).rejects.toThrow(Died);
    await look(MONDAY, 9);
    await look('2026-11-24', 9);
    expect(sent.size).toBe(1);
  });

  it.each([
    [MONDAY, false],
    ['2026-11-24', true],
  ])('the log says whether it left on another day than it was written: on %s, %s', async (day, late) => {
    await ending(20);
    await expect(look(MONDAY, 9, { diesAfterSending: true })).rejects.toThrow(Died);
    await look(day, 10);
    const left = logged.filter((line) => line.includes('digest-sent'));
    expect(left.map((line) => JSON.parse(line))).toMatchObject([{ late }]);
  });

  it('two processes that look at the same time send one', async () => {
    await ending(20);
    await Promise.all([look(MONDAY, 9), look(MONDAY, 9)]);
    expect(sent.size).toBe(1);
  });

  it('one room that cannot be read does not keep the others waiting', async () => {
    await ending(20);
    const other = '!autre:example.org';
    await saveRoom(database, other, {});
    await createDigestStore(database).subscribe(
      { roomId: other, ...DEFAULT_TIME, since: instantOf('2026-11-22', 0), pausedUntil: null },
      OWNER,
    );
    await createRegisterStore(database).add(other, 'ajout', [fresh({ fin: addDays(MONDAY, 3) })], mark('$x'));
    await database.updateTable('derogations').set({ entry: '{' }).where('room_id', '=', ROOM).execute();
    await look(MONDAY, 9);
    expect([...sent.keys()]).toEqual([`digest/${other}/2026-W48`]);
    expect(logged.some((line) => line.includes('digest-failed'))).toBe(true);
  });
});

describe('a year of Mondays and working days, with eight hours of downtime', () => {
  it('one digest a week and each threshold once', async () => {
    await ending(200, { projet: 'Paie' });
    await ending(1, { projet: 'Archives' });
    let day = MONDAY;
    for (let index = 0; index < 365; index += 1, day = addDays(day, 1)) {
      // Off from 4 to 12 every third day: the first look of such a day is at noon.
      for (const hour of index % 3 === 0 ? [12, 18] : [9, 13]) await look(day, hour);
    }
    const weeks = [...sent.keys()].filter((cause) => cause.includes('-W'));
    // « Archives » is overdue all year long: nobody has acknowledged it.
    expect(weeks).toHaveLength(53);
    expect(new Set(weeks).size).toBe(53);
    const paie = [...sent.values()].filter(
      ({ answer }) => answer.title.startsWith('Rappel') && renderText(answer).includes('Paie'),
    );
    expect(paie.length).toBeLessThanOrEqual(4);
    const told = await createDigestStore(database).told(ROOM);
    expect(
      told
        .filter(({ number }) => number === 1)
        .map(({ stage }) => stage)
        .filter((stage) => stage >= 0)
        .toSorted((a, b) => b - a),
    ).toEqual([90, 30, 7, 0]);
    expect(now).toBeGreaterThan(instantOf(MONDAY, 0) + 364 * 24 * 60 * MINUTE);
  });
});
