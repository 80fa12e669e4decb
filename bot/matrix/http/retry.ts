import { MatrixError } from 'matrix-bot-sdk';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { TransportLog } from '../options.ts';
import { accountTrouble } from './account-refusals.ts';
import { failureOf } from './failure.ts';
import { backOff, wait } from './wait.ts';

export interface Insistence {
  readonly log: TransportLog;
  readonly signal: AbortSignal;
  /** Called when nothing usable has come after this many attempts; null = wait for ever. */
  readonly giveUp: { readonly after: number; readonly error: () => OperatorError } | null;
  /** Called when the account is refused, before the error is thrown. */
  readonly onRefused?: () => Promise<void>;
}

/**
 * Runs a call until the homeserver answers it. Refusals are thrown as they are, but for those of the account.
 * @throws OperatorError when the account is refused
 */
export const insist = async <T>(call: () => Promise<T>, options: Insistence): Promise<T> => {
  const { log, signal, giveUp, onRefused } = options;
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
      if (giveUp !== null && failures + 1 >= giveUp.after) throw giveUp.error();
      const asked = failure.kind === 'rate-limited' ? failure.waitMs : 0;
      await wait(Math.max(asked, backOff(failures, 500, 4000)), signal);
    }
  }
};

/** Something answers at this address, and it does not speak Matrix. */
export const isNotHomeserver = (error: unknown): boolean => {
  if (error instanceof MatrixError) return error.statusCode === 404;
  return error instanceof Error && 'code' in error && error.code === 'bad-answer';
};

export const wrongAddress = (url: string): OperatorError =>
  new OperatorError(
    `Aucun serveur Matrix ne répond à l’adresse « ${url} ». Vérifiez « homeserver.url » ; exemple : https://matrix.agent.dinum.tchap.gouv.fr`,
    exitCodes.configuration,
  );
