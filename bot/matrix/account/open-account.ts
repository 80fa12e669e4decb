import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cryptoStoreFile } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { z } from 'zod';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { Queues } from '../../queues/queues.ts';
import { cryptoFolder } from '../encryption/open-encryption.ts';
import { REFUSED_PAUSE } from '../http/account-refusals.ts';
import type { TchapClient } from '../http/client.ts';
import { isNotHomeserver, retry, wrongAddress } from '../http/retry.ts';
import { unreachable } from '../http/unreachable.ts';
import { wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';

const whoAmISchema = z.object({ user_id: z.string(), device_id: z.string().optional() });
const refusedAt = 'account_refused_at';

type AccountOptions = Pick<
  TchapOptions,
  'userId' | 'homeserverUrl' | 'dataFolder' | 'now' | 'log' | 'onDoubt'
> & {
  readonly queues: Queues;
};

/**
 * Asks the homeserver who the token belongs to; waits for a homeserver that is away. A refused account is asked
 * about at most once a minute, even when a supervisor restarts the process without end.
 * @throws OperatorError when the token is refused or belongs to another user or device
 */
export const openAccount = async (
  client: TchapClient,
  options: AccountOptions,
  signal: AbortSignal,
): Promise<{ readonly userId: string; readonly deviceId: string }> => {
  const store = options.queues.values;
  const refused = Number((await store.get(refusedAt)) ?? 0);
  const pause = Math.min(REFUSED_PAUSE, Math.max(0, refused + REFUSED_PAUSE - options.now()));
  if (pause > 0) options.log.warn('account-refused-before', { milliseconds: pause });
  await wait(pause, signal);
  const whoAmI = await retry(() => askWho(client, options.homeserverUrl), {
    log: options.log,
    signal,
    onDoubt: (error) => options.onDoubt?.(unreachable(options.homeserverUrl, error)),
    onRefused: () => store.set(refusedAt, String(options.now())),
  });
  await store.set(refusedAt, null);
  return { userId: whoAmI.user_id, deviceId: await checkDevice(whoAmI, options) };
};

export type WhoAmI = z.infer<typeof whoAmISchema>;

/** Whose token the client uses. @throws OperatorError when no homeserver answers at this address */
export const askWho = async (client: TchapClient, url: string): Promise<WhoAmI> => {
  try {
    return whoAmISchema.parse(await client.getWhoAmI());
  } catch (error) {
    throw isNotHomeserver(error) ? wrongAddress(url) : error;
  }
};

/** The device of a token. @throws OperatorError when the token is not that of the account, or has no device */
export const requireAccount = (whoAmI: WhoAmI, userId: string): string => {
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
  return whoAmI.device_id;
};

const checkDevice = async (
  whoAmI: WhoAmI,
  { userId, queues, dataFolder }: AccountOptions,
): Promise<string> => {
  const deviceId = requireAccount(whoAmI, userId);
  const store = queues.values;
  const known = await store.get('device_id');
  // Without keys nothing is left of the other device: the registers of the database must survive it.
  const keys = join(cryptoFolder(dataFolder), cryptoStoreFile);
  if (known !== null && known !== deviceId && existsSync(keys))
    throw new OperatorError(
      `Le jeton d’accès est celui de l’appareil ${deviceId}, et le dossier de données contient les clés de l’appareil ${known}. Remettez le jeton de ${known}, ou, pour passer au nouvel appareil, supprimez le dossier « crypto » du dossier de données et gardez le reste.`,
      exitCodes.configuration,
    );
  await store.set('device_id', deviceId);
  return deviceId;
};
