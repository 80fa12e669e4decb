import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataMark } from '../../../../bot/matrix/account/data-mark.ts';
import { type Database, openDatabase } from '../../../../bot/store/database.ts';
import { createQueues } from '../../../../bot/store/queues/open-queues.ts';

const DEVICE = { userId: '@robot:exemple.fr', deviceId: 'DEVICE' };
let database: Database;
/** What the homeserver keeps. */
let kept: Map<string, unknown>;
/** The next calls that are made and whose answer is lost. */
let lost: number;

beforeEach(async () => {
  database = await openDatabase(':memory:');
  kept = new Map();
  lost = 0;
  await values().set('sync_token', 's1');
});
afterEach(() => database.destroy());

const values = () => createQueues(database).values;

const homeserver = {
  doRequest: async (method: string, path: string, _query?: unknown, body?: unknown): Promise<unknown> => {
    if (method === 'PUT') kept.set(path, body);
    if (lost > 0) {
      lost -= 1;
      throw new Error('cut');
    }
    if (method === 'GET' && !kept.has(path))
      throw Object.assign(new Error('none'), { errcode: 'M_NOT_FOUND' });
    return method === 'GET' ? kept.get(path) : {};
  },
};
const mark = (device = DEVICE): DataMark => new DataMark(homeserver, values(), device);

/** The folder as it is now, to put back later. */
const copy = async () => {
  const rows = await database.selectFrom('key_value').selectAll().execute();
  return async () => {
    await database.deleteFrom('key_value').execute();
    await database.insertInto('key_value').values(rows).execute();
  };
};

describe('an old copy of the data folder', () => {
  it('is told from the folder itself, with the exit code of lost keys', async () => {
    await mark().renew();
    const restore = await copy();
    await mark().renew();
    await expect(mark().check()).resolves.toBeUndefined();
    await restore();
    await expect(mark().check()).rejects.toMatchObject({ exitCode: 84 });
    await expect(mark().check()).rejects.toThrow(/ancienne copie.*« crypto ».*gardez « bot\.sqlite »/);
  });

  it('made before marks were kept is told too', async () => {
    const restore = await copy();
    await mark().renew();
    await restore();
    await expect(mark().check()).rejects.toMatchObject({ exitCode: 84 });
  });

  it('is accepted with a new device, whose keys are its own', async () => {
    await mark().renew();
    const restore = await copy();
    await mark().renew();
    await restore();
    const other = mark({ ...DEVICE, deviceId: 'AUTRE' });
    await expect(other.check()).resolves.toBeUndefined();
    await other.renew();
    await expect(other.check()).resolves.toBeUndefined();
  });
});

describe('the folder itself', () => {
  it('is accepted at first, and where nothing was ever kept', async () => {
    await expect(mark().check()).resolves.toBeUndefined();
    await mark().renew();
    await values().set('sync_token', null);
    await values().set('data_mark', null);
    await expect(mark().check()).resolves.toBeUndefined();
  });

  it('is accepted however often renewals are cut after the homeserver has taken them', async () => {
    await mark().renew();
    for (let i = 0; i < 3; i++) {
      lost = 1;
      await expect(mark().renew()).rejects.toThrow('cut');
      await expect(mark().check()).resolves.toBeUndefined();
    }
    await mark().renew();
    await expect(mark().check()).resolves.toBeUndefined();
  });

  it('does not take silence for a right mark', async () => {
    await mark().renew();
    lost = 1;
    await expect(mark().check()).rejects.toThrow('cut');
  });
});
