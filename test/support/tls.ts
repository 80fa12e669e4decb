import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Server as NetServer } from 'node:net';
import { join } from 'node:path';

/** Authority of a ministry that Node does not know, PEM, until 2126; used by tests alone. */
export const authorityFile = join(import.meta.dirname, 'tls/ca.pem');

const file = (name: string): string => readFileSync(join(import.meta.dirname, 'tls', name), 'utf8');

export const listen = async (server: NetServer): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** Any HTTP server behind TLS, under the name `matrix.ministere.test` and that authority. */
export const behindTls = (upstream: string): Server =>
  createServer({ key: file('server-key.pem'), cert: file('server.pem') }, async (incoming, outgoing) => {
    const answer = await fetch(`${upstream}${incoming.url}`, { method: incoming.method ?? 'GET' });
    outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    outgoing.end(await answer.text());
  });

/** A proxy that knows one name, which nobody else does, and notes what it was asked for. */
export const connectProxy = (port: number, asked: string[]): NetServer =>
  createHttpServer().on('connect', (incoming, socket) => {
    asked.push(incoming.url ?? '');
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
