import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../bot/store/database.ts';
import { createRegisterStore } from '../bot/store/records/register-store.ts';
import { addDays } from '../knowledge/dates/days.ts';
import { fresh, mark } from '../test/support/register.ts';
import { keepResult } from './support/results.ts';
import { thirdChannelOf } from './support/third-channel.ts';

// node bench/exports.ts: memory and time of an export of 10,000 derogations, each in its own process. Target: 20 MB.
const ROOMS = 500;
const EACH = 20;

interface Figures {
  readonly memory: number;
  readonly cpu: number;
  readonly characters: number;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-exports-'));
const file = join(folder, 'bot.sqlite');
try {
  const database = await openDatabase(file);
  const store = createRegisterStore(database);
  for (let room = 0; room < ROOMS; room++) {
    const some = Array.from({ length: EACH }, (_, index) =>
      fresh({
        projet: `Projet ${room}-${index}`,
        offre_acceptable: addDays('2026-11-22', ((room * EACH + index) % 1460) - 1095),
      }),
    );
    await store.add(`!salon${room}:agent.dinum.tchap.gouv.fr`, 'import', some, mark(`$${room}`));
  }
  await database.destroy();
  const rows = ['csv', 'ics'].map((format) => ({
    format,
    ...thirdChannelOf<Figures>(process.cwd(), ['--expose-gc', 'bench/child/export.ts', file, format]),
  }));
  keepResult('exports', rows);
  for (const { format, memory, cpu, characters } of rows)
    console.log(
      `${format}  ${(characters / 1e6).toFixed(1)} M characters, ${memory.toFixed(0)} MB more, ${cpu.toFixed(0)} ms of processor`,
    );
} finally {
  rmSync(folder, { recursive: true });
}
