import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../bot/store/database.ts';
import { createFeedbackStore } from '../../../../bot/store/records/feedback-store.ts';
import { feedbackStoreContract } from '../../../support/contracts/feedback-store.ts';

feedbackStoreContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createFeedbackStore(database), close: () => database.destroy() };
});

it('the database holds nobody’s name, and no event once the link is cut', async () => {
  const database = await openDatabase(':memory:');
  const store = createFeedbackStore(database);
  const person = '@jean:example.org';
  for (const eventId of ['$1', '$2']) {
    await store.asked({
      eventId,
      refused: false,
      terms: ['prix'],
      card: null,
      askedBack: false,
      chosen: null,
      day: '2026-11-10',
    });
    await store.reacted({ question: eventId, person, liked: false, eventId: `${eventId}/r` });
  }
  const rows = async () =>
    JSON.stringify(await database.selectFrom('feedback_reactions').selectAll().execute());
  expect(await rows()).not.toContain('jean');
  const { rows: people } = await sql`SELECT DISTINCT person FROM feedback_reactions`.execute(database);
  expect(people).toHaveLength(2);
  await store.forget({ before: '2026-10-22', linksBefore: '2026-11-15' });
  expect(await rows()).not.toContain('$');
  expect(await database.selectFrom('feedback_questions').select(['event_id', 'key']).execute()).toEqual([
    { event_id: null, key: null },
    { event_id: null, key: null },
  ]);
  await database.destroy();
});
