import { getCACertificates } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';

export interface Route {
  /** Extra authorities (PEM), added to those of Node. */
  readonly ca?: string | undefined;
  /** URL of the proxy; null: none; absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment. */
  readonly proxy?: string | null | undefined;
}

/** Connections are kept open between requests: a sync loop asks the same host again and again. */
const KEEP_ALIVE_MS = 30_000;

/** The connections that requests go through. Redirects are followed by none of them. */
export function createDispatcher({ ca, proxy }: Route): Dispatcher {
  const tls = ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] };
  // An empty address means none; what is given here wins over the environment, exceptions included.
  const address = proxy ?? '';
  const chosen =
    proxy === undefined ? fromEnvironment() : { httpProxy: address, httpsProxy: address, noProxy: '' };
  return new EnvHttpProxyAgent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
    ...chosen,
  });
}

/** Names of variables, in the order in which they are looked for. */
const variables = { httpProxy: ['http_proxy', 'HTTP_PROXY'], httpsProxy: ['https_proxy', 'HTTPS_PROXY'] };

/** What undici reads by itself, but that it takes an address without a scheme, as curl does, for that of a scheme. */
function fromEnvironment(): { readonly httpProxy?: string; readonly httpsProxy?: string } {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, from]) => {
      const address = from.map((variable) => process.env[variable]).find((value) => value !== undefined);
      return address === undefined || address === '' ? [] : [[name, withScheme(address)]];
    }),
  );
}

function withScheme(address: string): string {
  return address.includes('://') ? address : `http://${address}`;
}
