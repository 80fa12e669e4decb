import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../bot/clock.ts';
import { compose } from '../bot/compose.ts';
import { loadParts, loadPartsInTurns } from '../bot/load-parts.ts';
import { createLog } from '../bot/log/log.ts';
import { prepareAside } from '../bot/reload/prepare.ts';
import { reloadable } from '../bot/reload/reloadable.ts';
import { NO_RIGHTS } from '../bot/rights/rights.ts';
import { NO_CACHE } from '../knowledge/cache/cache.ts';
import { serviceCache } from '../knowledge/cache/project-cache.ts';
import { keepResult } from './support/results.ts';

// node bench/reload.ts: how long `!recharger` holds up a bot in service, whose data have changed or not. Target: 50 ms.
const folder = mkdtempSync(join(tmpdir(), 'bench-reload-'));
const cache = serviceCache(folder);
/** A card withdrawn: another index, which no cache holds yet. */
let sources = { corpusFolder: null, offersFile: null, withdrawnCards: [] as string[] };
const bot = reloadable(
  (loaded) =>
    compose({
      ...sources,
      cache,
      loaded,
      language: 'auto',
      rights: NO_RIGHTS,
      clock: systemClock,
      log: createLog({ level: 'silent' }),
    }),
  async () => {
    await prepareAside({ sources, folder });
    return loadPartsInTurns(sources, cache);
  },
);

const rows: { readonly name: string; readonly cpu: number; readonly took: number }[] = [];

/** Longest turn of the event loop: processor time of this thread, then time of the clock, which counts other work too. */
const held = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  let done = false;
  const longest = { cpu: 0, clock: 0 };
  const watch = async (): Promise<void> => {
    while (!done) {
      const before = process.threadCpuUsage();
      const start = performance.now();
      await sleep(1);
      const { user, system } = process.threadCpuUsage(before);
      longest.cpu = Math.max(longest.cpu, (user + system) / 1_000);
      longest.clock = Math.max(longest.clock, performance.now() - start);
    }
  };
  const watching = watch();
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  done = true;
  await watching;
  rows.push({ name, cpu: longest.cpu, took });
  console.log(
    `${name.padEnd(28)} longest turn ${longest.cpu.toFixed(0)} ms (${longest.clock.toFixed(0)}), in ${took.toFixed(0)} ms`,
  );
};

await held('un démarrage, sans fil à part', async () => loadParts(sources, NO_CACHE));
await held('rien', () => sleep(2_000));
for (let turn = 0; turn < 3; turn++) await held('données inchangées', () => bot.reload());
sources = { ...sources, withdrawnCards: ['derogation-r9'] };
await held('une fiche retirée (index à refaire)', () => bot.reload());
keepResult('reload', rows);
rmSync(folder, { recursive: true });
