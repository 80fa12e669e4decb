import { ensureCrossSigning } from '../../../bot/matrix/encryption/cross-signing.ts';
import { KeyExchange } from '../../../bot/matrix/encryption/sharing/key-exchange.ts';
import { DeviceLists } from '../../../bot/matrix/replacements/crypto/ids.ts';
import { verificationCore } from '../../../bot/matrix/verification/core.ts';
import { Verification, type VerificationOptions } from '../../../bot/matrix/verification/verification.ts';
import type { VerificationDecision, VerificationOutcome } from '../../../commands/operations/verifying.ts';
import { createMemoryQueues } from '../queues/memory-queues.ts';
import { KeyServer } from './key-server.ts';
import { OlmDevice } from './olm-device.ts';
import { type SasEvent, SasPerson } from './sas-person.ts';

const BOT = { userId: '@bot:x', deviceId: 'ROBOT' };
const ADMIN = '!admin:x';
const DIRECT = '!direct:x';
const nothing = (): void => {};

interface Sent {
  readonly roomId: string;
  readonly body: string;
  readonly mentions: readonly string[];
}

/** A bot with the machine that it really has, people who are written by hand, and what carries their messages. */
export class SasScene {
  readonly queues = createMemoryQueues();
  readonly server = new KeyServer();
  readonly verification: Verification;
  readonly log: string[] = [];
  readonly #people: SasPerson[] = [];
  readonly #device: OlmDevice;
  readonly #exchange: KeyExchange;
  /** Events that the bot has put in a room, and how many each person has heard. */
  readonly #inRoom: SasEvent[] = [];
  readonly #heard = new Map<SasPerson, number>();
  #events = 0;
  #skew = 0;
  readonly #clocks = [performance.now, Date.now] as const;

  static async open(change: Partial<VerificationOptions> = {}): Promise<SasScene> {
    const server = new KeyServer();
    const device = await OlmDevice.create(server, BOT.userId, BOT.deviceId);
    const scene = new SasScene(server, device, change);
    const homeserver = server.as(BOT.userId, BOT.deviceId);
    await ensureCrossSigning({
      ...{ homeserver, machine: device.machine, userId: BOT.userId, password: null },
      ...{ recoveryKey: new Uint8Array(32), recoveryFile: '' },
    });
    await scene.queues.rooms.save(DIRECT, { inviter: '@alice:x', direct: 1, members: 2 });
    return scene;
  }

  private constructor(server: KeyServer, device: OlmDevice, change: Partial<VerificationOptions>) {
    this.server = server;
    this.#device = device;
    const homeserver = server.as(BOT.userId, BOT.deviceId);
    const log = (event: string): void => void this.log.push(event);
    this.#exchange = new KeyExchange({ machine: device.machine, homeserver, log: { debug: log } });
    this.verification = new Verification(
      {
        queues: this.queues,
        log: { debug: log, info: log, warn: log, error: log },
        now: () => Date.now(),
        adminRoom: ADMIN,
        operators: ['@op:x'],
        bots: [],
        externals: { servers: ['dehors'], contact: '' },
        invitations: { homeservers: [], users: [] },
        device: { ...BOT, fingerprint: 'RpVy BLiC', signed: true },
        core: verificationCore(device.machine, this.#exchange),
        wakeSender: nothing,
        client: {
          doRequest: (method: 'PUT', path: string, query: unknown, body: unknown) =>
            homeserver.doRequest(method, path, query, body),
          putEvent: async (_, type, __, content) => {
            this.#inRoom.push({ type, content });
            return `$bot${this.#inRoom.length}`;
          },
        } as VerificationOptions['client'],
        crypto: { isEncrypted: async () => false, encrypt: async (_, __, content) => content },
        ...change,
      },
      new AbortController().signal,
    );
  }

  person(userId: string, way: 'between devices' | 'in a room', deviceId = 'TEL'): SasPerson {
    const person = new SasPerson(this.server, [userId, deviceId], BOT, way === 'in a room');
    this.#people.push(person);
    return person;
  }

  /** The person's client asks for a verification. */
  async ask(person: SasPerson): Promise<void> {
    await this.says(person, [person.request(Date.now())]);
  }

  /** The person's client sends events; then all that follows by itself happens. */
  async says(person: SasPerson, events: readonly SasEvent[]): Promise<void> {
    for (const event of events) await this.#deliver(person, event);
    await this.settle();
  }

  /** Carries messages to and fro until nobody has anything more to say. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const person of this.#people) {
        for (const event of this.#newsFor(person)) {
          quiet = 0;
          for (const answer of person.hear(event)) await this.#deliver(person, answer);
        }
      }
    }
  }

  /** Time passes, for the machine and for us, and a synchronisation comes. */
  async later(milliseconds: number): Promise<void> {
    this.#skew += milliseconds;
    const [now, date] = this.#clocks;
    performance.now = () => now.call(performance) + this.#skew;
    Date.now = () => date() + this.#skew;
    await this.#sync([]);
    await this.settle();
  }

  /** An operator decides on the latest verification, or on one by its code. */
  async decide(decision: VerificationDecision, code?: string): Promise<VerificationOutcome> {
    return await this.verification.decide(code ?? this.verification.list().at(-1)?.code ?? '', decision);
  }

  async said(roomId: string): Promise<readonly string[]> {
    return (await this.#sentIn(roomId)).map(({ body }) => body);
  }

  admin(): Promise<readonly Sent[]> {
    return this.#sentIn(ADMIN);
  }

  close(): void {
    [performance.now, Date.now] = this.#clocks;
    this.#device.machine.close();
  }

  async #sentIn(roomId: string): Promise<readonly Sent[]> {
    const rows = await this.queues.outbox.waitingIn(roomId, 100);
    const found = await Promise.all(rows.map(({ id }) => this.queues.outbox.find(id)));
    return found.map((row) => {
      const content = JSON.parse(row?.content ?? '{}');
      const body = String(content.body).replaceAll('\u00a0', ' ');
      return { roomId, body, mentions: content['m.mentions']?.user_ids ?? [] };
    });
  }

  #newsFor(person: SasPerson): readonly SasEvent[] {
    const between: SasEvent[] = JSON.parse(this.server.takeInbox(person.userId, person.deviceId));
    const news = this.#inRoom.slice(this.#heard.get(person) ?? 0);
    this.#heard.set(person, this.#inRoom.length);
    const room = news.filter(({ content }) => flowOf(content) === person.flowId);
    return [...between, ...room];
  }

  async #deliver(person: SasPerson, { type, content }: SasEvent): Promise<void> {
    const sent = { type, sender: person.userId, content };
    if (content.transaction_id !== undefined) {
      await this.#sync([sent]);
      return;
    }
    const event_id = `$${++this.#events}`;
    if (type === 'm.room.message') person.flowId = event_id;
    const event = { ...sent, event_id, origin_server_ts: Date.now() };
    const queue = await this.verification.hearIn(DIRECT, event);
    await this.queues.outbox.enqueue(queue ?? [], Date.now());
  }

  /** A synchronisation, as the client of the bot makes it. */
  async #sync(events: readonly object[]): Promise<void> {
    const { machine } = this.#device;
    const read = await machine.receiveSyncChanges(JSON.stringify(events), new DeviceLists(), {}, []);
    for (const event of JSON.parse(read)) await this.verification.heard(event);
    this.#exchange.wake();
  }
}

const flowOf = (content: SasEvent['content']): unknown =>
  (content['m.relates_to'] as { event_id?: string } | undefined)?.event_id;
