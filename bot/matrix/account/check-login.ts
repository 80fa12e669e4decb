import { z } from 'zod';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import { accountTrouble } from '../http/account-refusals.ts';
import { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import { isNotHomeserver, wrongAddress } from '../http/retry.ts';
import { MatrixError } from '../http/sdk.ts';
import { silenceSdk } from '../http/silence-sdk.ts';
import { unreachable } from '../http/unreachable.ts';
import type { TchapOptions } from '../options.ts';
import { askWho, requireAccount } from './open-account.ts';
import { foreignAccount } from './server-name.ts';
import { readSession } from './session.ts';

type LoginOptions = Pick<TchapOptions, 'homeserverUrl' | 'userId' | 'credentials' | 'dataFolder'>;

/** What was checked: the session itself, or only that a password may open one (trying it would make a device). */
export type CheckedLogin = 'session' | 'password-accepted-in-principle';

/**
 * Asks the homeserver whether the bot could log in, once, without opening a session nor making a device.
 * @throws OperatorError that says what to put right
 */
export const checkLogin = async (options: LoginOptions): Promise<CheckedLogin> => {
  const { homeserverUrl, userId, credentials } = options;
  silenceSdk();
  const token = credentials.kind === 'token' ? credentials.token : (await readSession(options))?.token;
  try {
    const client = new TchapClient(homeserverUrl, token ?? '');
    if (token === undefined) {
      await requirePasswordLogin(client, options);
      return 'password-accepted-in-principle';
    }
    requireAccount(await askWho(client, homeserverUrl), userId);
    return 'session';
  } catch (error) {
    throw error instanceof OperatorError ? error : explained(error, homeserverUrl);
  }
};

const flowsSchema = z.object({ flows: z.array(z.object({ type: z.string() })) });

const requirePasswordLogin = async (client: TchapClient, options: LoginOptions): Promise<void> => {
  const { homeserverUrl } = options;
  const foreign = await foreignAccount(client, options);
  if (foreign !== null) throw foreign;
  const answer = flowsSchema.safeParse(await client.doRequest('GET', '/_matrix/client/v3/login'));
  if (!answer.success) throw wrongAddress(homeserverUrl);
  if (answer.data.flows.some(({ type }) => type === 'm.login.password')) return;
  throw refused(
    `Le serveur « ${homeserverUrl} » n’accepte pas de mot de passe. Donnez un jeton d’accès par « homeserver.tokenFile » ou TCHAP_TOKEN.`,
  );
};

/** A page where the homeserver should be. While running it is an outage; somebody who checks is told at once. */
const isOtherSite = (error: unknown): boolean =>
  error instanceof MatrixError
    ? error.statusCode === 404
    : error instanceof Error && 'code' in error && error.code === 'bad-answer';

const explained = (error: unknown, url: string): unknown => {
  if (isNotHomeserver(error) || isOtherSite(error)) return wrongAddress(url);
  const failure = failureOf(error);
  if (failure.kind === 'account') return accountTrouble(failure.code);
  if (failure.kind === 'rejected' || failure.kind === 'forbidden')
    return refused(`Le serveur « ${url} » refuse la demande (${failure.code}). Vérifiez « homeserver.url ».`);
  return refused(unreachable(url, error));
};

const refused = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
