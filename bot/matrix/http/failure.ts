import { isAccountError, notMatrix } from 'request';
import { MatrixError } from './sdk.ts';

/** What a failed call to the homeserver means for what to do next; `status` is that of the answer, if one came. */
export type Failure = Meaning & { readonly status?: number };

type Meaning =
  /** The account or its token no longer works. */
  | { readonly kind: 'account'; readonly code: string }
  /** Not allowed in this room, or the room is gone: trying again cannot help. */
  | { readonly kind: 'forbidden'; readonly code: string }
  | { readonly kind: 'rate-limited'; readonly code: string; readonly waitMs: number }
  /** The homeserver refuses this very request. */
  | { readonly kind: 'rejected'; readonly code: string }
  /** We are stopping. */
  | { readonly kind: 'aborted'; readonly code: string }
  /** Network, 5xx, or anything unforeseen: worth trying again. */
  | { readonly kind: 'temporary'; readonly code: string };

/** Reads any error thrown by a call. `code` is safe to log: it holds no identifier and no text. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof MatrixError) return { ...refusal(error), status: error.statusCode };
  const code = error instanceof Error && 'code' in error ? String(error.code) : nameOf(error);
  return { kind: code === 'aborted' ? 'aborted' : 'temporary', code };
};

const refusal = (error: MatrixError): Meaning => {
  const code = error.errcode;
  if (isAccountError(code)) return { kind: 'account', code };
  if (error.statusCode === 429)
    return { kind: 'rate-limited', code, waitMs: Math.max(1000, error.retryAfterMs ?? 5000) };
  // Something on the way answered, not the homeserver: whatever it says passes, like an outage.
  if (code === notMatrix) return { kind: 'temporary', code };
  if (error.statusCode === 403 || error.statusCode === 404) return { kind: 'forbidden', code };
  return { kind: error.statusCode >= 400 && error.statusCode < 500 ? 'rejected' : 'temporary', code };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
