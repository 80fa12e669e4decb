export type HttpFailureCode = 'timeout' | 'aborted' | 'network' | 'too-large' | 'bad-answer' | 'outdated';

/** A request that got no usable answer. Carries neither headers, nor body, nor identifiers: it may be logged as it is. */
export class HttpFailure extends Error {
  readonly code: HttpFailureCode;
  /** `PUT /_matrix/client/v3/rooms/…`: identifiers are cut off. */
  readonly endpoint: string;

  constructor(code: HttpFailureCode, endpoint: string, detail: string) {
    super(`${endpoint}: ${detail}`);
    this.name = 'HttpFailure';
    this.code = code;
    this.endpoint = endpoint;
  }
}

const accountErrors = new Set([
  'M_UNKNOWN_TOKEN',
  'M_MISSING_TOKEN',
  'M_USER_DEACTIVATED',
  'M_USER_LOCKED',
  'M_USER_SUSPENDED',
  'ORG_MATRIX_EXPIRED_ACCOUNT',
]);

/** The account or its token no longer works: no retry can succeed before somebody acts. */
export function isAccountError(errcode: string | null): boolean {
  return errcode !== null && accountErrors.has(errcode);
}

/** Method and path up to the first identifier (room, user, event, account data owner…), without the query. */
export function endpointOf(method: string, uri: string): string {
  const segments = new URL(uri).pathname.split('/');
  const firstIdentifier = segments.findIndex((segment) => /^(?:[!@$#]|%21|%40|%24|%23)/i.test(segment));
  return `${method} ${firstIdentifier < 0 ? segments.join('/') : [...segments.slice(0, firstIdentifier), '…'].join('/')}`;
}
