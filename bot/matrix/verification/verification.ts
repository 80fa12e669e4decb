import type {
  OpenVerification,
  VerificationDecision,
  VerificationOutcome,
  Verifying,
} from '../../../commands/operations/verifying.ts';
import type { Queued, Queues } from '../../queues/queues.ts';
import { OneAtATime } from '../encryption/one-at-a-time.ts';
import type { RoomCrypto } from '../encryption/room-crypto.ts';
import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import type { TchapOptions } from '../options.ts';
import { sentence } from '../send/to-outbox.ts';
import { Announcer } from './announcer.ts';
import type { VerificationCore } from './core.ts';
import { Decliner } from './decline.ts';
import { type Exchange, endOf, newCode } from './exchanges.ts';
import { Finder } from './find.ts';
import { Messenger } from './messages.ts';
import {
  type DeviceRequest,
  type RoomRequest,
  readDeviceRequest,
  readRoomRequest,
  readRoomStep,
} from './request.ts';
import { type Shown, WAIT } from './wording.ts';

/** Requests answered that are remembered: a synchronisation that is asked for again brings them again. */
const MOST_REMEMBERED = 1000;

export interface VerificationOptions
  extends Pick<
    TchapOptions,
    'adminRoom' | 'now' | 'log' | 'bots' | 'operators' | 'externals' | 'invitations'
  > {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'doRequest' | 'putEvent'>;
  readonly crypto: Pick<RoomCrypto, 'isEncrypted' | 'encrypt'>;
  readonly core: VerificationCore;
  /** `signed`: the device bears the signature of the account, without which clients cannot verify it from a room. */
  readonly device: Shown & { readonly userId: string; readonly signed: boolean };
  readonly wakeSender: () => void;
}

/**
 * Answers those who ask to verify the bot. It never confirms by itself: whoever compares emoji with a program compares
 * nothing. An operator compares them with the person; without one, the request is cancelled with its reason.
 */
export class Verification implements Verifying {
  readonly #options: VerificationOptions;
  readonly #messenger: Messenger;
  readonly #decliner: Decliner;
  readonly #announcer: Announcer;
  readonly #finder: Finder;
  readonly #answered = new Set<string>();
  readonly #open = new Map<string, Exchange>();
  readonly #turns = new OneAtATime();

  constructor(options: VerificationOptions, signal: AbortSignal) {
    this.#options = options;
    this.#messenger = new Messenger(options, signal);
    this.#decliner = new Decliner({ ...options, messenger: this.#messenger });
    this.#announcer = new Announcer(options);
    this.#finder = new Finder(options, () => this.#open.size);
  }

