import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Homeserver } from './synapse.ts';

export interface Call {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  readonly body: string;
  /** HTTP status that the bot was given; null until then, or when the connection was cut. */
  status: number | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A call under way, for what is to be done with it. */
export interface Exchange {
  readonly call: Call;
  readonly response: ServerResponse;
  /** Asks the homeserver. */
  forward(): Promise<Answer>;
  give(answer: Answer): void;
  /** Cuts the connection. */
  reset(): void;
  /** Resolves when the caller has left, or when the fault is taken away. */
  readonly over: Promise<void>;
}

/**
 * What becomes of a call: as it comes in, before the homeserver knows of it (`call`), or with the answer of the homeserver,
 * which it may change (`answer`). Those of `fault-actions.ts` are enough for most.
 */
export type Action =
  | { readonly at: 'call'; readonly act: (exchange: Exchange) => Promise<void> | void }
  | { readonly at: 'answer'; readonly act: (answer: Answer) => Answer };

/** What happens to the calls that `on` recognises; the first rule that recognises a call wins. */
export interface Fault {
  readonly on: (call: Call) => boolean;
  readonly what: Action;
  /** The first of the recognised calls that is hit, from 1. */
  readonly from?: number;
  /** How many calls are hit; all of them by default. */
  readonly times?: number;
}

export interface Injected {
  remove(): void;
  /** How often the fault struck. */
  struck(): number;
}

/** Stands between the bot and its homeserver, and fails or lies on demand. */
export interface FaultProxy {
  readonly url: string;
  /** Every call that the bot made, oldest first. */
  readonly calls: readonly Call[];
  inject(fault: Fault): Injected;
  close(): Promise<void>;
}

interface Rule {
  readonly fault: Fault;
  readonly removed: PromiseWithResolvers<void>;
  met: number;
  struck: number;
}

export const startFaultProxy = async (homeserver: Pick<Homeserver, 'url'>): Promise<FaultProxy> => {
  const calls: Call[] = [];
  const rules: Rule[] = [];

  const strike = (call: Call, at: Action['at']): Rule | undefined => {
    const rule = rules.find((one) => {
      const { what, on, from = 1, times = Number.POSITIVE_INFINITY } = one.fault;
      return what.at === at && one.struck < times && on(call) && ++one.met >= from;
    });
    if (rule !== undefined) rule.struck++;
    return rule;
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
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const forward = async (): Promise<Answer> => {
      const answer = await fetch(homeserver.url + url, {
        method: call.method,
        headers: forwarded(request),
        signal: gone.signal,
        ...(body.length === 0 ? {} : { body }),
      });
      return {
        status: answer.status,
        headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
        body: Buffer.from(await answer.arrayBuffer()),
      };
    };
    const give = ({ status, headers, body: bytes }: Answer): void => {
      call.status = status;
      response.writeHead(status, headers).end(bytes);
    };
    const hit = strike(call, 'call');
    if (hit?.fault.what.at === 'call') {
      const left = new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve()));
      const over = Promise.race([left, hit.removed.promise]);
      await hit.fault.what.act({
        call,
        response,
        forward,
        give,
        reset: () => request.socket.destroy(),
        over,
      });
      return;
    }
    const answer = await forward();
    // Only now: a long poll may have begun before the fault was injected.
    const changed = strike(call, 'answer')?.fault.what;
    give(changed?.at === 'answer' ? changed.act(answer) : answer);
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
      const rule: Rule = { fault, removed: Promise.withResolvers(), met: 0, struck: 0 };
      rules.push(rule);
      return {
        remove: () => {
          const at = rules.indexOf(rule);
          if (at >= 0) rules.splice(at, 1);
          rule.removed.resolve();
        },
        struck: () => rule.struck,
      };
    },
    close: async () => {
      for (const { removed } of rules) removed.resolve();
      await Promise.race([
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
        sleep(2000),
      ]);
    },
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
