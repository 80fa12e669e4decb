import { MatrixError } from 'matrix-bot-sdk';
import { z } from 'zod';
import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Database } from '../store/database.ts';
import { keyValue } from '../store/key-value.ts';
import { accountTrouble, refusedPause } from './account.ts';
import type { TchapClient } from './client.ts';
import { failureOf } from './failure.ts';
import type { TchapOptions } from './options.ts';
import { backOff, wait } from './wait.ts';

const whoAmISchema = z.object({ user_id: z.string(), device_id: z.string().optional() });
const refusedAt = 'account_refused_at';
/** At the very first start, a homeserver that does not answer is more likely a wrong address than an outage. */
const firstStartAttempts = 3;

type AccountOptions = Pick<TchapOptions, 'userId' | 'homeserverUrl' | 'now' | 'log'> & {
  readonly database: Database;
};

/**
 * Asks the homeserver who the token belongs to; waits for a homeserver that is away. A refused account is asked
 * about at most once a minute, even when a supervisor restarts the process without end.
 * @throws OperatorError when the token is refused or belongs to another user or device
 */
export async function openAccount(
  client: TchapClient,
  options: AccountOptions,
  signal: AbortSignal,
): Promise<{ readonly userId: string; readonly deviceId: string }> {
  const store = keyValue(options.database);
  const refused = Number((await store.get(refusedAt)) ?? 0);
  const pause = Math.min(refusedPause, Math.max(0, refused + refusedPause - options.now()));
  if (pause > 0) options.log.warn('account-refused-before', { milliseconds: pause });
  await wait(pause, signal);
  const whoAmI = await insist(
    async () => whoAmISchema.parse(await client.getWhoAmI()),
    {
      ...options,
      attempts: (await store.get('sync_token')) === null ? firstStartAttempts : Number.POSITIVE_INFINITY,
      onRefused: () => store.set(refusedAt, String(options.now())),
    },
    signal,
  );
  await store.set(refusedAt, null);
  return { userId: whoAmI.user_id, deviceId: await checkDevice(whoAmI, options) };
}

/** Runs a call until the homeserver answers it; only refusals that nothing but the operator can lift are thrown. */
export async function insist<T>(
  call: () => Promise<T>,
  options: Pick<AccountOptions, 'homeserverUrl' | 'log'> & {
    /** How many unanswered calls are taken for an outage; infinite by default. */
    readonly attempts?: number;
    readonly onRefused?: () => Promise<void>;
  },
  signal: AbortSignal,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof OperatorError || signal.aborted) throw error;
      const failure = failureOf(error);
      options.log.warn('connection-failed', { kind: failure.kind, code: failure.code, failures });
      if (failure.kind === 'account') {
        await options.onRefused?.();
        throw accountTrouble(failure.code);
      }
      if (isNotHomeserver(error)) throw wrongAddress(options.homeserverUrl);
      if (failure.kind === 'rejected' || failure.kind === 'forbidden') throw error;
      if (failures + 1 >= (options.attempts ?? Number.POSITIVE_INFINITY))
        throw wrongAddress(options.homeserverUrl);
      const asked = failure.kind === 'rate-limited' ? failure.waitMs : 0;
      await wait(Math.max(asked, backOff(failures, 500, 4000)), signal);
    }
  }
}

/** Something answers at this address, and it does not speak Matrix. */
function isNotHomeserver(error: unknown): boolean {
  if (error instanceof MatrixError) return error.statusCode === 404;
  return error instanceof Error && 'code' in error && error.code === 'bad-answer';
}

const wrongAddress = (url: string): OperatorError =>
  new OperatorError(
    `Aucun serveur Matrix ne répond à l’adresse « ${url} ». Vérifiez « homeserver.url » ; exemple : https://matrix.agent.dinum.tchap.gouv.fr`,
    exitCodes.configuration,
  );

async function checkDevice(
  whoAmI: z.infer<typeof whoAmISchema>,
  { userId, database }: AccountOptions,
): Promise<string> {
  if (whoAmI.user_id !== userId)
    throw new OperatorError(
      `Le jeton d’accès appartient à ${whoAmI.user_id}, et la configuration demande ${userId}. Corrigez « homeserver.userId », ou donnez le jeton du bon compte.`,
      exitCodes.configuration,
    );
  if (whoAmI.device_id === undefined)
    throw new OperatorError(
      'Le jeton d’accès n’est lié à aucun appareil : le chiffrement est impossible. Donnez un jeton obtenu par une connexion ordinaire à Tchap.',
      exitCodes.configuration,
    );
  const store = keyValue(database);
  const known = await store.get('device_id');
  if (known !== null && known !== whoAmI.device_id)
    throw new OperatorError(
      `Le jeton d’accès est celui de l’appareil ${whoAmI.device_id}, et le dossier de données contient les clés de l’appareil ${known}. Remettez le jeton de ${known}, ou donnez au nouvel appareil un dossier de données vide.`,
      exitCodes.configuration,
    );
  await store.set('device_id', whoAmI.device_id);
  return whoAmI.device_id;
}
