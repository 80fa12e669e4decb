import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpAnswer, HttpClient } from '../../../../../bot/matrix/replacements/request/client.ts';
import { endpointOf, isAccountError } from '../../../../../bot/matrix/replacements/request/errors.ts';

type Reply = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const token = 'syt_very_secret';
const headers = { Authorization: `Bearer ${token}` };
let replies: Reply[] = [];
let seen: string[] = [];
let base = '';
let answers: HttpAnswer[] = [];
let waits: number[] = [];
let client = new HttpClient();

const server = createServer((incoming, outgoing) => {
  seen.push(`${incoming.method} ${incoming.url}`);
  (replies.shift() ?? json(200, {}))(incoming, outgoing);
});
const json =
  (status: number, body: unknown, more: Record<string, string> = {}): Reply =>
  (_incoming, outgoing) => {
    outgoing.writeHead(status, { 'Content-Type': 'application/json', ...more });
    outgoing.end(JSON.stringify(body));
  };
const text =
  (status: number, body: string, more: Record<string, string> = {}): Reply =>
  (_incoming, outgoing) => {
    outgoing.writeHead(status, more);
    outgoing.end(body);
  };
const cutShort: Reply = (incoming, outgoing) => {
  outgoing.writeHead(200, { 'Content-Length': 99 });
  outgoing.write('{}', () => incoming.socket.destroy());
};
const send = (path: string, more: object = {}) =>
  client.send({ uri: base + path, method: 'GET', headers, ...more });
const failure = async (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => 'no failure',
    (error: unknown) => error,
  );

