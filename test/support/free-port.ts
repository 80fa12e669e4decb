import { createServer } from 'node:net';
import { listen } from './tls.ts';

/** A port of this machine that nobody uses now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};
