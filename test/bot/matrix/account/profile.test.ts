import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyProfile } from '../../../../bot/matrix/account/profile.ts';
import { type Database, openDatabase } from '../../../../bot/store/database.ts';
import { createQueues } from '../../../../bot/store/queues/open-queues.ts';

const userId = '@robot:exemple.fr';
let database: Database;
let asked: string[];
let warned: unknown[];

beforeEach(async () => {
  database = await openDatabase(':memory:');
  asked = [];
  warned = [];
});
afterEach(() => database.destroy());

const log = {
  debug: () => {},
  info: () => {},
  error: () => {},
  warn: (...line: unknown[]) => void warned.push(line),
};
const homeserver = (name: string, refuses = false) => ({
  getUserProfile: async () => ({ displayname: name }),
  setDisplayName: async (given: string) => {
    if (refuses) throw new Error('403');
    asked.push(`name ${given}`);
  },
  uploadContent: async (bytes: Buffer, type?: string) => {
    asked.push(`upload ${type} ${bytes.length}`);
    return 'mxc://exemple.fr/robot';
  },
  setAvatarUrl: async (url: string) => void asked.push(`avatar ${url}`),
});
const apply = (client: ReturnType<typeof homeserver>, profile: { displayName?: string; picture?: string }) =>
  applyProfile(
    client,
    createQueues(database).values,
    {
      userId,
      profile: {
        displayName: profile.displayName ?? null,
        avatar:
          profile.picture === undefined
            ? null
            : { bytes: Buffer.from(profile.picture), mimetype: 'image/png' },
      },
    },
    log,
  );

describe('the profile of the account', () => {
  it('takes the name of the configuration, once', async () => {
    await apply(homeserver('Ancien nom'), { displayName: 'Robot cloud' });
    expect(asked).toEqual(['name Robot cloud']);
    await apply(homeserver('Robot cloud'), { displayName: 'Robot cloud' });
    expect(asked).toHaveLength(1);
  });

  it('takes a picture when it is another one, and uploads none twice', async () => {
    await apply(homeserver('R'), { picture: 'un' });
    await apply(homeserver('R'), { picture: 'un' });
    expect(asked).toEqual(['upload image/png 2', 'avatar mxc://exemple.fr/robot']);
    await apply(homeserver('R'), { picture: 'deux' });
    expect(asked).toHaveLength(4);
  });

  it('is left alone where nothing is configured', async () => {
    await apply(homeserver('R'), {});
    expect(asked).toEqual([]);
  });

  it('that may not be changed is logged, and the rest is tried', async () => {
    await apply(homeserver('R', true), { displayName: 'Robot cloud', picture: 'un' });
    expect(warned).toEqual([['profile-not-changed', expect.objectContaining({ kind: 'display-name' })]]);
    expect(asked).toContain('avatar mxc://exemple.fr/robot');
  });
});
