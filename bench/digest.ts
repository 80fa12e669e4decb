import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../bot/digest/due.ts';
import { createCalendar } from '../bot/digest/holidays.ts';
import { planRoom } from '../bot/digest/plan.ts';
import { runDigests } from '../bot/digest/runner.ts';
import { createLog } from '../bot/log/log.ts';
import { openDatabase } from '../bot/store/database.ts';
import { saveRoom } from '../bot/store/queues/rooms.ts';
import { createDigestLedger } from '../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../bot/store/records/digest-store.ts';
import { createRegisterStore } from '../bot/store/records/register-store.ts';
import { addDays } from '../knowledge/dates/days.ts';
import { DEFAULT_TIME } from '../knowledge/digest/subscription.ts';
import { digestTools } from '../test/support/commands/digest.ts';
import { idleStatus } from '../test/support/commands/operations.ts';
import { fresh, mark } from '../test/support/register.ts';

// node bench/digest.ts: 10,000 derogations in 500 rooms, on disk, all digests due at once. Target: planning < 2 s.
const ROOMS = 500;
const EACH = 20;
const MONDAY = '2026-11-23';
const BY = '@camille:example.org';

const folder = mkdtempSync(join(tmpdir(), 'bench-digest-'));
const database = await openDatabase(join(folder, 'bot.sqlite'));
const register = createRegisterStore(database);
const digest = createDigestStore(database);
const ledger = createDigestLedger(database);
const tools = digestTools({ store: register, digest });
const planning = { tools, calendar: createCalendar(), monthlyHeartbeat: false };
const now = instantOf(MONDAY, 9 * 60);

const timed = async (name: string, work: () => Promise<number>): Promise<void> => {
  const start = performance.now();
  const count = await work();
  console.log(
    `${name.padEnd(52)} ${String(count).padStart(4)} messages  ${(performance.now() - start).toFixed(0)} ms`,
  );
};

const planAll = async (): Promise<number> => {
  let messages = 0;
  for (const standing of await ledger.standings())
    if ((await planRoom(standing, now, planning)).run?.outgoing) messages += 1;
  return messages;
};

const look = async (): Promise<number> => {
  let messages = 0;
  await runDigests({
    ledger,
    planning: () => planning,
    roomKind: async () => 'private',
    transport: {
      status: () => ({ ...idleStatus, state: 'running' }),
      send: async () => {
        messages += 1;
      },
    },
    now: () => now,
    log: createLog({ level: 'silent' }),
  });
  return messages;
};

try {
  for (let room = 0; room < ROOMS; room += 1) {
    const roomId = `!salon${room}:agent.dinum.tchap.gouv.fr`;
    const some = Array.from({ length: EACH }, (_, index) => {
      // One in ten without a date; the others due over four years around the day.
      const days = ((room * EACH + index) % 1460) - 1095;
      return fresh({
        projet: `Projet ${index}`,
        offre_acceptable: index % 10 === 0 ? null : addDays(MONDAY, days),
      });
    });
    await register.add(roomId, 'import', some, mark(`$${room}`));
    await saveRoom(database, roomId, {});
    await digest.subscribe({ roomId, ...DEFAULT_TIME, since: 0, pausedUntil: null }, BY);
  }
  await timed('planning, first time', planAll);
  await timed('planning, once warm', planAll);
  await timed('planning, writing down and handing over', look);
  await timed('a look when nothing is due', look);
} finally {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
}
