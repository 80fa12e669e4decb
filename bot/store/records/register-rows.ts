import type { Generated, Selectable } from 'kysely';
import { z } from 'zod';
import type { Derogation, HistoryLine, State } from '../../../knowledge/register/derogation.ts';
import { changesSchema, entrySchema } from '../../../knowledge/register/schema.ts';
import type { Draft, ImportedNumbers } from '../../../knowledge/register/store.ts';

interface DerogationTable {
  room_id: string;
  number: number;
  version: number;
  state: State;
  motif: string | null;
  /** JSON, see `entrySchema`. */
  entry: string;
  due: string | null;
  /** 1 for a derogation to R9 or under the note of 2021 without a date of acceptable offer. */
  undated: number;
}

interface HistoryTable {
  room_id: string;
  number: number;
  version: number;
  change: HistoryLine['change'];
  /** JSON, see `changesSchema`. */
  fields: string;
  motif: string | null;
  author: string;
  /** Epoch milliseconds. */
  at: number;
}

/** What each event has written: it never writes twice. */
interface WriteTable {
  room_id: string;
  cause: string;
  first_number: number;
  /** Derogations added, from that number on; 0 when it has only changed some. */
  count: number;
  /** Numbers of those that it has changed, a list as JSON. */
  revised: Generated<string>;
}

/** Tables to import that wait to be confirmed. */
interface DraftTable {
  room_id: string;
  sender: string;
  content: string;
  hash: string;
  at: number;
  /** Ids of the messages that the table came with, a list as JSON. */
  events: Generated<string>;
  offered: string | null;
}

/** Tables of the registers. */
export interface RegisterSchema {
  derogations: DerogationTable;
  derogation_history: HistoryTable;
  register_writes: WriteTable;
  register_drafts: DraftTable;
}

export const toDerogation = (row: Selectable<DerogationTable>): Derogation => ({
  roomId: row.room_id,
  number: row.number,
  version: row.version,
  state: row.state,
  motif: row.motif,
  entry: entrySchema.parse(JSON.parse(row.entry)),
  due: row.due,
});

export const toDraft = (
  roomId: string,
  sender: string,
  { events, offered, ...row }: Pick<Selectable<DraftTable>, 'content' | 'hash' | 'at' | 'events' | 'offered'>,
): Draft => {
  const ids = eventsSchema.parse(JSON.parse(events));
  return {
    roomId,
    sender,
    ...row,
    ...(ids.length === 0 ? {} : { events: ids }),
    ...(offered === null ? {} : { offered }),
  };
};

const eventsSchema = z.array(z.string());

export const toNumbers = ({
  first_number: first,
  count,
  revised,
}: Pick<Selectable<WriteTable>, 'first_number' | 'count' | 'revised'>): ImportedNumbers => ({
  added: Array.from({ length: count }, (_, index) => first + index),
  revised: numbersSchema.parse(JSON.parse(revised)),
});

const numbersSchema = z.array(z.number());

export const toHistoryLine = (row: Selectable<HistoryTable>): HistoryLine => ({
  roomId: row.room_id,
  number: row.number,
  version: row.version,
  change: row.change,
  fields: changesSchema.parse(JSON.parse(row.fields)),
  motif: row.motif,
  by: row.author,
  at: row.at,
});
