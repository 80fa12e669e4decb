import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHealthServer, type HealthOptions, json } from '../../../bot/health/server.ts';
import { createLog } from '../../../bot/log/log.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const TOKEN = 'canari-0123456789abcdef';

const serve = async (options: Partial<HealthOptions> = {}) => {
  const lines: string[] = [];
  const server = createHealthServer({
    token: null,
    pages: new Map([
      ['/healthz', async () => json(200, { status: 'ok' })],
      [
        '/broken',
        async () => {
          throw new Error('syt_secret');
        },
      ],
    ]),
    log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    ...options,
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    lines,
    get: (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init),
  };
};

it.each([
  ['localhost', 200],
  ['127.0.0.1:9464', 200],
  ['[::1]:9464', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example:9464', 421],
])('without a token, a reader that calls it %s gets %i', async (host, status) => {
  const { port } = await serve();
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => resolve(data.toString('utf8')));
  });
  expect(answer).toContain(`HTTP/1.1 ${status} `);
});

describe('the pages', () => {
  it.each([
    ['/healthz', 'GET', 200],
    ['/healthz?x=1', 'GET', 200],
    ['/healthz', 'HEAD', 200],
    ['/healthz', 'POST', 405],
    ['/healthz/', 'GET', 404],
    ['/', 'GET', 404],
    ['/constructor', 'GET', 404],
    ['/../etc/passwd', 'GET', 404],
    ['/broken', 'GET', 500],
  ])('%s by %s: %i', async (path, method, status) => {
    const { get } = await serve();
    expect((await get(path, { method })).status).toBe(status);
  });

  it('that fail say nothing of the reason, neither to the reader nor to the log', async () => {
    const { get, lines } = await serve();
    expect((await (await get('/broken')).text()) + lines.join('')).not.toContain('syt_secret');
    expect(lines.join('')).toContain('health-failed');
  });
});

describe('with a token', () => {
  it.each([
    ['none', undefined, 401],
    ['another one', `Bearer ${TOKEN}x`, 401],
    ['the beginning', 'Bearer canari', 401],
    ['without its scheme', TOKEN, 401],
    ['by another scheme', `Basic ${TOKEN}`, 401],
    ['an empty one', 'Bearer ', 401],
    ['the right one', `Bearer ${TOKEN}`, 200],
    ['in small letters', `bearer ${TOKEN}`, 200],
  ])('%s', async (_, authorization, status) => {
    const { get } = await serve({ token: TOKEN });
    const headers = authorization === undefined ? {} : { authorization };
    expect((await get('/healthz', { headers })).status).toBe(status);
  });

  it('even the paths that do not exist are not told', async () => {
    const { get } = await serve({ token: TOKEN });
    expect((await get('/autre')).status).toBe(401);
  });
});

describe('slow and numerous clients', () => {
  it('one that never ends its request is dropped, and others are served meanwhile', async () => {
    const { port, get } = await serve();
    const slow = connect(port, '127.0.0.1');
    const dropped = new Promise<string>((resolve) => {
      let answer = '';
      slow.on('data', (chunk) => (answer += chunk));
      slow.on('error', () => {});
      slow.on('close', () => resolve(answer));
    });
    slow.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect((await get('/healthz')).status).toBe(200);
    expect(await dropped).toMatch(/^(HTTP\/1.1 408|$)/);
  });

  it('has bounds on all that a client may hold', async () => {
    await serve();
    const [server] = servers;
    expect(server).toMatchObject({
      headersTimeout: 5000,
      requestTimeout: 5000,
      timeout: 10_000,
      maxConnections: 32,
    });
  });

  it('one with enormous headers is refused', async () => {
    const { get } = await serve();
    expect((await get('/healthz', { headers: { 'x-long': 'a'.repeat(20_000) } })).status).toBe(431);
  });
});
