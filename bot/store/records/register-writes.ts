import type { Transaction } from 'kysely';
import { firstChanges } from '../../../knowledge/register/changes.ts';
import { isUndated } from '../../../knowledge/register/deadline.ts';
import type { ImportedNumbers, Mark, NewDerogation, Revision } from '../../../knowledge/register/store.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { toNumbers } from './register-rows.ts';

export type Reader = Database | Transaction<Schema>;

/** Writes derogations under the next numbers of the room, which it gives; an import forgets the draft of its writer. */
export const addTo = async (
  transaction: Transaction<Schema>,
  roomId: string,
  change: 'ajout' | 'import',
  added: readonly NewDerogation[],
  { by: author, at }: Mark,
): Promise<readonly number[]> => {
  const first = (await lastNumber(transaction, roomId)) + 1;
  for (const [index, { entry, due }] of added.entries()) {
    const key = { room_id: roomId, number: first + index, version: 1, motif: null };
    const undated = Number(isUndated(entry));
    await transaction
      .insertInto('derogations')
      .values({ ...key, state: 'ouverte', entry: JSON.stringify(entry), due, undated })
      .execute();
    await transaction
      .insertInto('derogation_history')
      .values({ ...key, change, fields: JSON.stringify(firstChanges(entry)), author, at })
      .execute();
  }
  if (change === 'import') await forgetDraft(transaction, roomId, author);
  return added.map((_, index) => first + index);
};

/** Writes a change that `allSeen` has admitted, and its line of history. */
export const reviseIn = async (
  transaction: Transaction<Schema>,
  roomId: string,
  { number, version, state, motif, entry, due, change, fields }: Revision,
  { by: author, at }: Mark,
): Promise<void> => {
  const undated = Number(isUndated(entry));
  await transaction
    .updateTable('derogations')
    .set({ version: version + 1, state, motif, entry: JSON.stringify(entry), due, undated })
    .where('room_id', '=', roomId)
    .where('number', '=', number)
    .execute();
  await transaction
    .insertInto('derogation_history')
    .values({
      room_id: roomId,
      number,
      version: version + 1,
      motif,
      change,
      fields: JSON.stringify(fields),
      author,
      at,
    })
    .execute();
};

/** Whether each change saw the latest version of what it changes. */
export const allSeen = async (
  database: Reader,
  roomId: string,
  revisions: readonly Revision[],
): Promise<boolean> => {
  for (const { number, version } of revisions) {
    const row = await database
      .selectFrom('derogations')
      .select('version')
      .where('room_id', '=', roomId)
      .where('number', '=', number)
      .executeTakeFirst();
    if (row?.version !== version) return false;
  }
  return true;
};

/** What a cause has written in a room, or null. */
export const writtenBy = async (
  database: Reader,
  roomId: string,
  cause: string,
): Promise<ImportedNumbers | null> => {
  const row = await database
    .selectFrom('register_writes')
    .select(['first_number', 'count', 'revised'])
    .where('room_id', '=', roomId)
    .where('cause', '=', cause)
    .executeTakeFirst();
  return row === undefined ? null : toNumbers(row);
};

/** Remembers what a cause has written: it never writes twice. */
export const noteWrite = async (
  transaction: Transaction<Schema>,
  roomId: string,
  cause: string,
  { added, revised }: ImportedNumbers,
): Promise<void> => {
  await transaction
    .insertInto('register_writes')
    .values({
      room_id: roomId,
      cause,
      first_number: added[0] ?? 0,
      count: added.length,
      revised: JSON.stringify(revised),
    })
    .execute();
};

/** The highest number of a room, 0 when it has none. */
export const lastNumber = async (database: Reader, roomId: string): Promise<number> => {
  const row = await database
    .selectFrom('derogations')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row?.last ?? 0;
};

const forgetDraft = async (
  transaction: Transaction<Schema>,
  roomId: string,
  sender: string,
): Promise<void> => {
  await transaction
    .deleteFrom('register_drafts')
    .where('room_id', '=', roomId)
    .where('sender', '=', sender)
    .execute();
};
