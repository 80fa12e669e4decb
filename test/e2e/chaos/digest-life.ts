import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, localTime } from '../../../bot/digest/due.ts';
import { createCalendar } from '../../../bot/digest/holidays.ts';
import { runDigests } from '../../../bot/digest/runner.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Outgoing } from '../../../bot/messages.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { createQueues } from '../../../bot/store/queues/open-queues.ts';
import { createDigestLedger } from '../../../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../../../bot/store/records/digest-store.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import { digestTools } from '../../support/commands/digest.ts';
import { idleStatus } from '../../support/commands/operations.ts';
import { fresh, mark } from '../../support/register.ts';
import type { Measured } from './measured.ts';
import type { Stage } from './scenario.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = instantOf('2026-11-23', 0);
const OWNER = '@camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr';
/** Day of the week and minute of the day, one room each. */
const HOURS = [
  [1, 540],
  [3, 0],
  [5, 1050],
] as const;
const KEPT = 30 * DAY;
const calendar = createCalendar();

class Died extends Error {}

/** What the rooms of a simulated life have been sent: times each week was new to the outbox, by room and week. */
interface Life {
  now: number;
  readonly given: Map<string, number>;
  deaths: number;
}

const look = async (database: Database, life: Life, random: () => number): Promise<void> => {
  const { outbox } = createQueues(database);
  const dies = random() < 0.02 ? random() : 1;
  const send = async ({ roomId, cause }: Outgoing): Promise<void> => {
    if (dies < 0.5) throw new Died();
    const isNew = (await outbox.partsOf(cause)).length === 0;
    const row = {
      roomId,
      kind: 'message',
      content: {},
      priority: 'scheduled',
      part: 0,
      edits: null,
    } as const;
    await outbox.enqueue([{ ...row, cause }], life.now);
    if (isNew) life.given.set(cause, (life.given.get(cause) ?? 0) + 1);
    if (dies < 1) throw new Died();
  };
  await runDigests({
    ledger: createDigestLedger(database),
    planning: () => ({
      tools: digestTools({ store: createRegisterStore(database), digest: createDigestStore(database) }),
      calendar,
      monthlyHeartbeat: false,
    }),
    roomKind: async () => 'private',
    transport: { status: () => ({ ...idleStatus, state: 'running' }), send },
    now: () => life.now,
    log: createLog({ level: 'error', write: () => {} }),
  });
};

/** Three years of digests by a simulated clock, over a real database that is closed and opened again at each death. */
export const threeYears = async (stage: Stage): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'recapitulatifs-'));
  const path = join(folder, 'bot.sqlite');
  const end = START + stage.count(3 * 365, 60) * DAY;
  const life: Life = { now: START, given: new Map(), deaths: 0 };
  let database = await openDatabase(path);
  const ids = HOURS.map((_, index) => `!projet${index}:example.org`);
  for (const [index, roomId] of ids.entries()) {
    const [weekday = 1, minute = 540] = HOURS[index] ?? [];
    await createQueues(database).rooms.save(roomId, { membership: 'join' });
    const subscription = { roomId, weekday, minute, since: START - 1, pausedUntil: null };
    await createDigestStore(database).subscribe(subscription, OWNER);
    // Overdue for all these years: each week has something to say.
    const overdue = fresh({ fin: '2026-10-01', offre: null, offre_acceptable: null });
    await createRegisterStore(database).add(roomId, 'ajout', [overdue], mark(`$${roomId}`));
  }
  let looks = 0;
  while (life.now < end) {
    try {
      await look(database, life, stage.random);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      life.deaths++;
      await database.destroy();
      database = await openDatabase(path);
    }
    if (++looks % 50 === 0) await createQueues(database).outbox.tidy(life.now - KEPT);
    if (looks % 2000 === 0) stage.say(localTime(life.now).date);
    // Every two hours or so; at times the machine is off, for up to two days.
    const off = stage.random() < 0.01 ? stage.random() * 2 * DAY : (1 + 2 * stage.random()) * HOUR;
    life.now += Math.round(off);
  }
  await database.destroy();
  rmSync(folder, { recursive: true });
  const weeks = [...life.given.keys()].filter((cause) => cause.includes('-W'));
  // The last week may not be due yet everywhere, nor the first one's digest in its week.
  const expected = Math.floor((end - START) / (7 * DAY)) - 1;
  const byRoom = ids.map((roomId) => weeks.filter((cause) => cause.includes(roomId)).length);
  return {
    tries: weeks.length,
    what: 'récapitulatifs',
    lost: byRoom.reduce((sum, count) => sum + Math.max(0, expected - count), 0),
    doubled: [...life.given.values()].filter((count) => count > 1).length,
    leaked: 0,
    recoveryMs: null,
    note: `horloge simulée, ${ids.length} salons, ${looks} réveils, ${life.deaths} morts entre l’écriture et l’envoi, arrêts jusqu’à deux jours ; semaines attendues par salon : ${expected} au moins, reçues : ${byRoom.join(', ')}`,
  };
};
