import type { LinkState } from '../commands/operations/operations.ts';
import type { Handler, Outgoing } from './messages.ts';

/**
 * The way messages come in and go out. Each accepted event reaches the handler at least once, in the order
 * of its room; what the handler returns is visible exactly once in the room.
 */
export interface Transport {
  /**
   * Opens the account and begins to receive; resolves once the first answer of the homeserver is processed.
   * @throws OperatorError when only the operator can put it right (password, token, damaged data folder…).
   */
  start(handler: Handler): Promise<void>;
  /** Queues a message durably; it is sent later, once, even across restarts. Same `cause` = same message. */
  send(outgoing: Outgoing): Promise<void>;
  /** Stops receiving, finishes what is in hand and closes everything; takes at most ten seconds. */
  stop(): Promise<void>;
  status(): TransportStatus;
}

/** What `!etat`, health checks and metrics show. Contains no message and no secret. */
export interface TransportStatus {
  readonly state: LinkState;
  readonly userId: string | null;
  readonly deviceId: string | null;
  /** Ed25519 fingerprint of the device, base64; null without encryption. */
  readonly fingerprint: string | null;
  /** Whether the device is signed by its owner (cross-signing); null when unknown. */
  readonly signed: boolean | null;
  /** Epoch milliseconds of the last successful sync; null before the first. */
  readonly lastSyncAt: number | null;
  /** The homeserver answers, and a message that the bot sends to itself does not come back; false by default. */
  readonly deaf?: boolean;
  readonly rooms: number;
  /** Messages waiting for an answer, for a key, for their turn to be sent. */
  readonly waiting: number;
  readonly undecryptable: number;
  readonly outgoing: number;
  /** Counters since the start of the process. */
  readonly counts: Readonly<Record<TransportCount, number>>;
}

export type TransportCount =
  | 'received'
  | 'answered'
  | 'sent'
  | 'ignored'
  | 'deadLetters'
  | 'undecryptable'
  | 'rateLimited'
  | 'syncFailures'
  | 'sendFailures';
