import { describe, expect, it } from 'vitest';
import { projectCommands } from '../../support/commands/project-commands.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { shown } from '../running.ts';

const SIRH = '!projet nom=SIRH opérateur, refonte à 60 %, chez Outscale, 3,5 M€, données de paie';
const { roomId } = conversation();

describe('!projet fait', () => {
  it('writes what the team says that it has done, which is no longer to be done', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    expect((await say('!projet')).data).toMatchObject({
      first: expect.arrayContaining(['R4_REVERSIBILITE']),
    });
    const done = await say('!projet fait R4 "clause 12 du marché"');
    expect(done.data).toMatchObject({ declared: [{ rule: 'R4', text: 'clause 12 du marché' }] });
    expect((await say('!projet')).data).toMatchObject({
      first: expect.not.arrayContaining(['R4_REVERSIBILITE']),
    });
    expect(shown(await say('!projet dus'))).toContain(
      'déclaré fait : « clause 12 du marché » (camille, 27/11/2026)',
    );
  });

  it.each([
    ['r4 clause 12', 'clause 12'],
    ['4 : « clause 12 »', 'clause 12'],
    ['R4, “clause 12”', 'clause 12'],
  ])('reads %s', async (typed, text) => {
    const { say } = projectCommands();
    await say(SIRH);
    expect((await say(`!projet fait ${typed}`)).data).toMatchObject({ declared: [{ rule: 'R4', text }] });
  });

  it('takes apart the two things that R5 and R9 ask', async () => {
    const { say, store } = projectCommands();
    await say(SIRH);
    expect(await say('!projet fait R5 "deux zones"')).toMatchObject({ code: 'DEVOIR_ATTENDU' });
    await say('!projet fait R5 zones "Paris et Lille"');
    expect((await say('!projet fait R9 données personnelles : registre')).title).toContain('R9 (rgpd)');
    expect((await store.find(roomId))?.done).toEqual({ 'R5.zones': 'Paris et Lille', 'R9.rgpd': 'registre' });
    const first = (await say('!projet')).data?.first;
    expect(first).toContain('R5_DETECTION_ET_ISOLATION');
    expect(first).not.toContain('R5_RESILIENCE');
    expect(shown(await say('!projet historique'))).toContain('R5 (zones)');
  });

  it.each([
    ['R5 zones', 'TEXTE_ATTENDU'],
    ['R9', 'DEVOIR_ATTENDU'],
    ['R4', 'TEXTE_ATTENDU'],
    ['R16 "clause"', 'REGLE_ATTENDUE'],
    ['la réversibilité', 'REGLE_ATTENDUE'],
    ['R4 "voir camille@exemple.gouv.fr"', 'DONNEE_PERSONNELLE'],
    [`R4 ${'x'.repeat(201)}`, 'TEXTE'],
  ])('refuses %s', async (typed, code) => {
    const { say } = projectCommands();
    await say(SIRH);
    expect(await say(`!projet fait ${typed}`)).toMatchObject({ kind: 'refused', code });
  });

  it('asks before other words replace the first, and before they are taken back', async () => {
    const { say, store } = projectCommands();
    await say(SIRH);
    await say('!projet fait R4 "clause 12"');
    expect((await say('!projet fait R4 "clause 13"')).data).toMatchObject({ conflicts: ['R4'] });
    expect((await store.find(roomId))?.done).toEqual({ R4: 'clause 12' });
    await say('!projet remplacer');
    expect((await store.find(roomId))?.done).toEqual({ R4: 'clause 13' });
    await say('!projet fait R4 rien');
    await say('!projet remplacer');
    expect((await store.find(roomId))?.done).toEqual({});
  });
});
