import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Config } from './schema.ts';

/**
 * Looks at the proxy that the environment names, where the configuration names none. As for curl, the scheme may be missing.
 * @throws OperatorError when it is no address; the address itself is not shown, since it may hold a password
 */
export const checkProxy = ({ homeserver }: Config, env: NodeJS.ProcessEnv): void => {
  if (homeserver.proxy !== null) return;
  for (const variable of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
    const address = env[variable] ?? '';
    if (address !== '' && !isAddress(address))
      throw new OperatorError(
        `${variable} : ce n’est pas l’adresse d’un proxy HTTP. Attendu, par exemple : ${variable}=http://proxy.ministere.example:3128`,
        exitCodes.configuration,
      );
  }
};

const isAddress = (address: string): boolean => {
  const url = URL.parse(address.includes('://') ? address : `http://${address}`);
  return url !== null && ['http:', 'https:'].includes(url.protocol);
};
