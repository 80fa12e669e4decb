import type { Credentials, TchapOptions } from '../matrix/options.ts';
import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Config } from './schema.ts';
import { givenTwice, readSecret } from './secrets.ts';

/**
 * What the bot proves its account with: an access token, else a password.
 * @throws OperatorError when a file is refused or when there is neither
 */
export const readCredentials = ({ homeserver }: Config, env: NodeJS.ProcessEnv): Credentials => {
  const token = readSecret(
    { key: 'homeserver.tokenFile', file: homeserver.tokenFile, variable: 'TCHAP_TOKEN' },
    env,
  );
  if (token !== null) return { kind: 'token', token };
  const password = readSecret(
    { key: 'homeserver.passwordFile', file: homeserver.passwordFile, variable: 'TCHAP_PASSWORD' },
    env,
  );
  if (password !== null) return { kind: 'password', password };
  throw new OperatorError(
    'Ni jeton ni mot de passe : renseigner homeserver.tokenFile ou homeserver.passwordFile, ou la variable d’environnement TCHAP_TOKEN ou TCHAP_PASSWORD.',
    exitCodes.configuration,
  );
};

/**
 * Keys of the encryption. The file of the store's key is read, and at the first start written, by its owner.
 * @throws OperatorError when a file is refused or a key is given twice
 */
export const readEncryptionKeys = (
  { encryption }: Config,
  env: NodeJS.ProcessEnv,
): TchapOptions['encryption'] => {
  const storeKey = readSecret(
    { key: 'encryption.storeKeyFile', file: null, variable: 'TCHAP_STORE_KEY' },
    env,
  );
  if (storeKey !== null && encryption.storeKeyFile !== null) {
    throw givenTwice('encryption.storeKeyFile', 'TCHAP_STORE_KEY');
  }
  const recoveryKey = readSecret(
    { key: 'encryption.recoveryKeyFile', file: encryption.recoveryKeyFile, variable: 'TCHAP_RECOVERY_KEY' },
    env,
  );
  return { storeKey, storeKeyFile: encryption.storeKeyFile, recoveryKey };
};
