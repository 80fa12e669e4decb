import { z } from 'zod';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import { serverOf } from '../events/user-id.ts';
import type { TchapClient } from '../http/client.ts';

const keysSchema = z.object({ server_name: z.string().min(1).max(230) });

/**
 * What is wrong when the account is of another server than the one at the address, which says its name beside its public
 * keys; null when the names agree, or when it does not say.
 */
export const foreignAccount = async (
  client: Pick<TchapClient, 'doRequest'>,
  { homeserverUrl, userId }: { readonly homeserverUrl: string; readonly userId: string },
): Promise<OperatorError | null> => {
  const name = await nameOf(client);
  const given = serverOf(userId);
  if (name === null || name === given) return null;
  const localpart = userId.slice(0, userId.indexOf(':'));
  return new OperatorError(
    `« homeserver.userId » : lu ${userId}, un compte du serveur ${given} ; le serveur à l’adresse « ${homeserverUrl} » s’appelle ${name}. Attendu : un compte de ce serveur, par exemple "${localpart}:${name}", ou l’adresse du serveur ${given}.`,
    exitCodes.configuration,
  );
};

const nameOf = async (client: Pick<TchapClient, 'doRequest'>): Promise<string | null> => {
  try {
    return keysSchema.parse(await client.doRequest('GET', '/_matrix/key/v2/server', null, null, PATIENCE_MS))
      .server_name;
  } catch {
    return null;
  }
};

const PATIENCE_MS = 10_000;