  /** To be called with each message between devices, decrypted. Never rejects. */
  async heard(event: unknown): Promise<void> {
    const asked = readDeviceRequest(event, this.#options.now());
    if (asked === null || this.#isAnswered(asked)) return;
    try {
      const request = await this.#messenger.retry(() => this.#finder.betweenDevices(asked, event as object));
      const { sender: person, transactionId: flowId } = asked;
      if (request === null) await this.#decliner.betweenDevices(asked);
      else
        await this.#begin({ person, flowId, request, roomId: await this.#announcer.roomWith(person) }, true);
      this.#options.wakeSender();
    } catch (error) {
      this.#options.log.warn('verification-unanswered', { code: failureOf(error).code });
    }
  }

  /**
   * What is said in a room of an event of a verification of ours, once it is handled; null when it is none. The same event
   * handled twice has the same answer.
   * @throws when the homeserver does not answer
   */
  readonly hearIn = async (roomId: string, event: unknown): Promise<readonly Queued[] | null> => {
    const { device, bots } = this.#options;
    const asked = readRoomRequest(event, device.userId);
    if (asked !== null && !bots.includes(asked.sender))
      return await this.#askedIn(roomId, asked, event as object);
    const step = readRoomStep(event, device.userId);
    const exchange = step === null ? undefined : this.#exchangeOf(step.sender, step.eventId);
    if (exchange === undefined) return null;
    await this.#finder.receive(roomId, event as object);
    await this.#advance(exchange);
    return [];
  };

  /** What an operator decides, or says of the emoji. */
  async decide(code: string, decision: VerificationDecision): Promise<VerificationOutcome> {
    const exchange = this.#open.get(code);
    if (exchange === undefined) return 'unknown';
    try {
      const outcome = await this.#turns.run(code, () => this.#apply(exchange, decision));
      await this.#advance(exchange);
      return outcome;
    } catch (error) {
      this.#options.log.warn('verification-unsent', { code: failureOf(error).code });
      return 'failed';
    }
  }

  list(): readonly OpenVerification[] {
    return [...this.#open.values()].flatMap(({ code, person, request }) => {
      const { kind } = request.stage();
      if (kind === 'done' || kind === 'cancelled') return [];
      return [{ code, person, stage: kind === 'ready' ? 'begun' : kind }];
    });
  }

  /** Cancels what is going on: it would not survive a restart. Never rejects. */
  async close(): Promise<void> {
    for (const { request } of this.#open.values())
      await this.#messenger.send(request.cancel('m.user')).catch(() => {});
  }

  async #apply(exchange: Exchange, decision: VerificationDecision): Promise<VerificationOutcome> {
    const { request } = exchange;
    const { kind } = request.stage();
    if (kind === 'done' || kind === 'cancelled') return 'unknown';
    if (decision === 'start') {
      if (kind !== 'asked') return 'already';
      await this.#messenger.send(request.accept());
      return 'started';
    }
    if (decision === 'yes') {
      if (kind === 'confirmed') return 'confirmed';
      if (kind !== 'shown' || !exchange.shown) return 'too-early';
      await this.#messenger.send(await request.confirm());
      return 'confirmed';
    }
    exchange.refused = true;
    await this.#messenger.send(request.cancel(kind === 'shown' ? 'm.mismatched_sas' : 'm.user'));
    return 'refused';
  }

  async #askedIn(roomId: string, asked: RoomRequest, event: object): Promise<readonly Queued[]> {
    const { sender: person, eventId: flowId } = asked;
    if (this.#exchangeOf(person, flowId) === undefined) {
      const request = await this.#finder.inRoom(roomId, asked, event);
      if (request === null) return await this.#decliner.inRoom(roomId, asked);
      await this.#begin({ person, flowId, request, roomId }, false);
    }
    return [sentence(WAIT, { roomId }, flowId)];
  }

  async #begin(
    asked: Pick<Exchange, 'person' | 'flowId' | 'request' | 'roomId'>,
    isToBeTold: boolean,
  ): Promise<void> {
    const exchange: Exchange = { ...asked, code: await this.#freshCode(), shown: false, refused: false };
    this.#open.set(exchange.code, exchange);
    this.#options.log.info('verification-asked', { sender: asked.person });
    await this.#announcer.asked(exchange, isToBeTold);
    exchange.request.onChange(() => void this.#advance(exchange));
    // It may have changed meanwhile: a second request of the same person ends both.
    await this.#advance(exchange);
  }

  async #freshCode(): Promise<string> {
    for (;;) {
      const code = newCode();
      // Reactions under an older message must not decide on this one.
      if ((await this.#options.queues.outbox.countCauses(`verification/${code}/`, 0)) === 0) return code;
    }
  }

  /** Does what the last change wants done. Never rejects: what was not sent ends by the time limits of both sides. */
  async #advance(exchange: Exchange): Promise<void> {
    const { log } = this.#options;
    try {
      await this.#turns.run('rest', () => this.#messenger.sendRest());
      await this.#turns.run(exchange.code, () => this.#step(exchange));
    } catch (error) {
      log.warn('verification-unsent', { code: failureOf(error).code });
    }
  }

  async #step(exchange: Exchange): Promise<void> {
    if (!this.#open.has(exchange.code)) return;
    const { request } = exchange;
    if (request.stage().kind === 'begun') await this.#messenger.send(request.begin());
    const stage = request.stage();
    if (stage.kind === 'shown' && !exchange.shown) {
      exchange.shown = true;
      await this.#announcer.shown(exchange, stage);
    }
    const end = endOf(stage, exchange);
    if (end === null) return;
    this.#open.delete(exchange.code);
    this.#options.log.info('verification-over', { sender: exchange.person, outcome: end });
    await this.#announcer.over(exchange, end, stage.kind === 'cancelled' ? stage.code : '');
    request.free();
  }

  #exchangeOf(person: string, flowId: string): Exchange | undefined {
    return this.#open.values().find((open) => open.person === person && open.flowId === flowId);
  }

  #isAnswered({ sender, transactionId }: DeviceRequest): boolean {
    const key = `${sender} ${transactionId}`;
    if (this.#answered.has(key)) return true;
    this.#answered.add(key);
    const [oldest] = this.#answered;
    if (this.#answered.size > MOST_REMEMBERED && oldest !== undefined) this.#answered.delete(oldest);
    return false;
  }
}
