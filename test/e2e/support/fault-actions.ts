import { setTimeout as sleep } from 'node:timers/promises';
import type { Action, Answer } from './fault-proxy.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of a homeserver, altered at will by the tests.
export type Json = any;

const JSON_TYPE = { 'content-type': 'application/json' };
const calling = (act: Extract<Action, { at: 'call' }>['act']): Action => ({ at: 'call', act });

/** A page of something on the way, without asking the homeserver. */
export const page = (status: number): Action =>
  answering(
    status,
    { 'content-type': 'text/html' },
    `<html><body><h1>${status} d’un intermédiaire</h1></body></html>`,
  );

/** JSON in place of the answer of the homeserver, without asking it. */
export const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Action =>
  answering(status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));

const answering = (status: number, headers: Readonly<Record<string, string>>, body: string): Action =>
  calling(({ give }) => give({ status, headers, body: Buffer.from(status === 204 ? '' : body) }));

/** HTTP 500 of a homeserver, which has done nothing. */
export const fail = json(500, { errcode: 'M_UNKNOWN', error: 'Internal server error' });

/** The connection ends before the homeserver hears of the call. */
export const resetBefore = calling(({ reset }) => reset());

/** The homeserver acts, the caller sees a connection that ends. */
export const loseAnswer = calling(async ({ forward, reset }) => {
  await forward();
  reset();
});

/** Nothing is answered, until the caller leaves or the fault is taken away; the homeserver does not hear of the call. */
export const hang = calling(async ({ over, reset }) => {
  await over;
  reset();
});

/** The homeserver acts, and its answer comes after so many milliseconds. */
export const delay = (ms: number): Action =>
  calling(async ({ forward, give, over }) => {
    const answer = await forward();
    await Promise.race([sleep(ms), over]);
    give(answer);
  });

/** The answer comes so many bytes at a time, ten times a second; at once when the fault is taken away. */
export const trickle = (bytes: number): Action =>
  calling(async ({ call, response, forward, over }) => {
    const { status, headers, body } = await forward();
    let isOver = false;
    void over.then(() => {
      isOver = true;
    });
    call.status = status;
    response.writeHead(status, { ...headers, 'content-length': String(body.length) });
    for (let at = 0; at < body.length; at += bytes) {
      response.write(body.subarray(at, isOver ? undefined : at + bytes));
      if (isOver) break;
      await sleep(100);
    }
    response.end();
  });

/** Half of the answer comes, then the connection ends. */
export const breakOff = calling(async ({ call, response, forward, reset }) => {
  const { status, headers, body } = await forward();
  call.status = status;
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.write(body.subarray(0, body.length / 2), reset);
});

/** Half of the answer comes as if it were whole. */
export const cutShort: Action = {
  at: 'answer',
  act: (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) }),
};

/** An answer of so many mebibytes, all spaces, in place of that of the homeserver. */
export const oversize = (mebibytes: number): Action =>
  calling(async ({ call, response }) => {
    call.status = 200;
    response.writeHead(200, JSON_TYPE);
    const spaces = Buffer.alloc(2 ** 20, ' ');
    for (let sent = 0; sent < mebibytes && !response.destroyed; sent++)
      if (!response.write(spaces))
        await Promise.race([new Promise((go) => response.once('drain', go)), sleep(1000)]);
    response.end('{}');
  });

/** Sends the caller to another server. */
export const redirect = (status: number, to: string): Action =>
  calling(({ call, give }) => give({ status, headers: { location: to + call.path }, body: Buffer.from('') }));

/** The homeserver is asked twice; the second answer is given. */
export const duplicate = calling(async ({ forward, give }) => {
  await forward();
  give(await forward());
});

/** Calls are held two by two, and the second goes first; one that stays alone goes on after a second. */
export const reorder = (): Action => {
  let waiting: (() => void) | null = null;
  return calling(async ({ forward, give }) => {
    if (waiting === null) {
      const passed = new Promise<void>((resolve) => {
        waiting = resolve;
      });
      await Promise.race([passed, sleep(1000)]);
      waiting = null;
      give(await forward());
      return;
    }
    const release: () => void = waiting;
    give(await forward());
    release();
  });
};

/** Changes the JSON of an answer in place. */
export const alter = (change: (answer: Json) => void): Action => ({
  at: 'answer',
  act: (answer: Answer) => {
    const body: Json = JSON.parse(answer.body.toString());
    change(body);
    return { ...answer, body: Buffer.from(JSON.stringify(body)) };
  },
});

/** Timeline of a room in an answer of `/sync`; empty when the answer does not speak of it. */
export const timelineOf = (sync: Json, roomId: string): Json[] =>
  sync.rooms?.join?.[roomId]?.timeline?.events ?? [];
