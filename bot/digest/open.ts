import type { DigestTools } from '../../commands/digest/tools.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log/log.ts';
import { kindOf } from '../matrix/events/room-state.ts';
import type { Database } from '../store/database.ts';
import { findRoom } from '../store/queues/rooms.ts';
import { createDigestLedger } from '../store/records/digest-ledger.ts';
import type { Transport } from '../transport.ts';
import { createCalendar } from './holidays.ts';
import { type DigestReport, runDigests } from './runner.ts';
import { everyMinute, type Ticking } from './tick.ts';

export interface DigestOptions {
  readonly database: Database;
  /** What digests are drawn from, as it is now: texts and catalogue may be replaced while the bot runs. */
  readonly tools: () => DigestTools;
  readonly monthlyHeartbeat: boolean;
  readonly transport: Pick<Transport, 'send' | 'status'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly report?: DigestReport | undefined;
}

/** Sends the digests between `start`, once the transport has started, and `stop`. */
export const openDigest = (options: DigestOptions): Ticking => {
  const { database, tools, monthlyHeartbeat, transport, clock, log, report } = options;
  const calendar = createCalendar();
  const look = () =>
    runDigests({
      ledger: createDigestLedger(database),
      planning: () => ({ tools: tools(), calendar, monthlyHeartbeat }),
      roomKind: async (roomId) => kindOf(await findRoom(database, roomId)),
      transport,
      now: () => clock.now(),
      log,
      report,
    });
  return everyMinute(look, log);
};
