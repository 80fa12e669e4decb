import type { RoomKind } from '../../commands/command.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Avatar } from '../config/avatar.ts';
import type { LogFields } from '../log/fields.ts';
import type { OperatorError } from '../operator-error.ts';
import type { Queues } from '../queues/queues.ts';
import type { Succession } from '../queues/successions.ts';
import type { Part } from '../render/parts.ts';

/** Where the transport reports; each line has a fixed name and known fields, never a text of a message. */
export interface TransportLog {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export type Credentials =
  | { readonly kind: 'token'; readonly token: string }
  /** Used once, to create the session kept in the data folder. */
  | { readonly kind: 'password'; readonly password: string };

export interface TchapOptions {
  /** Base URL of the homeserver, `https://matrix.agent.dinum.tchap.gouv.fr`. */
  readonly homeserverUrl: string;
  /** Full user id of the bot. */
  readonly userId: string;
  readonly credentials: Credentials;
  /** Existing folder that holds session, keys and database. */
  readonly dataFolder: string;
  readonly queues: Queues;
  readonly encryption: {
    /** Key of the store of keys, base64 of 32 bytes; null = read from `storeKeyFile`. */
    readonly storeKey: string | null;
    /** File of that key, created at the first start; null = `store.key` in the data folder. */
    readonly storeKeyFile: string | null;
    /** Recovery key of the bot's identity, as Element shows it; null = `recovery.key` in the data folder. */
    readonly recoveryKey: string | null;
  };
  /** What the account is to show; absent or null: left as it is. */
  readonly profile?: { readonly displayName: string | null; readonly avatar: Avatar | null };
  readonly invitations: {
    /** Exact server names whose users may invite the bot: `agent.dinum.tchap.gouv.fr`. */
    readonly homeservers: readonly string[];
    /** Full user ids that may invite it, whatever their server. */
    readonly users: readonly string[];
  };
  readonly externals: {
    /** Exact server names of external partners, who are not answered: `agent.externe.tchap.gouv.fr`. */
    readonly servers: readonly string[];
    /** Whom they should ask instead, as shown in a sentence: « votre correspondant à la DINUM ». */
    readonly contact: string;
  };
  /** People served whatever their server: those who look after the bot (full user ids). */
  readonly operators?: readonly string[];
  /** Other bots, never answered (full user ids). */
  readonly bots: readonly string[];
  /** Room that receives the alerts of the bot, or null. */
  readonly adminRoom: string | null;
  /** Least number of milliseconds between two messages sent; 1000 as the Tchap team advises. */
  readonly pacingMs: number;
  /** Time between two checks that the synchronisation hears, in milliseconds; 100 seconds by default. */
  readonly echoMs?: number;
  /** How long handled and sent messages are remembered, without their text; 30 days by default. */
  readonly retentionMs?: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: TransportLog;
  /** Cuts an answer into pages whose text and HTML together hold in `maxBytes` bytes of UTF-8 JSON. */
  readonly render: (answer: Answer, options: { readonly maxBytes: number }) => readonly Part[];
  /** Whether an open interview waits for an unaddressed message of this person in this room. */
  readonly overhears: (roomId: string, sender: string) => Promise<boolean>;
  /** What the bot says of itself in a room that a person has just let it in, or null when it is to say nothing. */
  readonly greeting?: (room: RoomKind) => Promise<Answer | null>;
  /** A room has been upgraded and the bot has joined its successor: move what is attached to it. Idempotent. */
  readonly moved?: (from: string, to: string) => Promise<void>;
  /** It was followed, once and for all: what names the old room means the new one. */
  readonly followed?: (succession: Succession) => Promise<void>;
  /** Events were withdrawn by their authors: forget what is kept of them. Must not reject. */
  readonly withdrawn?: (eventId: string) => Promise<void>;
  /** At the start, no homeserver is found at the address: a sentence for the operator. The start goes on trying. */
  readonly onDoubt?: (message: string) => void;
  /** The account cannot be used any more (revoked, deactivated): the process should exit with its code. */
  readonly onFatal: (error: OperatorError) => void;
  /** The disk refuses what is written: the bot stays up and tries again. Receives the French text, once per trouble. */
  readonly onStorageTrouble?: (message: string) => void;
}
