import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { createDispatcher, type Route } from './dispatcher.ts';
import { endpointOf, HttpFailure } from './errors.ts';
import { exchange, type Params, type RawResponse, type Response } from './exchange.ts';
import { type MatrixErrorBody, refusalIn, toSdkRefusal, toSdkResponse } from './matrix-answer.ts';
import { Pace, type Pacing } from './pace.ts';
import { LONGEST_WAIT_MS, waitAfter429 } from './retry-after.ts';

/** One answer of the homeserver, 429 included; nothing in it identifies a person or a room. */
export interface HttpAnswer {
  readonly endpoint: string;
  readonly status: number;
  /** null when the request succeeded. */
  readonly errcode: string | null;
  /** Milliseconds that we are going to wait before the same request leaves again; null when it does not. */
  readonly retryIn: number | null;
}

export interface HttpOptions extends Route {
  /** Called at every answer: count the 429, notice `isAccountError(errcode)`. Must not throw. */
  readonly onResponse?: ((answer: HttpAnswer) => void) | undefined;
  /** How calls are spaced out, the long poll of `/sync` left out; all at once when absent. */
  readonly pacing?: Pacing | undefined;
  /** Replaced in tests only. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const MAX_RETRIES = 5;
/** Timers may fire a little before their time; a homeserver counts that as not having waited. */
const MARGIN_MS = 50;

export class HttpClient {
  #options: HttpOptions = {};
  #dispatcher: Dispatcher | null = null;
  #abort = new AbortController();
  /** When an endpoint may be called again, by the monotonic clock: a 429 is for the account, not for one request. */
  #pace: Pace | null = null;
  readonly #free = new Map<string, number>();

  configure(options: HttpOptions): void {
    this.#options = options;
    this.#pace = options.pacing === undefined ? null : new Pace(options.pacing);
    const previous = this.#dispatcher;
    this.#dispatcher = null;
    previous?.close().catch(() => {});
  }

  abortAll(): void {
    this.#abort.abort();
    this.#free.clear();
    this.#abort = new AbortController();
  }

  /**
   * Sends, and sends again after a 429 on the same URL: it holds the transaction id, so a retry cannot duplicate.
   * Other calls to the same endpoint wait with it.
   * Nothing else is retried here. Throws `HttpFailure` only; a refusal is a response with an `errcode` in its body,
   * and after a 429 that was not waited for, a `retry_after_ms` that the caller must respect.
   */
  async send(params: Params): Promise<Response> {
    const endpoint = endpointOf(params.method, params.uri);
    const abort = this.#abort.signal;
    this.#dispatcher ??= createDispatcher(this.#options);
    for (let attempt = 0; ; attempt++) {
      await this.#turn(endpoint, abort);
      if (params.mayLeave?.() === false)
        throw new HttpFailure('outdated', endpoint, 'not to be sent as it was when it began to wait');
      const raw = await exchange(params, this.#dispatcher, abort);
      const refusal = refusalIn(raw);
      const asked = raw.statusCode === 429 ? waitOf(raw, refusal, attempt) : null;
      const retryIn = asked !== null && asked <= LONGEST_WAIT_MS && attempt < MAX_RETRIES ? asked : null;
      this.#options.onResponse?.({
        endpoint,
        status: raw.statusCode,
        errcode: refusal?.errcode ?? null,
        retryIn,
      });
      if (retryIn !== null) this.#free.set(endpoint, performance.now() + retryIn);
      else if (refusal === null) return toSdkResponse(raw, params.encoding, endpoint);
      else return toSdkRefusal(raw, asked === null ? refusal : { ...refusal, retry_after_ms: asked });
    }
  }

  /** Waits until the account may call this endpoint, then for its turn among all calls. */
  async #turn(endpoint: string, abort: AbortSignal): Promise<void> {
    const asked = (this.#free.get(endpoint) ?? 0) - performance.now();
    if (asked > 0) await this.#pause(asked, abort, endpoint);
    if (this.#pace === null || isLongPoll(endpoint)) return;
    const wait = this.#pace.take(performance.now());
    if (wait > 0) await this.#pause(wait, abort, endpoint);
  }

  async #pause(wait: number, signal: AbortSignal, endpoint: string): Promise<void> {
    try {
      await (this.#options.sleep ?? sleep)(wait + MARGIN_MS, signal);
    } catch {
      throw new HttpFailure('aborted', endpoint, 'aborted because the bot stops');
    }
  }
}

/** One at a time, and answered when there is something to say. */
function isLongPoll(endpoint: string): boolean {
  return endpoint.endsWith('/sync');
}

function waitOf(raw: RawResponse, refusal: MatrixErrorBody | null, attempt: number): number {
  return waitAfter429(refusal?.retry_after_ms, raw.headers['retry-after'], attempt, Date.now());
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return sleepFor(ms, undefined, { signal });
}
