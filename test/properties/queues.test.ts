import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Queues } from '../../bot/queues/queues.ts';
import { DATABASE, type Database, openDatabase } from '../../bot/store/database.ts';
import { createQueues } from '../../bot/store/queues/open-queues.ts';
import { tries } from '../support/tries.ts';
import { commands, emptyModel, type Real } from './queues/commands.ts';

/** A data folder; a crash is a copy of it as it stands, which is opened in its place. */
const openReal = async (): Promise<Real & { close(): Promise<void> }> => {
  const home = mkdtempSync(join(tmpdir(), 'queues-'));
  let life = 0;
  let database: Database = await openDatabase(join(home, DATABASE));
  let queues: Queues = createQueues(database);
  return {
    get queues() {
      return queues;
    },
    crash: async () => {
      life += 1;
      const folder = join(home, String(life));
      for (const suffix of ['', '-wal'])
        cpSync(
          join(life === 1 ? home : join(home, String(life - 1)), `${DATABASE}${suffix}`),
          join(folder, `${DATABASE}${suffix}`),
        );
      await database.destroy();
      database = await openDatabase(join(folder, DATABASE));
      queues = createQueues(database);
    },
    close: async () => {
      await database.destroy();
      rmSync(home, { recursive: true });
    },
  };
};

it('whatever happens, each message is handled once, each answer sent once, both in the order of their room', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (sequence) => {
      const real = await openReal();
      const model = emptyModel();
      try {
        await fc.asyncModelRun(() => ({ model, real }), sequence);
        // At last all that waits for a key gets it, and nothing is left.
        await model.finish(real);
        expect(await real.queues.counts()).toMatchObject({ waiting: 0, undecryptable: 0, outgoing: 0 });
      } finally {
        await real.close();
      }
    }),
    tries(12),
  );
});
