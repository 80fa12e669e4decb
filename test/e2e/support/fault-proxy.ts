import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Homeserver } from './synapse.ts';

export interface Call {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  readonly body: string;
  /** HTTP status that the bot was given; null until then, or when the connection was cut. */
  status: number | null;
}

/** What happens to the calls that `on` recognises; the first rule that recognises a call wins. */
export interface Fault {
  readonly on: (call: Call) => boolean;
  /** `fail` = HTTP 500 without asking the homeserver; `lose-answer` = the homeserver acts, the caller sees a reset. */
  readonly what: 'fail' | 'lose-answer' | 'alter';
  /** For `alter`: changes the answer in place. */
  readonly alter?: (answer: Json) => void;
  /** How many calls are hit; all of them by default. */
  readonly times?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of a homeserver, altered at will by the tests.
export type Json = any;

/** Stands between the bot and its homeserver, and fails or lies on demand. */
export interface FaultProxy {
  readonly url: string;
  /** Every call that the bot made, oldest first. */
  readonly calls: readonly Call[];
  /** @returns what takes the fault away, and how often it struck */
  inject(fault: Fault): { remove(): void; struck(): number };
  close(): Promise<void>;
}

export const startFaultProxy = async (homeserver: Homeserver): Promise<FaultProxy> => {
  const calls: Call[] = [];
  const faults: { fault: Fault; struck: number }[] = [];

  const strike = (call: Call, kinds: readonly Fault['what'][]): Fault | undefined => {
    const hit = faults.find(
      ({ fault, struck }) =>
        kinds.includes(fault.what) && struck < (fault.times ?? Number.POSITIVE_INFINITY) && fault.on(call),
    );
    if (hit !== undefined) hit.struck++;
    return hit?.fault;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = request.url ?? '/';
    const call: Call = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(url),
      body: body.toString(),
      status: null,
    };
    calls.push(call);
    const before = strike(call, ['fail', 'lose-answer']);
    if (before?.what === 'fail') {
      call.status = 500;
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"errcode":"M_UNKNOWN","error":"Internal server error"}');
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await fetch(homeserver.url + url, {
      method: call.method,
      headers: forwarded(request),
      signal: gone.signal,
      ...(body.length === 0 ? {} : { body }),
    });
    let text = await answer.text();
    if (before !== undefined) {
      request.socket.destroy();
      return;
    }
    // Only now: a long poll may have begun before the fault was injected.
    const alter = strike(call, ['alter'])?.alter;
    if (alter !== undefined) {
      const json: Json = JSON.parse(text);
      alter(json);
      text = JSON.stringify(json);
    }
    call.status = answer.status;
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
      .end(text);
  };

  const server = createServer((request, response) => {
    // A homeserver that is away looks as it does without the proxy: a connection that ends.
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    calls,
    inject: (fault) => {
      const entry = { fault, struck: 0 };
      faults.push(entry);
      return { remove: () => void faults.splice(faults.indexOf(entry), 1), struck: () => entry.struck };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const forwarded = (request: IncomingMessage): Record<string, string> => {
  const { authorization, 'content-type': type } = request.headers;
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(type === undefined ? {} : { 'content-type': type }),
  };
};

export const isSync = ({ path }: Call): boolean => path.startsWith('/_matrix/client/v3/sync');
export const isSend = ({ method, path }: Call): boolean =>
  method === 'PUT' && /\/rooms\/[^/]+\/send\//.test(path);
/** A message that leaves without encryption. */
export const isClearSend = (call: Call): boolean =>
  isSend(call) && call.path.includes('/send/m.room.message/');

/** Timeline of a room in an answer of `/sync`; empty when the answer does not speak of it. */
export const timelineOf = (sync: Json, roomId: string): Json[] =>
  sync.rooms?.join?.[roomId]?.timeline?.events ?? [];
