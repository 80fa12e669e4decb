import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../../../../bot/matrix/replacements/request/client.ts';
import { connectProxy } from '../../../../support/tls.ts';

/** Self-signed for 127.0.0.1, until 2120; used by this test alone. */
const testKey = [
  '-----BEGIN PRIVATE KEY-----',
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDeffnozVyGe495b5',
  'l/eeb+AUvx6GrCSl+0hIyw7FhMShRANCAAQUZovK057yWoQ/y+osBZO+jvwNoJSD',
  'wmmoI2zPZks5iWXNvPf8OU4yht9hKn8YrTkgyG3379Lg1cbCKc8LYlOl',
  '-----END PRIVATE KEY-----',
].join('\n');
const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBPDCB46ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEFGaLytOe8lqEP8vq
LAWTvo78DaCUg8JpqCNsz2ZLOYllzbz3/DlOMobfYSp/GK05IMht9+/S4NXGwinP
C2JTpaMkMCIwDwYDVR0RBAgwBocEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqG
SM49BAMCA0gAMEUCICQzucePfEWRAFKJaB9ryTMhJCKADR+V5Bl7O0lzYnaDAiEA
49DBzL8QcCcZUfeu5IsXDPt6s77oF3VfLcD0tyGfoi8=
-----END CERTIFICATE-----`;

const servers: Server[] = [];
async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const homeserver = () =>
  createHttpsServer({ key: testKey, cert: testCertificate }, (_incoming, outgoing) =>
    outgoing.end('{"ok":true}'),
  );
const get = (client: HttpClient, port: number) =>
  client.send({ uri: `https://127.0.0.1:${port}/versions`, method: 'GET' });

describe('the way to the homeserver', () => {
  it('refuses an authority that it does not know, and accepts it once configured', async () => {
    const port = await listen(homeserver());
    const client = new HttpClient();
    client.configure({ proxy: null });
    await expect(get(client, port)).rejects.toMatchObject({ code: 'network' });
    client.configure({ proxy: null, ca: testCertificate });
    expect((await get(client, port)).body).toBe('{"ok":true}');
  });

  it('goes through the proxy that is configured', async () => {
    const port = await listen(homeserver());
    const asked: string[] = [];
    const proxy = connectProxy(port, asked);
    const address = `127.0.0.1:${await listen(proxy)}`;
    const client = new HttpClient();
    client.configure({ proxy: `http://${address}`, ca: testCertificate });
    expect((await get(client, port)).body).toBe('{"ok":true}');
    // As curl does, an address without its scheme is taken from the environment.
    const before = process.env.https_proxy;
    process.env.https_proxy = address;
    client.configure({ ca: testCertificate });
    expect((await get(client, port)).body).toBe('{"ok":true}');
    if (before === undefined) delete process.env.https_proxy;
    else process.env.https_proxy = before;
    expect(asked).toEqual([`127.0.0.1:${port}`, `127.0.0.1:${port}`]);
  });
});