beforeEach(async () => {
  [replies, seen, answers, waits] = [[], [], [], []];
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new HttpClient();
  client.configure({
    proxy: null,
    onResponse: (answer) => answers.push(answer),
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
});

afterEach(async () => {
  client.abortAll();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe('what matrix-bot-sdk is given', () => {
  it('a string, or a Buffer when encoding is null', async () => {
    replies = [json(200, { a: 'é' }), text(200, 'bytes')];
    expect((await send('/a')).body).toBe('{"a":"é"}');
    expect((await send('/b', { encoding: null })).body).toEqual(Buffer.from('bytes'));
  });

  it('a query where lists are repeated and what is undefined is left out', async () => {
    await send('/a?x=1', { qs: { user: ['@a', '@b'], from: undefined, to: null, limit: 10 } });
    expect(seen).toEqual(['GET /a?x=1&user=%40a&user=%40b&limit=10']);
  });

  it('the request body, text or bytes, and its headers', async () => {
    let got = '';
    replies = [
      (incoming, outgoing) => {
        incoming.on('data', (chunk) => {
          got += chunk;
        });
        incoming.on('end', () => outgoing.end(JSON.stringify({ auth: incoming.headers.authorization })));
      },
    ];
    const response = await send('/a', { method: 'PUT', body: Buffer.from('{"é":1}') });
    expect([got, response.body]).toEqual(['{"é":1}', `{"auth":"Bearer ${token}"}`]);
  });

  it.each<[string, Reply, object]>([
    ['an HTML page of a proxy', text(502, '<html>Bad gateway'), { errcode: 'NOT_MATRIX', error: 'HTTP 502' }],
    ['an error that is a list', json(500, [1]), { errcode: 'NOT_MATRIX', error: 'HTTP 500' }],
    [
      'a request for a password, which has no errcode',
      json(401, { session: 's', flows: [] }),
      { session: 's', flows: [], errcode: 'M_UNKNOWN', error: 'HTTP 401' },
    ],
    [
      'a revoked token',
      json(401, { errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid', soft_logout: true }),
      { errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid', soft_logout: true },
    ],
    [
      'a redirect, which is not followed',
      text(302, '', { Location: 'http://169.254.169.254/' }),
      { errcode: 'NOT_MATRIX', error: 'HTTP 302' },
    ],
  ])('an errcode for sure: %s', async (_title, reply, expected) => {
    for (const encoding of [undefined, null]) {
      replies = [reply];
      expect(JSON.parse(String((await send('/a', { encoding })).body))).toEqual(expected);
    }
  });
});

describe('an answer that cannot be used is a clean error', () => {
  it.each<[string, Reply, string]>([
    ['200 with HTML', text(200, '<html>Portail captif'), 'bad-answer'],
    ['200 with nothing', text(200, ''), 'bad-answer'],
    ['200 with null', text(200, 'null'), 'bad-answer'],
    ['truncated JSON', text(200, '{"a":', {}), 'bad-answer'],
    ['shorter than announced', cutShort, 'network'],
    ['connection reset', (incoming) => incoming.socket.destroy(), 'network'],
    ['silence', () => {}, 'timeout'],
    [
      'one byte and silence',
      (_incoming, outgoing) => {
        outgoing.writeHead(200);
        outgoing.write('{');
      },
      'timeout',
    ],
    ['33 MB', (_incoming, outgoing) => outgoing.end(Buffer.alloc(33 * 1024 * 1024, 32)), 'too-large'],
  ])('%s', async (_title, reply, code) => {
    replies = [reply];
    // What is to fail for another reason is given the time for it, however busy the machine is.
    const timeout = code === 'timeout' ? 400 : 30_000;
    const error = await failure(send('/_matrix/client/v3/rooms/!a%3Ab/send/t?since=s', { timeout }));
    expect(error).toMatchObject({ name: 'HttpFailure', code, endpoint: 'GET /_matrix/client/v3/rooms/…' });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(token);
  });

  it('a host that does not answer', async () => {
    const error = await failure(client.send({ uri: 'http://127.0.0.1:9/x', method: 'GET', headers }));
    expect(error).toMatchObject({ code: 'network', message: 'GET /x: ECONNREFUSED' });
  });
});

describe('the pace', () => {
  it('is that of all calls together, whatever they ask, the long poll left out', async () => {
    client.configure({
      proxy: null,
      pacing: { everyMs: 60_000, burst: 2 },
      sleep: async (ms) => void waits.push(ms),
    });
    await send('/_matrix/client/v3/rooms/!r/send/m.room.message/txn1', { method: 'PUT' });
    await send('/_matrix/client/v3/keys/query', { method: 'POST' });
    await send('/_matrix/client/v3/sync');
    expect(waits).toEqual([]);
    await send('/_matrix/client/v3/rooms/!r/joined_members');
    await send('/_matrix/client/v3/rooms/!s/state/m.room.encryption/');
    expect(waits.map((wait) => Math.floor(wait / 50_000))).toEqual([1, 2]);
  });
});

describe('429', () => {
  const limited = (body: object, more = {}) => json(429, { errcode: 'M_LIMIT_EXCEEDED', ...body }, more);

  it('is sent again on the same URL, never earlier than asked', async () => {
    replies = [limited({ retry_after_ms: 1500 }), limited({}, { 'Retry-After': '2' }), json(200, { ok: 1 })];
    const response = await send('/_matrix/client/v3/rooms/!r/send/m.room.message/txn1', { method: 'PUT' });
    expect(response.statusCode).toBe(200);
    expect(new Set(seen)).toEqual(new Set(['PUT /_matrix/client/v3/rooms/!r/send/m.room.message/txn1']));
    expect(waits.map((wait, n) => wait >= Number([1500, 2000][n]))).toEqual([true, true]);
    expect(answers.map((answer) => [answer.status, answer.errcode, answer.retryIn])).toEqual([
      [429, 'M_LIMIT_EXCEEDED', 1500],
      [429, 'M_LIMIT_EXCEEDED', 2000],
      [200, null, null],
    ]);
  });

  it('holds back other calls to the same endpoint, and no others', async () => {
    replies = [limited({ retry_after_ms: 30_000 }), ...[1, 2, 3].map((ok) => json(200, { ok }))];
    await send('/_matrix/client/v3/rooms/!r/send/m.room.message/txn1', { method: 'PUT' });
    await send('/_matrix/client/v3/sync');
    expect(waits).toHaveLength(1);
    await send('/_matrix/client/v3/rooms/!s/send/m.room.message/txn2', { method: 'PUT' });
    expect(waits.map((wait) => wait > 29_000)).toEqual([true, true]);
  });

  it('is given up after five retries, with the time that the caller must wait', async () => {
    replies = Array.from({ length: 6 }, () => limited({}, { 'Retry-After': '3' }));
    const response = await send('/a');
    expect([response.statusCode, seen.length]).toEqual([429, 6]);
    expect(JSON.parse(String(response.body))).toMatchObject({
      errcode: 'M_LIMIT_EXCEEDED',
      retry_after_ms: 3000,
    });
  });

  it('is given back at once when more than a minute is asked', async () => {
    replies = [limited({ retry_after_ms: 99_999_999 })];
    const response = await send('/a');
    expect([seen.length, JSON.parse(String(response.body)).retry_after_ms]).toEqual([1, 3_600_000]);
  });

  it('nothing else is sent twice', async () => {
    replies = [json(500, {}), json(200, {})];
    expect([(await send('/a')).statusCode, seen.length]).toEqual([500, 1]);
  });
});

describe('stopping', () => {
  it('fails what is under way, and what waits after a 429; later requests work', async () => {
    client.configure({ proxy: null });
    const arrived = new Promise<void>((done) => {
      replies = [() => done(), json(429, { retry_after_ms: 50_000 })];
    });
    const polling = failure(send('/poll'));
    await arrived;
    const waited = new Promise<void>((done) => client.configure({ proxy: null, onResponse: () => done() }));
    const waiting = failure(send('/limited'));
    await waited;
    client.abortAll();
    expect(await polling).toMatchObject({ code: 'aborted' });
    expect(await waiting).toMatchObject({ code: 'aborted' });
    expect((await send('/again')).statusCode).toBe(200);
  });
});

describe('what is told about requests identifies nobody', () => {
  it.each([
    ['/_matrix/client/v3/rooms/%21abc%3At.fr/send/m.room.message/x', 'PUT /_matrix/client/v3/rooms/…'],
    ['/_matrix/client/v3/user/%40bot%3At.fr/filter', 'PUT /_matrix/client/v3/user/…'],
    ['/_matrix/client/v3/sync?since=s1', 'PUT /_matrix/client/v3/sync'],
  ])('%s', (path, expected) => expect(endpointOf('PUT', `https://matrix.t.fr${path}`)).toBe(expected));

  it.each([
    ['M_UNKNOWN_TOKEN', true],
    ['ORG_MATRIX_EXPIRED_ACCOUNT', true],
    ['M_USER_DEACTIVATED', true],
    ['M_FORBIDDEN', false],
    [null, false],
  ])('account error %s: %s', (errcode, expected) => expect(isAccountError(errcode)).toBe(expected));
});
