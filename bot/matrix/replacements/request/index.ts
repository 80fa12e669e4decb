/**
 * The part of `request` that matrix-bot-sdk 0.8 calls, over undici. See ../README.md.
 *
 * matrix-bot-sdk `require`s this package and calls what it gets, hence the last line; our own code imports names.
 */
import { HttpClient, type HttpOptions } from './client.ts';
import type { Callback, Params } from './exchange.ts';

const client = new HttpClient();

/** Sends one request; `callback(error, response, body)` as the abandoned `request` package did. */
export function request(params: Params, callback: Callback): void {
  client.send(params).then(
    (response) => callback(null, response, response.body),
    (error: unknown) => callback(error instanceof Error ? error : new Error('HTTP: unknown failure')),
  );
}

/** Sets proxy, authorities and the observer. To be called before the first request; later calls open new connections. */
export function configureHttp(options: HttpOptions): void {
  client.configure(options);
}

/** Fails every request under way, and every wait after a 429, with `HttpFailure` code `aborted`. */
export function abortAll(): void {
  client.abortAll();
}

export type { HttpAnswer, HttpOptions } from './client.ts';
export { HttpFailure, type HttpFailureCode, isAccountError } from './errors.ts';
export { notMatrix } from './who-answered.ts';
export { request as 'module.exports' };
