import type {
  BotState,
  DayUsage,
  Departure,
  KnowledgeState,
  Operations,
  Reloading,
  ReplacedRoom,
  RoomSummary,
  ServerState,
} from '../../commands/operations/operations.ts';
import { MOST_SHOWN } from '../../commands/operations/salons.ts';
import type { Verifying } from '../../commands/operations/verifying.ts';
import { type Clock, parisDate } from '../clock.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import { kindOf } from '../matrix/events/room-state.ts';
import { OperatorError } from '../operator-error.ts';
import type { Database } from '../store/database.ts';
import type { TransportStatus } from '../transport.ts';
import { accountState } from './account.ts';

export interface OperationSources {
  readonly version: string;
  readonly knowledge: () => KnowledgeState;
  /** @throws OperatorError when texts or data are not right; those in service then stay */
  readonly reload: () => Promise<void>;
  readonly status: () => TransportStatus;
  readonly leave: (roomId: string) => Promise<void>;
  /** Name of a room, asked of the homeserver. */
  readonly nameOf: (roomId: string) => Promise<string | null>;
  readonly backUp: Operations['backUp'];
  /** null as long as the bot is not started. */
  readonly verifying: () => Verifying | null;
  readonly renewedOn: () => string | null;
  readonly usage: () => Promise<readonly DayUsage[]>;
  readonly database: Database;
  /** As it is today. */
  readonly adminRoom: () => string | null;
  readonly replaced: () => readonly ReplacedRoom[];
  readonly userId: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the commands of the operators do to the running bot. */
export const createOperations = (sources: OperationSources): Operations => {
  const started = sources.clock.now();
  const state = async (): Promise<BotState> => {
    const { corpus, catalogue } = sources.knowledge();
    const uptime = Math.round((sources.clock.now() - started) / 1000);
    const server = { ...serverState(sources), usage: await sources.usage() };
    return { version: sources.version, uptime, corpus, catalogue, server };
  };
  return {
    state,
    rooms: async () => withNames(await roomsOf(sources.database), sources.nameOf),
    leave: (roomId) => leave(roomId, sources),
    reload: () => reload(state, sources),
    backUp: sources.backUp,
    verifications: () => sources.verifying()?.list() ?? [],
    verify: async (code, decision) => (await sources.verifying()?.decide(code, decision)) ?? 'unknown',
  };
};

const serverState = ({
  status,
  userId,
  clock,
  renewedOn,
  replaced,
}: OperationSources): Omit<ServerState, 'usage'> => {
  const { state, lastSyncAt, deviceId, fingerprint, signed, rooms, waiting, undecryptable, outgoing } =
    status();
  return {
    userId,
    link: state,
    syncAge: lastSyncAt === null ? null : Math.max(0, Math.round((clock.now() - lastSyncAt) / 1000)),
    deviceId,
    fingerprint,
    signed,
    rooms,
    waiting,
    undecryptable,
    outgoing,
    account: accountState(renewedOn(), parisDate(clock)),
    replaced: replaced(),
  };
};

const roomsOf = async (database: Database): Promise<readonly RoomSummary[]> => {
  const rows = await database
    .selectFrom('rooms')
    .selectAll()
    .where('membership', '=', 'join')
    .orderBy('room_id')
    .execute();
  return rows.map((row) => ({
    roomId: row.room_id,
    room: kindOf(row),
    encrypted: row.encryption !== null,
    members: row.members,
    name: null,
    inviter: row.inviter,
  }));
};

/** Names are asked for, ten at a time, of the rooms that are shown; none is kept. */
const withNames = async (
  rooms: readonly RoomSummary[],
  nameOf: OperationSources['nameOf'],
): Promise<readonly RoomSummary[]> => {
  const named: RoomSummary[] = [];
  for (let start = 0; start < Math.min(rooms.length, MOST_SHOWN); start += 10)
    named.push(
      ...(await Promise.all(
        rooms
          .slice(start, Math.min(start + 10, MOST_SHOWN))
          .map(async (room) => ({ ...room, name: await nameOf(room.roomId) })),
      )),
    );
  return [...named, ...rooms.slice(MOST_SHOWN)];
};

const leave = async (
  roomId: string,
  { database, adminRoom, ...sources }: OperationSources,
): Promise<Departure> => {
  if (roomId === adminRoom()) return 'admin-room';
  if (!(await roomsOf(database)).some((room) => room.roomId === roomId)) return 'unknown';
  try {
    await sources.leave(roomId);
    return 'left';
  } catch (error) {
    sources.log.warn('leave-failed', { room: roomId, ...failureFields(error) });
    return 'failed';
  }
};

const reload = async (
  state: () => Promise<BotState>,
  { reload, log }: OperationSources,
): Promise<Reloading> => {
  const before = await state();
  try {
    await reload();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    log.warn('not-reloaded', { code: error.exitCode });
    return { kind: 'kept', message: error.message };
  }
  const after = await state();
  log.info('reloaded', { corpus: after.corpus.version });
  return { kind: 'reloaded', before, after };
};
