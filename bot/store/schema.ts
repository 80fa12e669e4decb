import type { Generated, Selectable } from 'kysely';
import type { RoomSettings } from '../../commands/room-settings/settings.ts';
import type { ConversationSchema } from './records/conversation-tables.ts';
import type { DigestSchema } from './records/digest-tables.ts';
import type { FeedbackSchema } from './records/feedback-tables.ts';
import type { ProjectSchema } from './records/project-tables.ts';
import type { ReferralSchema } from './records/referral-tables.ts';
import type { RegisterSchema } from './records/register-rows.ts';

/** Small values: sync token, device id, dates of the last refusal… */
interface KeyValueTable {
  key: string;
  value: string;
}

export type InboxState =
  /** To be decrypted, read and handed to the application. */
  | 'waiting'
  /** Encrypted with a key that has not come yet. */
  | 'locked'
  | 'done'
  /** Given up after three attempts. */
  | 'dead';

/** One event received from a room. Rows stay for a month, without text, so that nothing is answered twice. */
interface InboxTable {
  id: Generated<number>;
  event_id: string;
  room_id: string;
  sender: string;
  /** The event as JSON (encrypted rooms: ciphertext); null once handled. */
  event: string | null;
  /** Megolm session of an encrypted event; null otherwise. */
  session_id: string | null;
  /** SHA-256 of the ciphertext: the same one under another event id is a replay. */
  cipher_hash: string | null;
  state: InboxState;
  attempts: Generated<number>;
  /** 1 once the room has been told that it cannot be read. */
  explained: Generated<number>;
  /** Epoch milliseconds given by the homeserver. */
  sent_at: number;
  received_at: number;
}

export type OutboxState =
  | 'waiting'
  | 'sent'
  /** Will never be sent: left room, too old, refused by the homeserver. */
  | 'dropped';

/** One event to send. Rows stay for a month, without content, to find our answer to a message. */
interface OutboxTable {
  id: Generated<number>;
  transaction_id: string;
  room_id: string;
  kind: 'message' | 'redaction' | 'reaction';
  /** Content as JSON, before encryption; for a redaction, empty object; for a reaction, its key. Null once sent. */
  content: string | null;
  /** 0 = interactive, 1 = scheduled, 2 = what may wait for all the rest (reactions). */
  priority: number;
  cause: string;
  part: number;
  /** Cause whose parts this one replaces (answer to an edited question), or stands under (a reaction). */
  edits: string | null;
  state: OutboxState;
  event_id: string | null;
  created_at: number;
}

/** What is known of a room. `encryption` never goes back to null: once encrypted, always encrypted. */
interface RoomTable {
  room_id: string;
  membership: 'join' | 'leave';
  /** Content of `m.room.encryption` as JSON; null = never seen encrypted. */
  encryption: string | null;
  history_visibility: string | null;
  /** Rule of `im.vector.room.access_rules`. */
  access_rule: string | null;
  join_rule: string | null;
  /** 1 when the invitation said that this is a direct conversation. */
  direct: Generated<number>;
  /** People joined or invited, the bot included; null when unknown. */
  members: number | null;
  /** Room that replaces this one, once upgraded. */
  successor: string | null;
  /** Last event of the timeline that we have seen: where to go on after a loss of the sync token. */
  seen_event: string | null;
  /** Content of `m.room.power_levels` as JSON; null = not seen yet. */
  power_levels: string | null;
  /** People above all levels (creators, since version 12 of rooms), a list as JSON; null = not seen yet. */
  creators: string | null;
  /** `due` = to be greeted once the bot is in; `over` = decided once and for all; null = nobody has invited it there. */
  greeting: 'due' | 'over' | null;
  /** Person who let the bot in; null = unknown, or nobody: it has followed a room that was replaced. */
  inviter: string | null;
}

interface InvitationTable {
  room_id: string;
  inviter: string;
  direct: number;
  /** Room that was replaced by this one, when its replacement is all that invites us; null = a person has. */
  predecessor: string | null;
  /** 0 = to be declined. */
  accept: number;
  attempts: Generated<number>;
  /** Epoch milliseconds of the next attempt. */
  next_at: number;
}

/** Sentences that must not be repeated too soon, by key (`undecryptable/<room>`), and until when. */
interface CooldownTable {
  key: string;
  /** Epoch milliseconds. */
  until: number;
}

/** A guided interview under way; see `InterviewStore`. */
interface InterviewTable {
  room_id: string;
  /** Empty for the main timeline. */
  thread: string;
  sender: string;
  /** `InterviewState` as JSON. */
  state: string;
  /** Epoch milliseconds. */
  updated_at: number;
}

/** Answers of a day, by kind and command. */
interface StatisticsTable {
  /** Local date in Europe/Paris, ISO 8601. */
  day: string;
  kind: string;
  /** Empty for an answer to no command. */
  command: string;
  count: number;
}

/** People and rooms of a day, under pseudonyms of that day. */
interface StatisticsSeenTable {
  day: string;
  kind: 'person' | 'room';
  pseudonym: string;
}

/** Columns as SQLite keeps them: it has no booleans. */
export interface RoomSettingsTable {
  room_id: string;
  mention_only: number;
  in_thread: number;
  reactions: number;
  greets: number;
  language: RoomSettings['language'];
}

export interface Schema
  extends RegisterSchema,
    DigestSchema,
    FeedbackSchema,
    ConversationSchema,
    ReferralSchema,
    ProjectSchema {
  interviews: InterviewTable;
  key_value: KeyValueTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  rooms: RoomTable;
  invitations: InvitationTable;
  cooldowns: CooldownTable;
  room_settings: RoomSettingsTable;
  statistics: StatisticsTable;
  statistics_seen: StatisticsSeenTable;
}

export type InboxRow = Selectable<InboxTable>;
export type OutboxRow = Selectable<OutboxTable>;
export type RoomRow = Selectable<RoomTable>;
export type InvitationRow = Selectable<InvitationTable>;
