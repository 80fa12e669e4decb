import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../bot/config/parse.ts';
import type { Config } from '../../bot/config/schema.ts';
import type { TchapOptions } from '../../bot/matrix/options.ts';
import type { TchapTransport } from '../../bot/matrix/transport.ts';
import type { Handler } from '../../bot/messages.ts';
import { OperatorError } from '../../bot/operator-error.ts';
import type { StopSignal } from '../../bot/process/shutdown.ts';
import { runBot } from '../../bot/run.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { createInterviewStore } from '../../bot/store/records/interviews.ts';
import { idleStatus } from '../support/commands/operations.ts';
import { message } from '../support/messages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configuration = (): Config => {
  const parsed = parseConfig(
    `homeserver: {url: "https://exemple.fr", userId: "@robot:exemple.fr"}\ndata: {folder: "${folder}"}\npacing: {millisecondsBetweenMessages: 5}\nhttp: {port: null}\n`,
  );
  if (!parsed.ok) throw new Error('the configuration of the test is wrong');
  return parsed.config;
};

/** The bot over a transport that does nothing but take note. */
const setUp = (start: (handler: Handler) => Promise<void> = async () => {}) => {
  const given: TchapOptions[] = [];
  const done: string[] = [];
  const lines: string[] = [];
  const stop = Promise.withResolvers<StopSignal>();
  const started = Promise.withResolvers<Handler>();
  const createTransport = (options: TchapOptions): TchapTransport => {
    given.push(options);
    return {
      start: async (handler) => {
        done.push('start');
        await start(handler);
        started.resolve(handler);
      },
      stop: async () => void done.push('stop'),
      send: async () => {},
      powerLevel: async () => 0,
      leave: async () => {},
      nameOf: async () => null,
      verifying: null,
      copyKeys: () => {},
      outdateCopies: async () => {},
      status: () => idleStatus,
    };
  };
  const running = runBot(configuration(), {
    env: { TCHAP_TOKEN: 'canari' },
    createTransport,
    stopped: stop.promise,
    write: (line) => lines.push(line),
  });
  return { running, given, done, lines, stop, started: started.promise };
};

describe('the bot on Tchap', () => {
  it('gives the transport what the configuration says', async () => {
    const { running, given, stop } = setUp();
    stop.resolve('SIGTERM');
    await running;
    expect(given[0]).toMatchObject({
      homeserverUrl: 'https://exemple.fr',
      userId: '@robot:exemple.fr',
      credentials: { kind: 'token', token: 'canari' },
      dataFolder: folder,
      pacingMs: 5,
      externals: { servers: ['agent.externe.tchap.gouv.fr', 'e.tchap.gouv.fr'] },
      encryption: { storeKey: null, storeKeyFile: null, recoveryKey: null },
    });
  });

  it('answers what the transport hands over, and logs it without the text', async () => {
    const { running, started, lines, stop } = setUp();
    const handler = await started;
    expect(await handler(message({ text: '!regle R9' }))).toMatchObject([
      { replyTo: '$question', msgtype: 'notice' },
    ]);
    stop.resolve('SIGTERM');
    await running;
    const events = lines.map((line) => JSON.parse(line).msg).filter((event) => event !== 'notice');
    expect(events).toEqual(['started', 'answered', 'stopping', 'stopped']);
    expect(lines.join('')).not.toMatch(/canari|R9|dupont/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly at %s', async (signal) => {
    const { running, done, stop, started } = setUp();
    await started;
    stop.resolve(signal);
    expect(await running).toBe(0);
    expect(done).toEqual(['start', 'stop']);
  });

  it('stops although the homeserver has not answered yet', async () => {
    const { running, done, stop } = setUp(() => new Promise(() => {}));
    stop.resolve('SIGTERM');
    expect(await running).toBe(0);
    expect(done).toEqual(['start', 'stop']);
  });

  it('stops when the account is refused for good, with the reason', async () => {
    const { running, given, done, started } = setUp();
    await started;
    given[0]?.onFatal(new OperatorError('Le jeton n’est plus valable.', 81));
    await expect(running).rejects.toMatchObject({ exitCode: 81 });
    expect(done).toEqual(['start', 'stop']);
  });

  it('deletes at its start the interviews that are more than a day old', async () => {
    const database = await openDatabase(join(folder, 'bot.sqlite'));
    const old = { interview: 'sensibilite', status: 'open', answers: {}, answered: [], ticked: [] } as const;
    const state = { ...old, events: ['$1'], ownThread: false };
    const where = { roomId: '!r:b.fr', thread: null, sender: '@a:b.fr', state };
    const dayAgo = Date.now() - 86_400_000;
    await createInterviewStore(database).save({ ...where, updatedAt: dayAgo - 60_000 });
    await createInterviewStore(database).save({ ...where, thread: '$fil', updatedAt: dayAgo + 600_000 });
    await database.destroy();
    const { running, stop, started } = setUp();
    await started;
    stop.resolve('SIGTERM');
    await running;
    const after = await openDatabase(join(folder, 'bot.sqlite'));
    const kept = await createInterviewStore(after).ofSender('!r:b.fr', '@a:b.fr');
    await after.destroy();
    expect(kept.map(({ thread }) => thread)).toEqual(['$fil']);
  });

  it('stops when the start fails, and frees the data folder', async () => {
    const refusal = new OperatorError('Mot de passe refusé.', 78);
    await expect(setUp(() => Promise.reject(refusal)).running).rejects.toBe(refusal);
    const again = setUp();
    again.stop.resolve('SIGTERM');
    expect(await again.running).toBe(0);
  });
});
