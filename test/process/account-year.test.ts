import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseConfig } from '../../bot/config/parse.ts';
import { createTchapTransport } from '../../bot/matrix/transport.ts';
import type { StopSignal } from '../../bot/process/shutdown.ts';
import { runBot } from '../../bot/run.ts';
import { freePort } from '../support/free-port.ts';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';
import { until, withoutKeys } from '../support/matrix/transport.ts';
import { plain } from '../support/plain.ts';

const ADMIN = '!admin:agent.test.tchap.gouv.fr';
const SALON = '!salon:agent.test.tchap.gouv.fr';

let homeserver: FakeHomeserver;
let folder: string;
let port: number;
let today: string;

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  folder = mkdtempSync(join(tmpdir(), 'year-'));
  port = await freePort();
});
afterEach(async () => {
  await homeserver.stop();
  rmSync(folder, { recursive: true });
});

const noon = (): number => Date.parse(`${today}T11:00:00Z`);

/** Runs the bot on the day `today`, until the returned function is called; it then gives the exit code. */
const start = async (): Promise<() => Promise<number>> => {
  const parsed = parseConfig(`
homeserver: {url: "${homeserver.url}", userId: "${homeserver.user}", renewedOn: "2026-01-15"}
administration: {room: "${ADMIN}"}
data: {folder: "${folder}"}
pacing: {millisecondsBetweenMessages: 0}
http: {port: ${port}}
`);
  if (!parsed.ok) throw new Error('the configuration of the test is wrong');
  const stop = Promise.withResolvers<StopSignal>();
  const running = runBot(parsed.config, {
    env: { TCHAP_PASSWORD: 'canari' },
    createTransport: (options) => createTchapTransport(options, withoutKeys),
    stopped: stop.promise,
    write: () => {},
    clock: { now: noon },
  });
  running.catch(() => {});
  await until('the bot to be ready', async () => (await status('/readyz')).status === 200);
  return () => {
    stop.resolve('SIGTERM');
    return running;
  };
};

const status = async (path: string): Promise<{ status: number; text: string }> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
};
const metric = async (name: string): Promise<string | undefined> =>
  (await status('/metrics')).text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.split(' ')[1];
const told = (words: string): readonly string[] =>
  homeserver.sent
    .filter(({ roomId }) => roomId === ADMIN)
    .map(({ content }) => plain(content.body))
    .filter((text) => text.includes(words));

it('a year in which nobody reads the mailbox of the account', { timeout: 60_000 }, async () => {
  today = '2026-11-22';
  let stop = await start();
  expect(await metric('tchapbot_account_age_days')).toBe('311');
  expect(await metric('tchapbot_account_expired')).toBe('0');
  expect(told('expire le')).toEqual([]);
  expect(await stop()).toBe(0);

  // The eleventh month: the mail has been sent, and nobody has read it.
  today = '2026-12-15';
  stop = await start();
  await until('the warning', () => told('expire le 15/02/2027').length > 0);
  expect(told('Ouvrez le courriel de renouvellement')).toHaveLength(1);
  expect(await stop()).toBe(0);

  // Not every day, but every week.
  today = '2026-12-20';
  stop = await start();
  today = '2026-12-22';
  await until('the second warning', () => told('expire le 15/02/2027').length > 1, 15_000);

  // The thirteenth month is over: the homeserver refuses every call.
  today = '2027-02-16';
  homeserver.faults.push({
    match: /./,
    action: { status: 403, body: { errcode: 'ORG_MATRIX_EXPIRED_ACCOUNT', error: 'expired' } },
  });
  homeserver.events(SALON, []);
  await until('the expiry', async () => (await status('/readyz')).text.includes('account-expired'));
  expect((await status('/readyz')).status).toBe(503);
  expect((await status('/healthz')).status).toBe(200);
  expect(await metric('tchapbot_account_expired')).toBe('1');
  expect(await metric('tchapbot_account_age_days')).toBe('397');
  expect(await metric('tchapbot_ready')).toBe('0');
  expect(await stop()).toBe(0);

  // What could not be said in time is said once the account is renewed.
  homeserver.faults.length = 0;
  stop = await start();
  await until('what was held back', () => told('devait expirer le 15/02/2027').length > 0, 15_000);
  expect(await stop()).toBe(0);
});
