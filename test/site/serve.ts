import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { listen } from '../support/tls.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The header that docs/deploiement.md tells to serve the site with: what is written there is what is tried. */
const policy = /Content-Security-Policy "([^"]+)"/.exec(
  readFileSync(join(import.meta.dirname, '../../docs/deploiement.md'), 'utf8'),
)?.[1];

/** Serves the files under /doctrine/ as nginx and Caddy do: a folder leads to its index.html, after a redirect. */
export const serve = async (files: ReadonlyMap<string, string>) => {
  if (policy === undefined) throw new Error('docs/deploiement.md gives no Content-Security-Policy');
  const server = createServer(({ url = '' }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://x').pathname).replace(/^\/doctrine\//, '');
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    const text = files.get(file);
    if (text !== undefined) {
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'text/plain',
        'content-security-policy': policy,
      });
      response.end(text);
    } else if (files.has(`${name}/index.html`))
      response.writeHead(301, { location: `/doctrine/${encodeURI(name)}/` }).end();
    else response.writeHead(404).end();
  });
  const port = await listen(server);
  return { base: `http://127.0.0.1:${port}/doctrine`, close: () => server.close() };
};
