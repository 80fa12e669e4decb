import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../bot/digest/due.ts';
import { createCalendar } from '../../../bot/digest/holidays.ts';
import { runDigests } from '../../../bot/digest/runner.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Outgoing } from '../../../bot/messages.ts';
import { renderText } from '../../../bot/render/text.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { saveRoom } from '../../../bot/store/queues/rooms.ts';
import { createDigestLedger, type DigestLedger } from '../../../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../../../bot/store/records/digest-store.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import type { RoomKind } from '../../../commands/command.ts';
import { createDigest } from '../../../commands/digest/digest.ts';
import type { LinkState } from '../../../commands/operations/operations.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import { DEFAULT_TIME } from '../../../knowledge/digest/subscription.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { digestTools } from '../../support/commands/digest.ts';
import { idleStatus } from '../../support/commands/operations.ts';
import { conversation, invocation } from '../../support/commands/rule-commands.ts';
import { fresh, mark } from '../../support/register.ts';

const ROOM = '!projet:example.org';
const OWNER = '@camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr';
const calendar = createCalendar();
const MINUTE = 60_000;
/** A Monday. */
const MONDAY = '2026-11-23';

class Died extends Error {}

let database: Database;
let now: number;
/** What the transport was given: once for a cause, as it does. */
let sent: Map<string, Outgoing>;
let logged: string[];

beforeEach(async () => {
  database = await openDatabase(':memory:');
  sent = new Map();
  logged = [];
  now = instantOf(MONDAY, 0);
  await saveRoom(database, ROOM, {});
  const since = instantOf('2026-11-22', 0);
  await createDigestStore(database).subscribe(
    { roomId: ROOM, ...DEFAULT_TIME, since, pausedUntil: null },
    OWNER,
  );
});
afterEach(() => database.destroy());

const add = (fields: Partial<Entry>, cause: string = crypto.randomUUID()) =>
  createRegisterStore(database).add(
    ROOM,
    'ajout',
    [fresh({ offre: null, offre_acceptable: null, ...fields })],
    mark(cause),
  );

/** A derogation that ends so many days after Monday 23 November 2026. */
const ending = (days: number, fields: Partial<Entry> = {}) => add({ fin: addDays(MONDAY, days), ...fields });

interface Run {
  readonly state?: LinkState;
  readonly kind?: RoomKind;
  readonly heartbeat?: boolean;
  readonly ledger?: DigestLedger;
  readonly diesAfterSending?: boolean;
}

const look = (day: string, hour: number, run: Run = {}): Promise<void> => {
  now = instantOf(day, hour * 60);
  const tools = digestTools({
    store: createRegisterStore(database),
    digest: createDigestStore(database),
  });
  return runDigests({
    ledger: run.ledger ?? createDigestLedger(database),
    planning: () => ({ tools, calendar, monthlyHeartbeat: run.heartbeat ?? false }),
    roomKind: async () => run.kind ?? 'private',
    transport: {
      status: () => ({ ...idleStatus, state: run.state ?? 'running' }),
      send: async (outgoing) => {
        if (!sent.has(outgoing.cause)) sent.set(outgoing.cause, outgoing);
        if (run.diesAfterSending === true) throw new Died();
      },
    },
    now: () => now,
    log: createLog({ level: 'info', write: (line) => void logged.push(line) }),
  });
};

const titles = (): readonly string[] => [...sent.values()].map(({ answer }) => answer.title);
const text = (): string => [...sent.values()].map(({ answer }) => renderText(answer)).join('\n');

describe('a subscription made while deadlines are past or near', () => {
  const subscribe = async (args: string, day: string) => {
    now = instantOf(day, 14 * 60);
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
  });

  it('missed for more than six days, it is given up and logged; the next one comes', async () => {
    await ending(60);
    await look('2026-11-30', 9);
    expect([...sent.keys()]).toEqual([`digest/${ROOM}/2026-W49`]);
    expect(logged.filter((line) => line.includes('digest-skipped'))).toHaveLength(1);
  });

  it('waits for a connection rather than grow old', async () => {
    await ending(20);
    await look(MONDAY, 9, { state: 'reconnecting' });
    expect(titles()).toEqual([]);
    await look(MONDAY, 14);
    expect(titles()).toEqual(['Échéances des dérogations au 23/11/2026 (en retard)']);
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
