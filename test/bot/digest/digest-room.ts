import { afterEach, beforeEach } from 'vitest';
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
import type { LinkState } from '../../../commands/operations/operations.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import { DEFAULT_TIME } from '../../../knowledge/digest/subscription.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { digestTools } from '../../support/commands/digest.ts';
import { idleStatus } from '../../support/commands/operations.ts';
import { fresh, mark } from '../../support/register.ts';

export const ROOM = '!projet:example.org';
export const OWNER = '@camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr';
export const calendar = createCalendar();

/** A Monday. */
export const MONDAY = '2026-11-23';

export class Died extends Error {}

export let database: Database;
export let now: number;

/** What the transport was given: once for a cause, as it does. */
export let sent: Map<string, Outgoing>;
export let logged: string[];
/** What the administration was told. */
export let reported: string[];

export const add = (fields: Partial<Entry>, cause: string = crypto.randomUUID()) =>
  createRegisterStore(database).add(
    ROOM,
    'ajout',
    [fresh({ offre: null, offre_acceptable: null, ...fields })],
    mark(cause),
  );

/** A derogation that ends so many days after Monday 23 November 2026. */
export const ending = (days: number, fields: Partial<Entry> = {}) =>
  add({ fin: addDays(MONDAY, days), ...fields });

export interface Run {
  readonly state?: LinkState;
  readonly kind?: RoomKind;
  readonly heartbeat?: boolean;
  readonly ledger?: DigestLedger;
  readonly diesAfterSending?: boolean;
}

export const look = (day: string, hour: number, run: Run = {}): Promise<void> => {
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
    report: {
      sent: ({ period, late }) => void reported.push(`${period} ${late ? 'late' : 'in time'}`),
      missed: ({ period }) => void reported.push(`${period} missed`),
    },
    log: createLog({ level: 'info', write: (line) => void logged.push(line) }),
  });
};

export const titles = (): readonly string[] => [...sent.values()].map(({ answer }) => answer.title);
export const text = (): string => [...sent.values()].map(({ answer }) => renderText(answer)).join('\n');

/** Each test has a database of its own, in which one room receives the digest on Mondays. */
export const useDigestRoom = (): void => {
  beforeEach(async () => {
    database = await openDatabase(':memory:');
    sent = new Map();
    logged = [];
    reported = [];
    now = instantOf(MONDAY, 0);
    await saveRoom(database, ROOM, {});
    const since = instantOf('2026-11-22', 0);
    await createDigestStore(database).subscribe(
      { roomId: ROOM, ...DEFAULT_TIME, since, pausedUntil: null },
      OWNER,
    );
  });
  afterEach(() => database.destroy());
};
