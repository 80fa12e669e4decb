import { expect, it } from 'vitest';
import { isNews } from '../../../../bot/matrix/sync/lone-media.ts';
import type { IncomingMessage } from '../../../../bot/messages.ts';
import { message } from '../../../support/messages.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

const newsOf = async (fields: Partial<IncomingMessage>, moments: readonly number[]) => {
  const queues = createMemoryQueues();
  const found: boolean[] = [];
  for (const seconds of moments)
    found.push(await isNews(queues, message({ text: '', media: 'file', ...fields }), NOON + seconds * 1000));
  return found;
};

it('of files that cannot be read, one a minute is worth a word', async () => {
  expect(await newsOf({}, [0, 1, 59, 61])).toEqual([true, false, false, true]);
});

it('tables that come at once are each a request of their own', async () => {
  expect(await newsOf({ attachment: { name: 'registre.csv', text: 'projet' } }, [0, 1, 2])).toEqual([
    true,
    true,
    true,
  ]);
});

it('so are files with a caption', async () => {
  expect(await newsOf({ text: '!importer' }, [0, 1])).toEqual([true, true]);
});
