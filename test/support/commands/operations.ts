import { Counters } from '../../../bot/matrix/counters.ts';
import type { TransportStatus } from '../../../bot/transport.ts';
import type { BotState, Operations, ServerState } from '../../../commands/operations/operations.ts';

/** A transport that is not started. */
export const idleStatus: TransportStatus = {
  state: 'starting',
  userId: '@robot:exemple.fr',
  deviceId: null,
  fingerprint: null,
  signed: null,
  lastSyncAt: null,
  rooms: 0,
  waiting: 0,
  undecryptable: 0,
  outgoing: 0,
  counts: new Counters().values(),
};

export const server = (fields: Partial<ServerState> = {}): ServerState => ({
  userId: '@robot:exemple.fr',
  link: 'running',
  syncAge: 3,
  deviceId: 'ABCDEFGHIJ',
  fingerprint: 'abcd efgh ijkl',
  signed: true,
  rooms: 12,
  waiting: 1,
  undecryptable: 2,
  outgoing: 3,
  account: { kind: 'valid', expiresOn: '2027-10-22' },
  replaced: [],
  usage: [{ day: '2026-11-22', answers: 9, people: 3, rooms: 2 }],
  ...fields,
});

export const botState = (fields: Partial<BotState> = {}): BotState => ({
  version: '0.1.0',
  uptime: 183_600,
  corpus: { version: '3f2a9c', documents: 10, latest: '2024-05-02' },
  catalogue: { edition: 'édition du 15/09/2026', date: '2026-09-15', offers: 53 },
  server: server(),
  ...fields,
});

/** A running bot that obeys. */
export const fakeOperations = (state = botState(), change: Partial<Operations> = {}): Operations => ({
  state: async () => state,
  rooms: async () => [
    {
      roomId: '!salon:exemple.fr',
      room: 'private',
      encrypted: true,
      members: 4,
      name: 'Projet *SIRH*',
      inviter: '@alice:exemple.fr',
    },
  ],
  leave: async () => 'left',
  backUp: async () => ({
    kind: 'made',
    folder: '/donnees/sauvegardes/2026-11-22T110000.000Z',
    bytes: 3_140_000,
    milliseconds: 120,
    keyIncluded: true,
  }),
  verifications: () => [],
  verify: async () => 'unknown',
  reload: async () => ({ kind: 'reloaded', before: state, after: state }),
  ...change,
});
