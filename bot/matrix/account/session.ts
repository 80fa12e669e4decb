import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import { TchapClient } from '../http/client.ts';
import { isNotHomeserver, retry, wrongAddress } from '../http/retry.ts';
import { MatrixError } from '../http/sdk.ts';
import { unreachable } from '../http/unreachable.ts';
import type { TchapOptions } from '../options.ts';
import { foreignAccount } from './server-name.ts';

/** What identifies the bot to the homeserver. The device is kept for ever: keys and transaction ids depend on it. */
export interface Session {
  readonly userId: string;
  readonly deviceId: string;
  readonly token: string;
}

const sessionSchema = z.object({
  homeserverUrl: z.string(),
  userId: z.string(),
  deviceId: z.string(),
  token: z.string(),
});

/** Name of the file, in the data folder, that keeps a session created with a password. Mode 0600. */
export const sessionFile = 'session.json';

type SessionOptions = Pick<
  TchapOptions,
  'homeserverUrl' | 'userId' | 'credentials' | 'dataFolder' | 'log' | 'onDoubt'
>;

/**
 * The session to use: that of the configured token; else the one kept in the data folder; else, once, a new one
 * created with the password. Nothing is checked here but a new one.
 * @throws OperatorError for a wrong password or an unreadable file
 */
export const openSession = async (
  options: SessionOptions,
  signal: AbortSignal,
): Promise<{ readonly token: string }> => {
  if (options.credentials.kind === 'token') return { token: options.credentials.token };
  const kept = await readSession(options);
  if (kept !== null) return { token: kept.token };
  const { password } = options.credentials;
  const session = await retry(() => logIn(options, password), {
    log: options.log,
    signal,
    onDoubt: (error) => options.onDoubt?.(unreachable(options.homeserverUrl, error)),
  });
  await keepSession(options, session);
  return { token: session.token };
};

/** The session that the data folder keeps, or null. @throws OperatorError when it is damaged or another account's */
export const readSession = async (
  options: Pick<SessionOptions, 'userId' | 'dataFolder'>,
): Promise<Session | null> => {
  const path = join(options.dataFolder, sessionFile);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw trouble(`« ${path} » ne peut pas être lu : donnez au compte du robot le droit de le lire.`, error);
  }
  const session = sessionSchema.safeParse(safeJson(text)).data;
  if (session === undefined)
    throw trouble(
      `« ${path} » est endommagé. Remettez en place votre dernière sauvegarde du dossier de données ; sans sauvegarde, supprimez ce fichier et le dossier « crypto » : une nouvelle session sera créée avec le mot de passe.`,
    );
  if (session.userId !== options.userId)
    throw trouble(
      `« ${path} » contient la session de ${session.userId}, et la configuration demande ${options.userId}. Donnez à chaque compte son propre dossier de données.`,
    );
  return session;
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const loginSchema = z.object({ access_token: z.string(), device_id: z.string(), user_id: z.string() });

const logIn = async (options: SessionOptions, password: string): Promise<Session> => {
  const client = new TchapClient(options.homeserverUrl, '');
  const answer = await client
    .doRequest('POST', '/_matrix/client/v3/login', null, {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: options.userId },
      password,
      initial_device_display_name: 'Robot « cloud au centre »',
    })
    .catch(async (error: unknown) => {
      if (isNotHomeserver(error)) throw wrongAddress(options.homeserverUrl);
      if (!(error instanceof MatrixError) || error.errcode !== 'M_FORBIDDEN') throw error;
      throw (await foreignAccount(client, options)) ?? wrongPassword(options);
    });
  const { access_token: token, device_id: deviceId, user_id: userId } = loginSchema.parse(answer);
  return { token, deviceId, userId };
};

const keepSession = async (
  { dataFolder, homeserverUrl }: SessionOptions,
  session: Session,
): Promise<void> => {
  const path = join(dataFolder, sessionFile);
  const draft = `${path}.tmp`;
  try {
    await writeFile(draft, JSON.stringify({ homeserverUrl, ...session }), { mode: 0o600, flush: true });
    await rename(draft, path);
  } catch (error) {
    await unlink(draft).catch(() => {});
    throw trouble(
      `La session ne peut pas être écrite dans « ${path} » : vérifiez la place sur le disque et le droit d’écrire dans ce dossier.`,
      error,
    );
  }
};

const wrongPassword = ({ userId, homeserverUrl }: SessionOptions): OperatorError =>
  new OperatorError(
    `Le serveur « ${homeserverUrl} » refuse le mot de passe de ${userId}. Vérifiez « homeserver.userId » et le fichier de « homeserver.passwordFile », ou donnez un jeton d’accès par « homeserver.tokenFile ».`,
    exitCodes.configuration,
  );

const trouble = (message: string, cause?: unknown): OperatorError =>
  new OperatorError(message, exitCodes.storage, cause);
