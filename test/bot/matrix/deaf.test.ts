import { expect, it } from 'vitest';
import { hindrances } from '../../../bot/health/readiness.ts';
import { bot, homeserver, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, until } from '../../support/matrix/transport.ts';

useBot({ echoMs: 400 });

const codes = () => hindrances(bot.transport.status(), true, Date.now());
const echoes = () => homeserver.requests.filter((line) => line.includes('/sendToDevice/')).length;

it('a synchronisation that answers and brings nothing is seen, and its return too', async () => {
  await bot.start(parrot());
  await until('three echoes', () => echoes() > 3);
  expect(codes()).toEqual([]);
  homeserver.deaf = true;
  await until('the alarm', () => codes().includes('sync-deaf'));
  expect(bot.transport.status().state).toBe('running');
  homeserver.deaf = false;
  await until('the end of the alarm', () => codes().length === 0);
});

it('an echo that cannot be sent is no sign of deafness', async () => {
  await bot.start(parrot());
  homeserver.faults.push({ match: /\/sendToDevice\//, action: { status: 502, body: '' } });
  const before = echoes();
  await until('some attempts', () => echoes() > before + 3);
  expect(codes()).toEqual([]);
});
