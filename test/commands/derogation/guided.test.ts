import { describe, expect, it } from 'vitest';
import { registerCommands } from '../../support/commands/register-commands.ts';

describe('!derogation ajouter, guided', () => {
  it('asks what concerns the rule only, and writes at the end', async () => {
    const { say } = registerCommands();
    const here = { room: 'direct' } as const;
    expect((await say('!derogation ajouter', here)).data).toMatchObject({
      interview: 'open',
      question: 'projet',
    });
    const asked: unknown[] = [];
    let last = await say('Archives', here);
    for (const reply of ['R6', 'DGX', '02/09/2026', '?', 'oui', '1er septembre 2027', '?', 'moi', '?']) {
      asked.push(last.data?.question);
      last = await say(reply, here);
    }
    expect(asked).toEqual([
      'regle',
      'entite',
      'accordee',
      'dinum',
      'etude',
      'reexamen',
      'offre',
      'responsable',
      'reference',
    ]);
    expect(last.data).toMatchObject({
      number: 1,
      projet: 'Archives',
      regle: 'R6',
      accordee: '2026-09-02',
      dinum: null,
      etude: true,
      due: '2027-09-01',
      responsable: '@camille:tchap.example',
    });
  });

  it('asks again for a day that does not exist', async () => {
    const { say } = registerCommands();
    const here = { room: 'direct' } as const;
    for (const text of ['!derogation ajouter', 'A', 'R9', '?']) await say(text, here);
    const again = await say('29/02/2027', here);
    expect(again.data).toMatchObject({ question: 'accordee' });
  });

  it('writes nothing when the right was lost on the way', async () => {
    const { say, store } = registerCommands();
    const here = { room: 'direct' } as const;
    await say('!derogation ajouter', here);
    const replies = ['A', 'note', '?', '?', '?', '?', 'a', '?', '?'];
    for (const reply of replies) await say(reply, here);
    const last = await say('?', { ...here, right: 'everyone' });
    expect(last).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect((await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).total).toBe(0);
  });
});
