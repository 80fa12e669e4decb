import { configureHttp } from 'request';

export interface HttpRoute {
  /** Authorities added to those of Node, PEM. */
  readonly authorities: string | undefined;
  /** null = the proxy that the environment names, if any. */
  readonly proxy: string | null;
  /** Least time between two messages, in milliseconds: sets the pace of all calls. 0 or absent: none. */
  readonly pacingMs?: number;
  /** Called with the status of each answer of the homeserver. Must not throw. */
  readonly onAnswer?: (status: number) => void;
}

/** Calls that an answer takes at most in a room that we know. */
const CALLS_FOR_AN_ANSWER = 4;
/** Calls that may leave at once: a start makes about fifteen. */
const BURST = 20;

/** Sets how the homeserver is reached. To be called before the first request. */
export const configureRoute = ({ authorities, proxy, pacingMs = 0, onAnswer }: HttpRoute): void =>
  configureHttp({
    ca: authorities,
    proxy: proxy ?? undefined,
    pacing: pacingOf(pacingMs),
    onResponse: onAnswer === undefined ? undefined : ({ status }) => onAnswer(status),
  });

/** The pace of all calls, given the least time between two messages in milliseconds; 0: none. */
export const pacingOf = (
  pacingMs: number,
): { readonly everyMs: number; readonly burst: number } | undefined =>
  pacingMs === 0 ? undefined : { everyMs: pacingMs / CALLS_FOR_AN_ANSWER, burst: BURST };
