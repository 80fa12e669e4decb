/** Placeholder until the HTTP client is in place: callable, as matrix-bot-sdk requires at load. */
export function request(): never {
  throw new Error('request: not available yet');
}

export { request as 'module.exports' };
