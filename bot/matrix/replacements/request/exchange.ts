import { stringify } from 'node:querystring';
import { type Dispatcher, request as undiciRequest } from 'undici';
import { endpointOf, HttpFailure } from './errors.ts';

/** What matrix-bot-sdk passes (lib/http.js and MatrixClient.uploadContentFromUrl). */
export interface Params {
  readonly uri: string;
  readonly method: string;
  readonly qs?: Readonly<Record<string, unknown>> | null | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Buffer | undefined;
  /** Milliseconds for the whole exchange, body included. */
  readonly timeout?: number | undefined;
  /** undefined: the body is a string; null: a Buffer. */
  readonly encoding?: null | undefined;
  /** Ours, asked just before each attempt leaves: what has waited may not be to be sent any more. */
  readonly mayLeave?: (() => boolean) | undefined;
}

export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Not read-only: matrix-bot-sdk replaces it with what it parsed. */
  body: string | Buffer;
}

export type Callback = (error: Error | null, response?: Response, body?: string | Buffer) => void;

export interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A first sync of hundreds of rooms is 1 to 2 MB; nothing that we read comes near this. */
const MAX_BYTES = 32 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 60_000;

/** One exchange, no retry; redirects are answers like others (undici follows none unless asked). */
export async function exchange(
  params: Params,
  dispatcher: Dispatcher,
  abort: AbortSignal,
): Promise<RawResponse> {
  const endpoint = endpointOf(params.method, params.uri);
  const deadline = AbortSignal.timeout(params.timeout ?? DEFAULT_TIMEOUT_MS);
  try {
    const answer = await undiciRequest(urlOf(params), {
      dispatcher,
      method: params.method as Dispatcher.HttpMethod,
      headers: params.headers ?? {},
      body: params.body ?? null,
      signal: AbortSignal.any([deadline, abort]),
    });
    const body = await readBounded(answer.body, endpoint);
    return { statusCode: answer.statusCode, headers: answer.headers, body };
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    if (abort.aborted) throw new HttpFailure('aborted', endpoint, 'aborted because the bot stops');
    if (deadline.aborted) {
      throw new HttpFailure(
        'timeout',
        endpoint,
        `no answer within ${params.timeout ?? DEFAULT_TIMEOUT_MS} ms`,
      );
    }
    // The cause is left out: some of undici's errors hold the request, and with it the access token.
    throw new HttpFailure('network', endpoint, codeOf(error));
  }
}

function urlOf(params: Params): string {
  const query = Object.fromEntries(
    Object.entries(params.qs ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ) as Record<string, string | number | boolean | readonly string[]>;
  const text = stringify(query);
  if (text === '') return params.uri;
  return `${params.uri}${params.uri.includes('?') ? '&' : '?'}${text}`;
}

async function readBounded(body: Dispatcher.ResponseData['body'], endpoint: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, and with it the connection: the rest is never read.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new HttpFailure('too-large', endpoint, `answer over ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Code of Node or of undici; the status of a proxy that refuses to lead to the homeserver, as `PROXY_407`. */
function codeOf(error: unknown): string {
  const [, status] = error instanceof Error ? (/^Proxy response \((\d{3})\)/.exec(error.message) ?? []) : [];
  if (status !== undefined) return `PROXY_${status}`;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'network failure';
}
