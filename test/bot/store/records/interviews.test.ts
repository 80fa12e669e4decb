import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../bot/store/database.ts';
import { createInterviewStore } from '../../../../bot/store/records/interviews.ts';
import { createMemoryInterviewStore } from '../../../../commands/interview/memory-store.ts';
import type { InterviewStore, StoredInterview } from '../../../../commands/interview/store.ts';

const interview = (fields: Partial<StoredInterview> = {}): StoredInterview => ({
  roomId: '!salon:exemple.fr',
  thread: null,
  sender: '@camille:exemple.fr',
  state: {
    interview: 'sensibilite',
    status: 'open',
    answers: { champ: 'oui', atteintes: ['sante_vie'], secret: null },
    answered: ['champ'],
    ticked: [],
    events: ['$1'],
    ownThread: false,
  },
  updatedAt: 1_000,
  ...fields,
});

/** The same contract for every store of interviews. */
describe.each<[string, () => Promise<InterviewStore>]>([
  ['in memory', async () => createMemoryInterviewStore()],
  ['in the database', async () => createInterviewStore(await openDatabase(':memory:'))],
])('interviews kept %s', (_, create) => {
  let store: InterviewStore;
  beforeEach(async () => {
    store = await create();
  });
  const mine = () => store.ofSender('!salon:exemple.fr', '@camille:exemple.fr');

  it('come back as they were saved', async () => {
    await store.save(interview());
    expect(await mine()).toEqual([interview()]);
  });

  it('are replaced when saved again', async () => {
    await store.save(interview());
    await store.save(interview({ updatedAt: 2_000 }));
    expect(await mine()).toEqual([interview({ updatedAt: 2_000 })]);
  });

  it('are kept apart by person, room and thread', async () => {
    await store.save(interview());
    await store.save(interview({ thread: '$fil', updatedAt: 3_000 }));
    await store.save(interview({ sender: '@dominique:exemple.fr' }));
    await store.save(interview({ roomId: '!autre:exemple.fr' }));
    expect((await mine()).map(({ thread }) => thread)).toEqual(['$fil', null]);
  });

  it('are removed one at a time', async () => {
    await store.save(interview());
    await store.save(interview({ thread: '$fil' }));
    await store.remove(interview());
    expect((await mine()).map(({ thread }) => thread)).toEqual(['$fil']);
  });

  it('are forgotten once they are old, not at the instant itself', async () => {
    await store.save(interview({ updatedAt: 999 }));
    await store.save(interview({ thread: '$fil', updatedAt: 1_000 }));
    expect(await store.forgetBefore(1_000)).toBe(1);
    expect((await mine()).map(({ updatedAt }) => updatedAt)).toEqual([1_000]);
  });

  it('are none for a stranger', async () => {
    expect(await mine()).toEqual([]);
  });
});
