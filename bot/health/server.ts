import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import { presents } from './token.ts';

/** What a path answers. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface HealthOptions {
  /** Asked of every reader; null on loopback only. */
  readonly token: string | null;
  /** Pages by path. */
  readonly pages: ReadonlyMap<string, () => Promise<Page>>;
  readonly log: Log;
}

/** A server of small pages, for probes and Prometheus. Slow or numerous readers cannot hold it up. */
export const createHealthServer = (options: HealthOptions): Server => {
  const server = createServer(
    {
      headersTimeout: 5000,
      requestTimeout: 5000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 1000,
      maxHeaderSize: 8192,
    },
    (request, response) => void answer(request, response, options),
  );
  server.maxConnections = 32;
  // Whoever does not read what he asked for.
  server.setTimeout(10_000);
  return server;
};

const answer = async (request: IncomingMessage, response: ServerResponse, options: HealthOptions) => {
  // What comes with a request is never read.
  request.resume();
  const page = await pageOf(request, options);
  response.writeHead(page.status, {
    'content-type': page.contentType,
    'content-length': Buffer.byteLength(page.body),
    'cache-control': 'no-store',
    connection: 'close',
    ...(page.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(page.status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(request.method === 'HEAD' ? '' : page.body);
};

const pageOf = async (request: IncomingMessage, { token, pages, log }: HealthOptions): Promise<Page> => {
  // A page of the web could have its name lead here, and a browser would send it what it reads.
  if (token === null && !isLocal(request.headers.host))
    return json(421, { error: 'Host : attendu localhost ou une adresse de la machine elle-même' });
  if (token !== null && !presents(request.headers.authorization, token))
    return json(401, { error: 'jeton absent ou faux : Authorization: Bearer <jeton>' });
  const page = pages.get((request.url ?? '/').replace(/\?.*$/s, ''));
  if (page === undefined) return json(404, { error: `pages : ${[...pages.keys()].join(', ')}` });
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return json(405, { error: 'seuls GET et HEAD sont admis' });
  try {
    return await page();
  } catch (error) {
    log.error('health-failed', failureFields(error));
    return json(500, { error: 'erreur du robot ; voir son journal' });
  }
};

const isLocal = (host: string | undefined): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');

export const json = (status: number, body: object): Page => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: `${JSON.stringify(body)}\n`,
});
