import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLogin } from '../../../../bot/matrix/account/check-login.ts';

let folder: string;
let server: Server;
let replies: Readonly<Record<string, object>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-login-'));
  server = createServer(({ url = '' }, response) => {
    const reply = replies[url];
    response.writeHead(reply === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply ?? { errcode: 'M_UNRECOGNIZED', error: 'unknown' }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true });
});

const check = (name: string | null, flows: readonly string[]) => {
  replies = {
    ...(name === null ? {} : { '/_matrix/key/v2/server': { server_name: name } }),
    '/_matrix/client/v3/login': { flows: flows.map((type) => ({ type })) },
  };
  return checkLogin({
    homeserverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    userId: '@bot:agent.tchap.example',
    credentials: { kind: 'password', password: 'secret' },
    dataFolder: folder,
  });
};

it.each([['agent.tchap.example'], [null]])('a server named %s, where a password may log in', async (name) => {
  expect(await check(name, ['m.login.sso', 'm.login.password'])).toBe('password-accepted-in-principle');
});

it('an account of another server is refused, with the name that was expected', async () => {
  await expect(check('autre.tchap.example', ['m.login.password'])).rejects.toThrow(
    /@bot:autre\.tchap\.example/,
  );
});

it('a server without passwords: the way of a token is given', async () => {
  await expect(check('agent.tchap.example', ['m.login.sso'])).rejects.toThrow(/homeserver\.tokenFile/);
});
