/** Stands for the `errcode` of an answer that no homeserver gave. */
export const notMatrix = 'NOT_MATRIX';

/**
 * Who refused a request: the `errcode` of the homeserver, or `notMatrix` when a proxy, a gateway or an ingress answered in
 * its place. Whatever its status, an answer without an `errcode` in a JSON object says nothing of the request. The one
 * exception is the challenge of an interactive authentication (401 with `flows`), which Matrix sends without one.
 */
export function whoAnswered(status: number, body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return notMatrix;
  const { errcode, flows } = body as { readonly errcode?: unknown; readonly flows?: unknown };
  if (typeof errcode === 'string' && errcode !== '') return errcode;
  return status === 401 && Array.isArray(flows) ? 'M_UNKNOWN' : notMatrix;
}
