import { cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';
import { parrot, TestBot } from '../support/matrix/transport.ts';

let homeserver: FakeHomeserver;
let bot: TestBot;
let copy: string;

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  bot = new TestBot(homeserver);
  copy = join(tmpdir(), `copie-${basename(bot.folder)}`);
});
afterEach(async () => {
  await bot.remove();
  await homeserver.stop();
  rmSync(copy, { recursive: true, force: true });
});

it('a data folder put back after the bot has run on is refused with code 84; put back before, it goes on', async () => {
  await bot.start(parrot());
  await bot.stop();
  cpSync(bot.folder, copy, { recursive: true });
  rmSync(bot.folder, { recursive: true });
  cpSync(copy, bot.folder, { recursive: true });
  await bot.start(parrot());
  await bot.stop();
  rmSync(bot.folder, { recursive: true });
  cpSync(copy, bot.folder, { recursive: true });
  await expect(bot.start(parrot())).rejects.toMatchObject({ exitCode: 84 });
});

it('a homeserver that keeps no account data does not keep the bot from starting', async () => {
  const body = { errcode: 'M_FORBIDDEN', error: 'no' };
  homeserver.faults.push({ match: /account_data/, action: { status: 403, body } });
  await bot.start(parrot());
  expect(bot.transport.status().state).toBe('running');
  expect(bot.log.map(({ event }) => event)).toContain('data-mark-refused');
});
