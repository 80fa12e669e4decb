import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../bot/store/database.ts';
import { createRegisterStore } from '../bot/store/records/register-store.ts';
import { addDays } from '../knowledge/dates/days.ts';
import { fresh, mark } from '../test/support/register.ts';

// node bench/register.ts: 10,000 derogations in 500 rooms, on disk. Target: each reading < 50 ms.
const ROOMS = 500;
const EACH = 20;
const TODAY = '2026-11-22';

const folder = mkdtempSync(join(tmpdir(), 'bench-register-'));
const database = await openDatabase(join(folder, 'bot.sqlite'));
const store = createRegisterStore(database);
const roomOf = (index: number): string => `!salon${index}:agent.dinum.tchap.gouv.fr`;

const timed = async (name: string, work: () => Promise<number>): Promise<void> => {
  const times: number[] = [];
  let rows = 0;
  for (let run = 0; run < 20; run += 1) {
    const start = performance.now();
    rows = await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)} ms`;
  console.log(`${name.padEnd(44)} ${String(rows).padStart(6)} rows  p50 ${at(0.5)}  max ${at(1)}`);
};

try {
  const start = performance.now();
  for (let room = 0; room < ROOMS; room += 1) {
    const some = Array.from({ length: EACH }, (_, index) => {
      // One in ten without a date; the others due over four years around the day.
      const offre_acceptable =
        index % 10 === 0 ? null : addDays(TODAY, ((room * EACH + index) % 1460) - 1095);
      return fresh({ projet: `Projet ${room}-${index}`, offre_acceptable });
    });
    await store.add(roomOf(room), 'import', some, mark(`$${room}`));
  }
  console.log(`written in ${((performance.now() - start) / 1000).toFixed(1)} s, ${ROOMS} imports of ${EACH}`);
  const page = { state: 'ouverte', offset: 0, limit: 40 } as const;
  await timed('one room, first page', async () => (await store.list([roomOf(7)], page)).items.length);
  await timed('all rooms, first page', async () => (await store.list('all', page)).items.length);
  await timed(
    'all rooms, last page',
    async () => (await store.list('all', { ...page, offset: ROOMS * EACH - 40 })).items.length,
  );
  await timed(
    '50 rooms, first page',
    async () =>
      (
        await store.list(
          Array.from({ length: 50 }, (_, index) => roomOf(index)),
          page,
        )
      ).items.length,
  );
  await timed(
    'one room, due within 90 days',
    async () => (await store.dueBefore(addDays(TODAY, 90), [roomOf(7)])).length,
  );
  await timed(
    'all rooms, due within 90 days',
    async () => (await store.dueBefore(addDays(TODAY, 90), 'all')).length,
  );
  await timed('all rooms, undated', async () => (await store.undated('all')).length);
  await timed('one derogation and its history', async () => {
    const found = await store.find(roomOf(250), 3);
    return found === null ? 0 : (await store.history(roomOf(250), 3)).length;
  });
} finally {
  await database.destroy();
  rmSync(folder, { recursive: true });
}
