import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Config } from './schema.ts';
import { readSecret } from './secrets.ts';

/**
 * Token that readers of health and metrics present; null when none is asked for.
 * @throws OperatorError when the address is not that of the machine itself and there is no token
 */
export const readHttpToken = ({ http }: Config, env: NodeJS.ProcessEnv): string | null => {
  const token = readSecret(
    { key: 'http.tokenFile', file: http.tokenFile, variable: 'TCHAP_HTTP_TOKEN' },
    env,
  );
  if (token !== null && !/^\S{16,}$/.test(token))
    throw refused(
      'Le jeton de http.tokenFile (ou TCHAP_HTTP_TOKEN) doit avoir au moins 16 caractères, sans espace. Pour en créer un : openssl rand -hex 32',
    );
  if (token === null && http.port !== null && !isLoopback(http.host))
    throw refused(
      `http.host (${http.host}) se lit depuis d’autres machines : il y faut un jeton. Renseigner http.tokenFile ou TCHAP_HTTP_TOKEN (openssl rand -hex 32), ou revenir à "127.0.0.1".`,
    );
  return token;
};

const isLoopback = (host: string): boolean => host === '::1' || host.startsWith('127.');

const refused = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
