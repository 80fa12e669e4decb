import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log/log.ts';

const RETRY_MS = 30_000;

/**
 * Has a server listen, and tries again every half minute when its port is taken: a bot that cannot be watched
 * still answers. Gives what ends it, once.
 * @param onFailure called at the first failure, with the code of Node (`EADDRINUSE`…)
 */
export const keepListening = (
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  { log, onFailure }: { readonly log: Log; readonly onFailure: (code: string) => void },
): { close(): Promise<void>; address(): AddressInfo | null } => {
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  const listen = (): void => void server.listen(port, host);
  server.on('listening', () => log.info('health-listening', {}));
  server.on('error', (error: NodeJS.ErrnoException) => {
    const code = error.code ?? 'unknown';
    log.error('health-unavailable', { code, failures });
    if (failures++ === 0) onFailure(code);
    retry = setTimeout(listen, RETRY_MS).unref();
  });
  listen();
  return {
    close: async () => {
      clearTimeout(retry);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    address: () => {
      const address = server.address();
      return typeof address === 'object' ? address : null;
    },
  };
};
