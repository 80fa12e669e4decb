import type { Conversation } from '../command.ts';
import type { OpenVerification, VerificationDecision, VerificationOutcome } from './verifying.ts';

/** What the bot is made of, and how it is. Durations in whole seconds, days as ISO 8601 local dates. */
export interface BotState {
  readonly version: string;
  readonly uptime: number;
  readonly corpus: {
    readonly version: string;
    readonly documents: number;
    /** Date of the latest text; to the month or year where the text says no more. */
    readonly latest: string;
  };
  readonly catalogue: { readonly edition: string; readonly date: string; readonly offers: number };
  /** null where there is no server: console, batch mode. */
  readonly server: ServerState | null;
}

export interface ServerState {
  readonly userId: string;
  readonly link: LinkState;
  /** Since the last synchronisation; null before the first one. */
  readonly syncAge: number | null;
  readonly deviceId: string | null;
  /** Ed25519 key of the device, as clients show it; null as long as encryption is not open. */
  readonly fingerprint: string | null;
  /** Whether the device bears the signature of its owner; null when unknown. */
  readonly signed: boolean | null;
  readonly rooms: number;
  /** Messages to answer, to decrypt once their key comes, to send. */
  readonly waiting: number;
  readonly undecryptable: number;
  readonly outgoing: number;
  readonly account: AccountState;
  /** Today's use, then yesterday's; empty when none is counted. */
  readonly usage: readonly DayUsage[];
  /** Rooms to write anew in the configuration. */
  readonly replaced: readonly ReplacedRoom[];
}

/** A room of the configuration that was replaced: what is written there, and the room that is used instead. */
export interface ReplacedRoom {
  /** `administration.room`, `register.views`… */
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

/** Use of the bot on a day: how many answers, to how many people, in how many rooms. */
export interface DayUsage {
  /** Local date, ISO 8601. */
  readonly day: string;
  readonly answers: number;
  readonly people: number;
  readonly rooms: number;
}

/** How the bot stands with its homeserver. */
export type LinkState =
  /** Not started yet, or first connection under way. */
  | 'starting'
  | 'running'
  /** The homeserver does not answer, or answers errors: retried with a growing delay. */
  | 'reconnecting'
  /** The data folder refuses writes (disk full…): nothing is lost, nothing is answered until it accepts them. */
  | 'storage-failing'
  /** The account has expired; one attempt a minute until it is renewed. */
  | 'account-expired'
  /** The token is revoked or the account deactivated: `onFatal` has been called. */
  | 'account-refused'
  | 'stopped';

/** `unknown` = no date of renewal is configured. */
export type AccountState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'valid' | 'to-renew' | 'overdue'; readonly expiresOn: string };

export interface RoomSummary {
  readonly roomId: string;
  readonly room: Conversation['room'];
  readonly encrypted: boolean;
  /** People, the bot included; null when unknown. */
  readonly members: number | null;
  /** As the people of the room gave it; null when it has none, as conversations do. */
  readonly name: string | null;
  /** Person who let the bot in; null when unknown. */
  readonly inviter: string | null;
}

export type Departure = 'left' | 'unknown' | 'admin-room' | 'failed';

export type BackupOutcome =
  | {
      readonly kind: 'made';
      readonly folder: string;
      readonly bytes: number;
      readonly milliseconds: number;
      /** Whether the key that opens the keys is in it. */
      readonly keyIncluded: boolean;
    }
  /** `message`: why, in French. */
  | { readonly kind: 'failed'; readonly message: string };

export type Reloading =
  | { readonly kind: 'reloaded'; readonly before: BotState; readonly after: BotState }
  /** `message`: what is wrong, in French, file by file. What was in service still is. */
  | { readonly kind: 'kept'; readonly message: string };

/** Which texts and data are in service. */
export type KnowledgeState = Pick<BotState, 'corpus' | 'catalogue'>;

/** What the commands of the operators ask of the running bot. */
export interface Operations {
  state(): Promise<BotState>;
  rooms(): Promise<readonly RoomSummary[]>;
  leave(roomId: string): Promise<Departure>;
  /** Reads texts and data again, checks them, then puts them in service all at once. */
  reload(): Promise<Reloading>;
  /** Copies the data folder, both stores at one instant. */
  backUp(): Promise<BackupOutcome>;
  /** Verifications of the bot's keys that wait for an operator or for the person. */
  verifications(): readonly OpenVerification[];
  /** Does what an operator decides on one of them. */
  verify(code: string, decision: VerificationDecision): Promise<VerificationOutcome>;
}
