import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Encryption } from '../../../bot/matrix/encryption/open-encryption.ts';
import type { TchapClient } from '../../../bot/matrix/http/client.ts';
import type { TchapOptions } from '../../../bot/matrix/options.ts';
import { createTchapTransport, type TchapTransport } from '../../../bot/matrix/transport.ts';
import type { Handler, Incoming, Outgoing } from '../../../bot/messages.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { createQueues } from '../../../bot/store/queues/open-queues.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import type { FakeHomeserver } from './fake-homeserver.ts';

/** An answer that says one sentence. */
export const saying = (text: string): Answer => ({
  kind: 'dialogue',
  lang: 'fr',
  title: '',
  blocks: [{ kind: 'paragraph', text: [text] }],
  notices: [],
  citations: [],
  asOf: '2026-11-22',
  corpusVersion: 'test',
});

/** What the sentence of `saying` says, in the tests that do not look at rendering. */
export const sentenceOf = (answer: Answer): string =>
  answer.blocks.map((block) => (block.kind === 'paragraph' ? block.text.join('') : '')).join('\n');

export const replyTo = (incoming: Incoming, text: string): Outgoing => ({
  roomId: incoming.roomId,
  answer: saying(text),
  replyTo: incoming.eventId,
  thread: incoming.kind === 'message' ? incoming.thread : null,
  msgtype: 'notice',
  mentions: [],
  edits: null,
  cause: incoming.eventId,
  priority: 'interactive',
});

/** Repeats what it is told, and remembers it. */
export const parrot =
  (heard: Incoming[] = []): Handler =>
  async (incoming) => {
    heard.push(incoming);
    return incoming.kind === 'message' ? [replyTo(incoming, `réponse à ${incoming.text}`)] : [];
  };

/** A bot on a fake homeserver, with a data folder of its own that outlives `stop()`. */
export class TestBot {
  readonly folder = mkdtempSync(join(tmpdir(), 'bot-'));
  readonly log: { readonly event: string; readonly fields: object }[] = [];
  readonly fatal: Error[] = [];
  readonly #homeserver: FakeHomeserver;
  readonly #options: Partial<TchapOptions>;
  now: () => number = () => Date.now();
  #transport: TchapTransport | null = null;
  #database: Database | null = null;
  #client: TchapClient | null = null;

  constructor(homeserver: FakeHomeserver, options: Partial<TchapOptions> = {}) {
    this.#homeserver = homeserver;
    this.#options = options;
  }

  get transport(): TchapTransport {
    if (this.#transport === null) throw new Error('not started');
    return this.#transport;
  }

  /** The client in use, to make it ask. */
  get client(): TchapClient {
    if (this.#client === null) throw new Error('not started');
    return this.#client;
  }

  get database(): Database {
    if (this.#database === null) throw new Error('not started');
    return this.#database;
  }

  async start(handler: Handler): Promise<void> {
    const line = (event: string, fields: object = {}): void => void this.log.push({ event, fields });
    this.#database = await openDatabase(join(this.folder, 'bot.sqlite'));
    const options: TchapOptions = {
      homeserverUrl: this.#homeserver.url,
      userId: this.#homeserver.user,
      credentials: { kind: 'password', password: 'mot-de-passe' },
      dataFolder: this.folder,
      queues: createQueues(this.#database),
      encryption: { storeKey: null, storeKeyFile: null, recoveryKey: null },
      invitations: { homeservers: ['agent.test.tchap.gouv.fr'], users: [] },
      externals: { servers: ['agent.externe.tchap.gouv.fr'], contact: 'votre correspondant' },
      bots: ['@autre-bot:agent.test.tchap.gouv.fr'],
      adminRoom: null,
      pacingMs: 0,
      now: () => this.now(),
      log: { debug: line, info: line, warn: line, error: line },
      render: (answer) => [{ body: sentenceOf(answer), html: '' }],
      overhears: async () => false,
      onFatal: (error) => this.fatal.push(error),
      ...this.#options,
    };
    this.#transport = createTchapTransport(options, (client) => {
      this.#client = client;
      return withoutKeys(client);
    });
    await this.#transport.start(handler);
  }

  async stop(): Promise<void> {
    await this.#transport?.stop();
    await this.#database?.destroy();
    this.#transport = null;
    this.#database = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Encryption whose guard is real and whose machine is not: a process can open one store of keys only. */
export const withoutKeys = async (client: TchapClient): Promise<Encryption> => {
  Object.assign(client.crypto, {
    updateSyncData: async () => {},
    encryptRoomEvent: async () => ({ algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'secret' }),
  });
  return {
    fingerprint: 'abcd',
    signed: true,
    meet: async () => {},
    verifications: {
      meet: async () => {},
      find: () => null,
      receive: async () => {},
      receiveAgain: async () => {},
      toSay: async () => [],
      markAsSent: async () => {},
    },
    copyTo: (file) => new DatabaseSync(file).close(),
    close: () => {},
  };
};

/** Waits until `ask` is true; the error says what was awaited. */
export const until = async (what: string, ask: () => unknown, milliseconds = 40_000): Promise<void> => {
  for (let waited = 0; !(await ask()); waited += 20) {
    if (waited > milliseconds) throw new Error(`waited in vain for ${what}`);
    await sleep(20);
  }
};
