import { beforeEach, describe, expect, it } from 'vitest';
import type { AdminAlert } from '../../../bot/administration/wording.ts';
import { parseConfig } from '../../../bot/config/parse.ts';
import type { Queues } from '../../../bot/queues/queues.ts';
import { decide } from '../../../bot/queues/successions.ts';
import { mayRun } from '../../../bot/rights/rights.ts';
import { openRoomKeeping } from '../../../bot/room-settings/room-keeping.ts';
import { roomsSeen } from '../../../commands/derogation/access.ts';
import { createMemoryRoomSettings } from '../../../commands/room-settings/memory-store.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const parsed = parseConfig(`homeserver: { url: "https://matrix.a.fr", userId: "@robot:a.fr" }
administration: { room: "!admin:a.fr", operators: ["@chef:a.fr"] }
register: { views: [{ room: "!comite:a.fr", rooms: ["!projet:a.fr"] }] }
rights: { commands: { derogation: [{ room: "!projet:a.fr" }] } }
`);
if (!parsed.ok) throw new Error('the configuration of the test is not read');
const { config } = parsed;

let queues: Queues;
let told: AdminAlert[];
const open = () =>
  openRoomKeeping({
    config,
    queues,
    move: async () => {},
    roomSettings: createMemoryRoomSettings(),
    notify: async (notice) => void told.push(notice),
    corpusVersion: () => 'x',
    clock: { now: () => 0 },
    log: { warn: () => {} },
  });

beforeEach(() => {
  queues = createMemoryQueues();
  told = [];
});

const replace = async (rooms: Awaited<ReturnType<typeof open>>, from: string, to: string) => {
  await decide(queues, { from, to }, 'followed');
  await rooms.hooks.followed({ from, to });
};
const asker = (roomId: string, sender = '@chef:a.fr') =>
  ({ sender, roomId, room: 'private', powerLevel: 0 }) as const;
const etat = { name: 'etat', right: 'operator' } as const;
const derogation = { name: 'derogation', right: 'everyone' } as const;

describe('when rooms that the configuration names are replaced', () => {
  it('operators work in the new administration room, at once and after a restart', async () => {
    const rooms = await open();
    const { rights } = rooms;
    expect(mayRun(etat, asker('!admin2:a.fr'), rights)).toBe('place');
    await replace(rooms, '!admin:a.fr', '!admin2:a.fr');
    for (const those of [rights, (await open()).rights]) {
      expect(mayRun(etat, asker('!admin2:a.fr'), those)).toBe('granted');
      expect(mayRun(etat, asker('!admin:a.fr'), those)).toBe('place');
    }
    expect(rooms.adminRoom()).toBe('!admin2:a.fr');
  });

  it('views and rights follow, through several rooms', async () => {
    const rooms = await open();
    const { rights, registerAccess } = rooms;
    await replace(rooms, '!projet:a.fr', '!projet2:a.fr');
    await replace(rooms, '!projet2:a.fr', '!projet3:a.fr');
    await replace(rooms, '!comite:a.fr', '!comite2:a.fr');
    expect(roomsSeen(registerAccess, '!comite2:a.fr')).toEqual(['!comite2:a.fr', '!projet3:a.fr']);
    expect(roomsSeen(registerAccess, '!comite:a.fr')).toEqual(['!comite:a.fr']);
    expect(mayRun(derogation, asker('!projet3:a.fr', '@agent:a.fr'), rights)).toBe('granted');
    expect(mayRun(derogation, asker('!projet:a.fr', '@agent:a.fr'), rights)).toBe('right');
  });

  it('the operators are asked to write each anew, and are shown it', async () => {
    const rooms = await open();
    await replace(rooms, '!projet:a.fr', '!projet2:a.fr');
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/register\.views.*!projet:a\.fr est devenu !projet2:a\.fr.*Mettez à jour/),
      expect.stringMatching(/rights\.commands\.derogation/),
    ]);
    expect((await open()).replaced.list()).toHaveLength(2);
    await replace(rooms, '!sans-rapport:a.fr', '!autre:a.fr');
    expect(rooms.replaced.list()).toHaveLength(2);
  });
});
