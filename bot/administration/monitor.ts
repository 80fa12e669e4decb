import type { AccountState, LinkState } from '../../commands/operations/operations.ts';
import type { Hindrance } from '../health/readiness.ts';
import type { TransportStatus } from '../transport.ts';
import { type AdminAlert, notices } from './wording.ts';

/** What is looked at every few seconds. */
export interface Sample {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly status: Pick<TransportStatus, 'state' | 'signed' | 'deaf' | 'waiting' | 'outgoing'>;
  /** Answers 429 since the start of the process. */
  readonly throttled: number;
  readonly account: AccountState;
}

/** What is remembered from one sample to the next. */
export interface Memory {
  readonly state: LinkState;
  /** When the bot last stopped answering, and why; null while it answers. */
  readonly out: { readonly since: number; readonly reason: Hindrance } | null;
  readonly behindSince: number | null;
  /** Start of the ten minutes in which the answers 429 are counted, and how many there were before. */
  readonly throttling: { readonly since: number; readonly before: number };
}

export interface Observation {
  readonly memory: Memory;
  readonly notices: readonly AdminAlert[];
  /** The account had expired and works again: it was renewed today. */
  readonly renewed: boolean;
}

/** Shorter interruptions are the daily life of a network. */
const WORTH_TELLING_MS = 120_000;
const WINDOW_MS = 600_000;
const BEHIND = 50;
const MANY_429 = 20;

export const firstMemory = (now: number): Memory => ({
  state: 'starting',
  out: null,
  behindSince: null,
  throttling: { since: now, before: 0 },
});

/** What a look at the bot gives to say. Pure: time and figures come with the sample. */
export const observe = (memory: Memory, sample: Sample): Observation => {
  const { now, status, account } = sample;
  const out = outage(memory, sample);
  const behind = status.waiting + status.outgoing > BEHIND;
  const behindSince = behind ? (memory.behindSince ?? now) : null;
  const windowOver = now - memory.throttling.since >= WINDOW_MS;
  const times = sample.throttled - memory.throttling.before;
  const back = status.state === 'running' && memory.out !== null ? memory.out : null;
  return {
    memory: {
      state: status.state,
      out,
      behindSince,
      throttling: windowOver ? { since: now, before: sample.throttled } : memory.throttling,
    },
    notices: [
      ...(back !== null && now - back.since >= WORTH_TELLING_MS
        ? [notices.outage(Math.round((now - back.since) / 1000), back.reason)]
        : []),
      ...(behindSince !== null && now - behindSince >= WINDOW_MS
        ? [notices.backlog(status.waiting, status.outgoing)]
        : []),
      ...(times >= MANY_429 ? [notices.throttled(times)] : []),
      ...(status.deaf === true ? [notices.deaf()] : []),
      ...(status.signed === false ? [notices.unsigned()] : []),
      ...present(notices.account(account)),
    ],
    renewed: memory.state === 'account-expired' && status.state === 'running',
  };
};

const outage = (memory: Memory, { now, status: { state } }: Sample): Memory['out'] => {
  if (state === 'running' || state === 'starting' || state === 'stopped') return null;
  return { since: memory.out?.since ?? now, reason: state };
};

const present = (notice: AdminAlert | null): readonly AdminAlert[] => (notice === null ? [] : [notice]);
