/** The part of `MatrixClient` that setting up encryption needs. */
export interface Homeserver {
  doRequest(
    method: 'GET' | 'POST' | 'PUT',
    endpoint: string,
    query?: unknown,
    body?: unknown,
  ): Promise<unknown>;
}

/** Code of a refusal by the homeserver (`M_NOT_FOUND`…); null for any other error. */
export const errcodeOf = (error: unknown): string | null => {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'string' ? error.errcode : null;
};
