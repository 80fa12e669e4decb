import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  breakOff,
  cutShort,
  duplicate,
  hang,
  json,
  loseAnswer,
  page,
  redirect,
  reorder,
  resetBefore,
} from '../e2e/support/fault-actions.ts';
import { type Action, type FaultProxy, startFaultProxy } from '../e2e/support/fault-proxy.ts';
import { freePort } from '../support/free-port.ts';

let homeserver: Server;
let proxy: FaultProxy;
/** Paths that the homeserver was asked for. */
let heard: string[];

beforeEach(async () => {
  heard = [];
  homeserver = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  const port = await freePort();
  await new Promise<void>((resolve) => homeserver.listen(port, '127.0.0.1', resolve));
  proxy = await startFaultProxy({ url: `http://127.0.0.1:${port}` });
});

afterEach(async () => {
  await proxy.close();
  homeserver.closeAllConnections();
  await new Promise((resolve) => homeserver.close(resolve));
});

const ask = async (path = '/a'): Promise<string> => {
  try {
    const answer = await fetch(proxy.url + path, { redirect: 'manual' });
    return `${answer.status} ${await answer.text()}`;
  } catch {
    return 'cut';
  }
};
const on = (): boolean => true;

describe('a rule of the fault proxy', () => {
  it.each<[string, Action, string, number]>([
    ['a page of something on the way', page(408), '408 <html>', 0],
    ['JSON of something on the way', json(429, { retry_after_ms: 5 }), '429 {"retry', 0],
    ['a reset before the homeserver hears', resetBefore, 'cut', 0],
    ['a reset after it has acted', loseAnswer, 'cut', 1],
    ['an answer broken off', breakOff, 'cut', 1],
    ['an answer cut short', cutShort, '200 {"ok"', 1],
    ['a redirection', redirect(307, 'http://elsewhere'), '307 ', 0],
    ['a call made twice', duplicate, '200 {"ok":true}', 2],
  ])('%s', async (_, what, begins, calls) => {
    proxy.inject({ on, what });
    const answer = await ask();
    expect(answer.startsWith(begins), answer).toBe(true);
    expect(heard).toHaveLength(calls);
  });

  it('strikes from the n-th call on, so many times', async () => {
    const fault = proxy.inject({ on: ({ path }) => path === '/a', what: page(500), from: 2, times: 2 });
    const answers: string[] = [];
    for (const path of ['/a', '/b', '/a', '/a', '/a']) answers.push((await ask(path)).slice(0, 3));
    expect(answers).toEqual(['200', '200', '500', '500', '200']);
    expect(fault.struck()).toBe(2);
  });

  it('lets go of what hangs when it is taken away', async () => {
    const fault = proxy.inject({ on, what: hang });
    const asked = ask();
    while (fault.struck() === 0) await new Promise((next) => setTimeout(next, 5));
    fault.remove();
    expect(await asked).toBe('cut');
    expect(await ask()).toBe('200 {"ok":true}');
  });

  it('has the second of two calls go first', async () => {
    const fault = proxy.inject({ on, what: reorder() });
    const first = ask('/first');
    while (fault.struck() === 0) await new Promise((next) => setTimeout(next, 5));
    await Promise.all([ask('/second'), first]);
    expect(heard).toEqual(['/second', '/first']);
  });
});
