import type { RoomKind } from '../../commands/command.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { DigestLedger, Standing } from '../store/records/digest-ledger.ts';
import { DAY } from '../time.ts';
import type { Transport } from '../transport.ts';
import { localTime } from './due.ts';
import { type Planning, planRoom } from './plan.ts';

export interface RunnerOptions {
  readonly ledger: DigestLedger;
  readonly planning: () => Planning;
  readonly roomKind: (roomId: string) => Promise<RoomKind>;
  readonly transport: Pick<Transport, 'send' | 'status'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** What becomes of each digest, to count it and tell the administrators. Must not throw. */
  readonly report?: DigestReport | undefined;
}

export interface DigestReport {
  sent(digest: { readonly roomId: string; readonly period: string; readonly late: boolean }): void;
  /** It could not leave within six days of its time. */
  missed(digest: { readonly roomId: string; readonly period: string }): void;
}

/**
 * One look at what is due, to be taken every minute. A message is first written down, with all that comes with it,
 * then handed to the transport, which sends it once whatever happens: wherever the process dies, the next look
 * goes on from there.
 */
export const runDigests = async (options: RunnerOptions): Promise<void> => {
  const { ledger, transport, now } = options;
  // Without a connection a message would only grow old: it is drawn up when it can be sent.
  if (transport.status().state !== 'running') return;
  await handOver(options);
  for (const standing of await ledger.standings()) await settle(standing, options);
  await handOver(options);
  await ledger.tidy(now() - KEPT);
};

const settle = async (standing: Standing, options: RunnerOptions): Promise<void> => {
  const { ledger, planning, roomKind, now, log, report } = options;
  const { roomId: room } = standing.subscription;
  try {
    const { run, skipped } = await planRoom(standing, now(), planning());
    for (const period of skipped) {
      await ledger.skip(room, period, now());
      log.warn('digest-skipped', { room, at: period, reason: 'too-late' });
      report?.missed({ roomId: room, period });
    }
    if (run === null) return;
    const kind = run.outgoing === null ? 'private' : await roomKind(room);
    if (kind === 'private' || kind === 'direct') {
      await ledger.plan(run, now());
      return;
    }
    // The room has been opened to others since it asked for the digest.
    for (const period of run.periods) await ledger.skip(room, period, now());
    log.warn('digest-skipped', { room, at: run.periods[0], reason: kind });
  } catch (error) {
    log.error('digest-failed', { room, ...failureFields(error) });
  }
};

/** Gives the transport what was written down. Twice the same is once: it knows the cause. */
const handOver = async ({ ledger, transport, now, log, report }: RunnerOptions): Promise<void> => {
  for (const { period, outgoing } of await ledger.planned()) {
    await transport.send(outgoing);
    await ledger.queued(outgoing.roomId, period);
    log.info('digest-sent', {
      room: outgoing.roomId,
      at: period,
      mentions: outgoing.mentions.length,
      late: localTime(now()).date !== outgoing.answer.asOf,
    });
    report?.sent({ roomId: outgoing.roomId, period, late: outgoing.answer.data?.late === true });
  }
};

/** What was settled earlier cannot come back: a digest is caught up within six days. */
const KEPT = 60 * DAY;
