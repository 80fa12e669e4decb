import type { InboxRow, InvitationRow, OutboxRow, RoomRow } from '../../../bot/queues/queues.ts';

/** What queues hold, as the database would. */
export interface MemoryTables {
  inbox: InboxRow[];
  outbox: OutboxRow[];
  rooms: Map<string, RoomRow>;
  invitations: InvitationRow[];
  cooldowns: Map<string, number>;
  values: Map<string, string>;
  next: number;
}

/** Rows are given as they are at that moment, as from a database. */
export const copy = <T extends object>(row: T | undefined): T | undefined =>
  row === undefined ? undefined : { ...row };
