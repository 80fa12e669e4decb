import { configureHttp } from 'request';

export interface HttpRoute {
  /** Authorities added to those of Node, PEM. */
  readonly authorities: string | undefined;
  /** null = the proxy that the environment names, if any. */
  readonly proxy: string | null;
  /** Called with the status of each answer of the homeserver. Must not throw. */
  readonly onAnswer?: (status: number) => void;
}

/** Sets how the homeserver is reached. To be called before the first request. */
export const configureRoute = ({ authorities, proxy, onAnswer }: HttpRoute): void =>
  configureHttp({
    ca: authorities,
    proxy: proxy ?? undefined,
    onResponse: onAnswer === undefined ? undefined : ({ status }) => onAnswer(status),
  });
