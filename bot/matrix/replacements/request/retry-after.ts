/** Longest wait inside one request; a longer one is the caller's business. */
export const LONGEST_WAIT_MS = 60_000;
/** Nobody asks for more than an hour in earnest: 27 hours come from a mistake in units. */
const LONGEST_BELIEVED_MS = 3_600_000;
const FIRST_GUESS_MS = 1_000;

/**
 * Milliseconds to wait after a 429: what is asked, at most an hour.
 *
 * `retry_after_ms` of the body wins over the header `Retry-After` (seconds or HTTP date). What is missing, zero,
 * negative or unreadable is replaced by 1 s, doubled at each attempt.
 */
export function waitAfter429(
  retryAfterMs: unknown,
  header: string | string[] | undefined,
  attempt: number,
  now: number,
): number {
  const asked = positive(retryAfterMs) ?? fromHeader(Array.isArray(header) ? header[0] : header, now);
  const wait = asked ?? Math.min(LONGEST_WAIT_MS, FIRST_GUESS_MS * 2 ** attempt);
  return Math.min(LONGEST_BELIEVED_MS, Math.ceil(wait));
}

function fromHeader(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return positive(Number(text) * 1000);
  return /^[A-Z][a-z]{2}, /.test(text) ? positive(Date.parse(text) - now) : null;
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
