import { getCACertificates } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';

export interface Route {
  /** Extra authorities (PEM), added to those of Node. */
  readonly ca?: string | undefined;
  /** URL of the proxy; null: none; absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment. */
  readonly proxy?: string | null | undefined;
}

/** Connections are kept open between requests: a sync loop asks the same host again and again. */
const keepAliveTimeout = 30_000;

/** The connections that requests go through. Redirects are followed by none of them. */
export function createDispatcher({ ca, proxy }: Route): Dispatcher {
  const tls = ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] };
  // An empty address means none; what is given here wins over the environment, exceptions included.
  const address = proxy ?? '';
  const chosen = proxy === undefined ? {} : { httpProxy: address, httpsProxy: address, noProxy: '' };
  return new EnvHttpProxyAgent({
    keepAliveTimeout,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
    ...chosen,
  });
}
