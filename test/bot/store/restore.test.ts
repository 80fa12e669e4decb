import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../bot/store/database.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import { fresh, mark } from '../../support/register.ts';

const ROOM = '!a:example.org';
let folder: string;
const data = () => join(folder, 'data');
const backup = () => join(folder, 'backup');

/** Opens the database as a start of the bot does, and closes it as its end does. */
const running = async <T>(use: (store: ReturnType<typeof createRegisterStore>) => Promise<T>): Promise<T> => {
  const database = await openDatabase(join(data(), 'bot.sqlite'));
  try {
    return await use(createRegisterStore(database));
  } finally {
    await database.destroy();
  }
};

const projects = () =>
  running(async (store) => {
    const page = await store.list([ROOM], { state: 'ouverte', offset: 0, limit: 100 });
    return page.items.map(({ entry }) => entry.projet).sort();
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'));
  mkdirSync(data());
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The two ways that docs/exploitation.md gives to save a stopped bot. */
const ways: Record<string, () => void> = {
  'a copy of the stopped folder': () => cpSync(data(), backup(), { recursive: true }),
  'VACUUM INTO on the stopped database': () => {
    mkdirSync(backup());
    const database = new DatabaseSync(join(data(), 'bot.sqlite'));
    database.prepare('VACUUM INTO ?').run(join(backup(), 'bot.sqlite'));
    database.close();
  },
};

describe.each(Object.entries(ways))('a register restored from %s', (_, save) => {
  it('is what it was at the backup, with its history, and goes on from there', async () => {
    await running((store) =>
      store.add(ROOM, 'ajout', [fresh({ projet: 'SIRH' }), fresh({ projet: 'GED' })], mark('$1')),
    );
    save();
    await running((store) =>
      store.add(ROOM, 'ajout', [fresh({ projet: 'Écrit après la sauvegarde' })], mark('$2')),
    );

    rmSync(data(), { recursive: true });
    cpSync(backup(), data(), { recursive: true });

    expect(await projects()).toEqual(['GED', 'SIRH']);
    expect(await running((store) => store.history(ROOM, 1))).toHaveLength(1);
    await running((store) => store.add(ROOM, 'ajout', [fresh({ projet: 'Paie' })], mark('$3')));
    expect(await projects()).toEqual(['GED', 'Paie', 'SIRH']);
  });
});
