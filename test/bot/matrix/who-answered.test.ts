import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TchapClient } from '../../../bot/matrix/http/client.ts';
import { failureOf } from '../../../bot/matrix/http/failure.ts';
import { silenceSdk } from '../../../bot/matrix/http/silence-sdk.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** How a call is understood when a real server answers so. */
const understood = async (status: number, body: string): Promise<string> => {
  silenceSdk();
  const answering = createServer((_, response) => response.writeHead(status).end(body));
  server = answering;
  await new Promise<void>((resolve) => answering.listen(0, '127.0.0.1', resolve));
  const client = new TchapClient(`http://127.0.0.1:${(answering.address() as AddressInfo).port}`, 't');
  const call = client.doRequest('GET', '/_matrix/client/v3/sync');
  return call.then(
    () => 'answer',
    (error: unknown) => failureOf(error).kind,
  );
};

const refusals = [
  300, 302, 307, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 414, 421, 425, 431, 451, 499,
];
const outages = [500, 501, 502, 503, 504, 511, 520];

describe('what is not the homeserver passes, whatever its status', () => {
  const others = [
    '<html><h1>Forbidden</h1></html>',
    '',
    '{"message":"no route","code":42}',
    '{"error":"x"}',
    '[]',
    '{"errcode":3}',
    '{"errcode":""}',
    'null',
  ];
  it.each([200, ...refusals, ...outages])('%i', async (status) => {
    for (const body of status === 200 ? others.slice(0, 2) : others) {
      expect([body, await understood(status, body)]).toEqual([body, 'temporary']);
      server?.closeAllConnections();
      server?.close();
    }
  });
});

describe('what the homeserver refuses is a refusal', () => {
  it.each<[number, string, string]>([
    [400, 'M_UNKNOWN', 'rejected'],
    [400, 'M_INVALID_PARAM', 'rejected'],
    [413, 'M_TOO_LARGE', 'rejected'],
    [403, 'M_FORBIDDEN', 'forbidden'],
    [404, 'M_NOT_FOUND', 'forbidden'],
    [401, 'M_UNKNOWN_TOKEN', 'account'],
    [403, 'ORG_MATRIX_EXPIRED_ACCOUNT', 'account'],
    [500, 'M_UNKNOWN', 'temporary'],
    [502, 'M_UNKNOWN', 'temporary'],
  ])('%i %s: %s', async (status, errcode, kind) => {
    expect(await understood(status, JSON.stringify({ errcode, error: 'no' }))).toBe(kind);
  });

  it('a challenge of authentication has no code, and is the homeserver', async () => {
    expect(await understood(401, '{"flows":[],"session":"s"}')).toBe('rejected');
  });
});
