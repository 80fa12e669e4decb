import { systemClock } from '../clock.ts';
import { compose } from '../compose.ts';
import { readAuthorities } from '../config/authorities.ts';
import { readAvatar } from '../config/avatar.ts';
import { readCredentials, readEncryptionKeys } from '../config/credentials.ts';
import { readHttpToken } from '../config/http-token.ts';
import { checkProxy } from '../config/proxy.ts';
import type { Config } from '../config/schema.ts';
import { createLog } from '../log/log.ts';
import { OperatorError } from '../operator-error.ts';
import { prepareDataFolder } from '../process/data-folder.ts';
import { rightsFrom } from '../rights/from-config.ts';

export interface CheckOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The homeserver is not asked. */
  readonly offline: boolean;
}

/**
 * Checks all that a start needs: secrets, certificates, data folder, texts, catalogue; then, if all that is right,
 * whether the homeserver would let the bot log in. Nothing is opened nor made there.
 * @returns what an operator should know although nothing is wrong, in French sentences
 * @throws OperatorError that lists everything found, with the exit code of the first
 */
export const checkConfig = async (
  config: Config,
  { env, offline }: CheckOptions,
): Promise<readonly string[]> => {
  const steps = [
    () => readCredentials(config, env),
    () => readEncryptionKeys(config, env),
    () => readHttpToken(config, env),
    () => readAuthorities(config),
    () => checkProxy(config, env),
    () => readAvatar(config),
    () => prepareDataFolder(config.data.folder),
    () =>
      compose({
        ...config.knowledge,
        withdrawnCards: config.knowledge.withdrawn,
        language: config.language,
        rights: rightsFrom(config),
        clock: systemClock,
        log: createLog({ level: 'silent' }),
      }),
  ];
  const found = steps.flatMap(troubleOf);
  const [first] = found;
  if (first !== undefined)
    throw new OperatorError(found.map(({ message }) => message).join('\n\n'), first.exitCode);
  return offline ? ['Le serveur n’a pas été interrogé (--offline).'] : askHomeserver(config, env);
};

const askHomeserver = async (config: Config, env: NodeJS.ProcessEnv): Promise<readonly string[]> => {
  // The SDK is loaded only when it is needed.
  const { configureRoute } = await import('../matrix/http/http-route.ts');
  const { checkLogin } = await import('../matrix/account/check-login.ts');
  configureRoute({ authorities: readAuthorities(config), proxy: config.homeserver.proxy });
  const checked = await checkLogin({
    homeserverUrl: config.homeserver.url,
    userId: config.homeserver.userId,
    credentials: readCredentials(config, env),
    dataFolder: config.data.folder,
  });
  return checked === 'session'
    ? []
    : [
        'Le serveur accepte les mots de passe ; celui du robot n’a pas été essayé, car l’essai créerait un appareil.',
      ];
};

const troubleOf = (step: () => unknown): readonly OperatorError[] => {
  try {
    step();
    return [];
  } catch (error) {
    if (error instanceof OperatorError) return [error];
    throw error;
  }
};
