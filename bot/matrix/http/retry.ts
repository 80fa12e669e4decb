import { notMatrix } from 'request';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { TransportLog } from '../options.ts';
import { accountTrouble } from './account-refusals.ts';
import { failureOf } from './failure.ts';
import { retryPause } from './retry-pause.ts';
import { MatrixError } from './sdk.ts';
import { wait } from './wait.ts';

export interface RetryOptions {
  readonly log: TransportLog;
  readonly signal: AbortSignal;
  /** Called once when the homeserver has not been found after several attempts: the address may be wrong. */
  readonly onDoubt?: (error: unknown) => void;
  /** Called when the account is refused, before the error is thrown. */
  readonly onRefused?: () => Promise<void>;
}

/** Failed attempts after which a wrong `homeserver.url` is as likely as an outage. */
const SUSPICIOUS = 3;

/**
 * Runs a call until the homeserver answers it. Refusals are thrown as they are, but for those of the account.
 * @throws OperatorError when the account is refused
 */
export const retry = async <T>(call: () => Promise<T>, options: RetryOptions): Promise<T> => {
  const { log, signal, onDoubt, onRefused } = options;
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof OperatorError || signal.aborted) throw error;
      const failure = failureOf(error);
      if (failure.kind === 'account') {
        await onRefused?.();
        throw accountTrouble(failure.code);
      }
      if (failure.kind !== 'temporary' && failure.kind !== 'rate-limited') throw error;
      log.warn('connection-failed', { kind: failure.kind, code: failure.code, failures });
      // However long it lasts, it may pass: the program waits, and says where to look.
      if (failures + 1 === SUSPICIOUS) {
        log.error('homeserver-not-found', { code: failure.code });
        onDoubt?.(error);
      }
      const asked = failure.kind === 'rate-limited' ? failure.waitMs : 0;
      await wait(Math.max(asked, retryPause(error, failures)), signal);
    }
  }
};

/** A server of Matrix answers at this address, and does not know what is asked of a homeserver. */
export const isNotHomeserver = (error: unknown): boolean =>
  error instanceof MatrixError && error.statusCode === 404 && error.errcode !== notMatrix;

export const wrongAddress = (url: string): OperatorError =>
  new OperatorError(
    `Aucun serveur Matrix ne répond à l’adresse « ${url} ». Vérifiez « homeserver.url » ; exemple : https://matrix.agent.dinum.tchap.gouv.fr`,
    exitCodes.configuration,
  );
