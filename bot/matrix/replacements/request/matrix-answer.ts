import { HttpFailure } from './errors.ts';
import type { RawResponse, Response } from './exchange.ts';
import { whoAnswered } from './who-answered.ts';

/** The error of a refused request, as the homeserver wrote it, or as we name it when something else answered. */
export interface MatrixErrorBody {
  readonly errcode: string;
  readonly error: string;
  readonly [field: string]: unknown;
}

/**
 * null for a success (status 200 to 299). Otherwise the body with an `errcode` for sure, other fields (`session`,
 * `soft_logout`, `retry_after_ms`) kept: matrix-bot-sdk throws the raw response, access token included, when an
 * error has no `errcode`.
 */
export function refusalIn(raw: RawResponse): MatrixErrorBody | null {
  if (raw.statusCode >= 200 && raw.statusCode < 300) return null;
  const parsed = parse(raw.body);
  const known = isObject(parsed) ? parsed : {};
  return {
    ...known,
    errcode: whoAnswered(raw.statusCode, parsed),
    error: typeof known.error === 'string' ? known.error : `HTTP ${raw.statusCode}`,
  };
}

/** As text whatever encoding was asked for: matrix-bot-sdk reads errors from text only. */
export function toSdkRefusal(raw: RawResponse, refusal: MatrixErrorBody): Response {
  return { statusCode: raw.statusCode, headers: raw.headers, body: JSON.stringify(refusal) };
}

/** A success: bytes as they are, text only if it is JSON (matrix-bot-sdk would take the page of a proxy for an answer). */
export function toSdkResponse(raw: RawResponse, encoding: null | undefined, endpoint: string): Response {
  const { statusCode, headers, body } = raw;
  if (encoding === null) return { statusCode, headers, body };
  const parsed = parse(body);
  if (typeof parsed !== 'object' || parsed === null) {
    throw new HttpFailure('bad-answer', endpoint, `HTTP ${statusCode} whose body is not JSON`);
  }
  return { statusCode, headers, body: body.toString('utf8') };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
