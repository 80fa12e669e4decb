import type { Transaction } from 'kysely';
import { doneSchema, factsSchema, sheetChangesSchema } from '../../../knowledge/project/schema.ts';
import type { ProjectStore } from '../../../knowledge/project/store.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

/** The project sheets in the database of the bot. */
export const createProjectStore = (database: Database): ProjectStore => ({
  find: async (roomId) => {
    const row = await database
      .selectFrom('projects')
      .select(['version', 'facts', 'done'])
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const { version, facts, done } = row;
    return {
      roomId,
      version,
      facts: factsSchema.parse(JSON.parse(facts)),
      done: doneSchema.parse(JSON.parse(done)),
    };
  },

  history: async (roomId) => {
    const rows = await database
      .selectFrom('project_history')
      .selectAll()
      .where('room_id', '=', roomId)
      .orderBy('version')
      .execute();
    return rows.map(({ room_id: _, author: by, fields, ...line }) => {
      return { roomId, ...line, by, fields: sheetChangesSchema.parse(JSON.parse(fields)) };
    });
  },

  hasWritten: (roomId, cause) => hasWritten(database, roomId, cause),

  write: (roomId, { version, change, fields, facts, done, pending = [] }, { by: author, at, cause }) =>
    database.transaction().execute(async (transaction) => {
      if (await hasWritten(transaction, roomId, cause)) return true;
      if ((await versionOf(transaction, roomId)) !== version) return false;
      const next = await nextVersion(transaction, roomId);
      const values = { version: next, facts: JSON.stringify(facts), done: JSON.stringify(done) };
      await transaction
        .insertInto('projects')
        .values({ room_id: roomId, ...values })
        .onConflict((conflict) => conflict.column('room_id').doUpdateSet(values))
        .execute();
      const line = { room_id: roomId, version: next, change, fields: JSON.stringify(fields), author, at };
      await transaction.insertInto('project_history').values(line).execute();
      await transaction.insertInto('project_writes').values({ room_id: roomId, cause }).execute();
      await transaction
        .deleteFrom('project_drafts')
        .where('room_id', '=', roomId)
        .where('sender', '=', author)
        .execute();
      if (pending.length === 0) return true;
      const draft = { kind: 'remplacement', version: next, fields: JSON.stringify(pending) } as const;
      await transaction
        .insertInto('project_drafts')
        .values({ room_id: roomId, sender: author, event: cause, at, ...draft })
        .execute();
      return true;
    }),

  erase: (roomId, version, { by: author, at, cause }) =>
    database.transaction().execute(async (transaction) => {
      if (await hasWritten(transaction, roomId, cause)) return true;
      if ((await versionOf(transaction, roomId)) !== version) return false;
      const next = await nextVersion(transaction, roomId);
      // The sheet first: the database keeps the history of a sheet that is there.
      for (const table of ['projects', 'project_history', 'project_drafts'] as const)
        await transaction.deleteFrom(table).where('room_id', '=', roomId).execute();
      await transaction
        .insertInto('project_history')
        .values({ room_id: roomId, version: next, change: 'effacement', fields: '[]', author, at })
        .execute();
      await transaction.insertInto('project_writes').values({ room_id: roomId, cause }).execute();
      return true;
    }),

  keepDraft: async ({ roomId, sender, fields, ...draft }) => {
    const values = { ...draft, fields: JSON.stringify(fields) };
    await database
      .insertInto('project_drafts')
      .values({ room_id: roomId, sender, ...values })
      .onConflict((conflict) => conflict.columns(['room_id', 'sender']).doUpdateSet(values))
      .execute();
  },

  draft: async (roomId, sender) => {
    const row = await database
      .selectFrom('project_drafts')
      .select(['kind', 'version', 'fields', 'event', 'at'])
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .executeTakeFirst();
    return row === undefined
      ? null
      : { ...row, roomId, sender, fields: sheetChangesSchema.parse(JSON.parse(row.fields)) };
  },

  forgetDraftOf: async (event) => {
    await database.deleteFrom('project_drafts').where('event', '=', event).execute();
  },

  forgetDrafts: async (before) => {
    const { numDeletedRows } = await database
      .deleteFrom('project_drafts')
      .where('at', '<', before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },

  move: (from, to) =>
    database.transaction().execute(async (transaction) => {
      if ((await versionOf(transaction, from)) === null) return;
      // What stands in the new room was said there, later: the old sheet stays where it is.
      if ((await nextVersion(transaction, to)) > 1) return;
      for (const table of ['projects', 'project_history'] as const)
        await transaction.updateTable(table).set({ room_id: to }).where('room_id', '=', from).execute();
    }),
});

type Reader = Database | Transaction<Schema>;

const hasWritten = async (database: Reader, roomId: string, cause: string): Promise<boolean> =>
  (await database
    .selectFrom('project_writes')
    .select('cause')
    .where('room_id', '=', roomId)
    .where('cause', '=', cause)
    .executeTakeFirst()) !== undefined;

/** Version of the sheet of a room; null where there is none. */
const versionOf = async (database: Reader, roomId: string): Promise<number | null> => {
  const row = await database
    .selectFrom('projects')
    .select('version')
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row?.version ?? null;
};

/** Versions go on after a sheet was erased. */
const nextVersion = async (database: Reader, roomId: string): Promise<number> => {
  const row = await database
    .selectFrom('project_history')
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
};
