import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { authorityFile, behindTls, connectProxy, listen } from '../support/tls.ts';
import { check, homeserver, servers, withHomeserver } from './checking.ts';

withHomeserver();

describe('behind the proxy of a ministry, under its own authority', () => {
  const NAME = 'https://matrix.ministere.test';
  const surroundings = async () => {
    const secured = behindTls(homeserver.url);
    const asked: string[] = [];
    const proxy = connectProxy(await listen(secured), asked);
    servers.push(secured, proxy);
    return { asked, proxy: `http://127.0.0.1:${await listen(proxy)}` };
  };
  const account = (more: string) => `url: "${NAME}", userId: "${homeserver.user}", ${more}`;

  it('the homeserver is reached by the proxy and the authority of the configuration', async () => {
    const { asked, proxy } = await surroundings();
    expect(await check({ account: account(`proxy: "${proxy}", caFile: "${authorityFile}"`) })).toBe('');
    expect(asked).toEqual(['matrix.ministere.test:443']);
    expect(homeserver.requests).toEqual(['GET /_matrix/client/v3/account/whoami']);
  });

  it('without the authority, the message names caFile', async () => {
    const { proxy } = await surroundings();
    expect(await check({ account: account(`proxy: "${proxy}"`) })).toMatch(
      /^78 .*certificat n’est pas reconnu \(\w+\).*homeserver\.caFile/,
    );
  });

  it.each<[number, RegExp]>([
    [407, /le proxy n’a pas accepté la demande \(407\) : .*http:\/\/nom:motdepasse@/],
    [403, /le proxy refuse de mener à matrix\.ministere\.test:443 \(403\).*NO_PROXY/],
    [502, /le proxy n’a pas pu joindre matrix\.ministere\.test:443 \(502\)/],
    [504, /\(504\)/],
  ])('a proxy that answers %i is told apart', async (status, sentence) => {
    const proxy = createServer().on('connect', (_, socket) =>
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\n\r\n<h1>No</h1>`),
    );
    servers.push(proxy);
    const address = `proxy: "http://127.0.0.1:${await listen(proxy)}"`;
    const said = await check({ account: account(address) });
    expect(said).toMatch(sentence);
    expect(said).not.toContain('UND_ERR');
  });

  it('without the proxy, the message names it', async () => {
    await surroundings();
    expect(await check({ account: account(`caFile: "${authorityFile}"`) })).toContain('homeserver.proxy');
  });
});
