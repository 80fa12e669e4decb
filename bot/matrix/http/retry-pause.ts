import { MatrixError } from './sdk.ts';
import { backOff } from './wait.ts';

const FIRST_RETRY = 500;
/** A homeserver that answers badly or not at all may be overloaded: it is left some rest. */
const SLOWEST_RETRY = 4000;
/** Where nothing listens an attempt costs nobody anything, and the first answer comes that much sooner after the return. */
const SLOWEST_WHILE_AWAY = 1000;

/** Milliseconds before the homeserver is asked again, after `failures` failures and that one. */
export const retryPause = (error: unknown, failures: number): number =>
  backOff(failures, FIRST_RETRY, isAway(error) ? SLOWEST_WHILE_AWAY : SLOWEST_RETRY);

/** Nobody took the request: no process listens there, or the gateway in front of it says so (502). */
const isAway = (error: unknown): boolean =>
  error instanceof MatrixError
    ? error.statusCode === 502
    : error instanceof Error && /: (ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET|PROXY_502)$/.test(error.message);
