import { beforeEach, describe, expect, it } from 'vitest';
import { digestCommands } from '../../support/commands/digest-commands.ts';
import { shown } from '../running.ts';

const ME = '@camille:tchap.example';
const OTHER = '@alix:tchap.example';
const ROOM = '!salon:tchap.example';

let commands: ReturnType<typeof digestCommands>;
beforeEach(async () => {
  commands = digestCommands();
  await commands.add({ projet: 'Paie', fin: '2026-12-10', responsable: ME });
  await commands.add({ projet: 'Archives', fin: '2027-01-31', responsable: OTHER });
  await commands.add({ projet: 'Vigie' });
  await commands.add({ projet: 'Lointain', fin: '2028-01-01' });
});

const said = async (today = '2026-11-22'): Promise<string> =>
  shown(await commands.say('!digest maintenant', { today }));

describe('!acquitter', () => {
  it('silences until the next threshold, and says when that is', async () => {
    const answer = await commands.say('!acquitter 1');
    expect(answer.data).toMatchObject({ derogations: [{ room: ROOM, number: 1, returnsOn: '2026-12-03' }] });
    expect(await said('2026-12-02')).not.toContain('Paie');
    expect(await said('2026-12-03')).toContain('Paie');
  });

  it('one without a date comes back after ninety days', async () => {
    expect((await commands.say('!acquitter n° 3')).data).toMatchObject({
      derogations: [{ number: 3, returnsOn: '2027-02-20' }],
    });
    expect(await said()).not.toContain('Vigie');
  });

  it.each([
    ['!acquitter 4', 'à plus de 90 jours'],
    ['!reporter 4 7j', 'à plus de 90 jours'],
  ])('%s: nothing to silence', async (text, words) => {
    const answer = await commands.say(text);
    expect(answer.kind).toBe('dialogue');
    expect(shown(answer)).toContain(words);
    expect(await commands.tools.digest.silences(ROOM)).toEqual([]);
  });

  it.each([
    ['dix jours', '2026-12-02'],
    ['une semaine', '2026-11-29'],
    ['demain', '2026-11-23'],
    ['jusqu’au 14 décembre', '2026-12-14'],
    ['lundi', '2026-11-23'],
  ])('!reporter puts off for %s', async (typed, returnsOn) => {
    expect((await commands.say(`!reporter 1 ${typed}`)).data).toMatchObject({
      derogations: [{ number: 1, returnsOn }],
    });
  });

  it('!reporter shows both readings of an ambiguous day', async () => {
    expect(shown(await commands.say('!reporter 1 jusqu’au 02/01/27'))).toContain(
      'soit 02/01/2027 ou 27/01/2002 ou 01/02/2027',
    );
  });

  it.each([
    '!acquitter',
    '!acquitter 99',
    '!acquitter tout',
    '!acquitter 1 2',
    '!reporter 1',
    '!reporter 1 91j',
    '!reporter 1 hier',
  ])('%s is refused, with an example', async (text) => {
    const answer = await commands.say(text);
    expect(answer.kind).toBe('refused');
    expect(shown(answer)).toMatch(/Exemple : !(acquitter 1|reporter 1 7j)/);
    expect(await commands.tools.digest.silences(ROOM)).toEqual([]);
  });

  it('of a person silences all that they answer for, and what is recalled only', async () => {
    await commands.add({ projet: 'Agenda', fin: '2026-11-30', responsable: OTHER });
    await commands.add({ projet: 'Plus tard', fin: '2028-01-01', responsable: OTHER });
    await commands.add({ projet: 'Ailleurs', fin: '2026-11-30', responsable: OTHER }, '!autre:tchap.example');
    expect((await commands.say(`!acquitter ${OTHER}`)).data).toMatchObject({
      derogations: [
        { room: ROOM, number: 5 },
        { room: ROOM, number: 2 },
      ],
    });
    const left = await said();
    expect(left).toContain('Paie');
    expect(left).not.toMatch(/Agenda|Archives/);
  });

  it('of a person is for themself, and for moderators', async () => {
    const member = { right: 'everyone', sender: ME } as const;
    expect(await commands.say(`!acquitter ${OTHER}`, member)).toMatchObject({ code: 'DROIT' });
    expect(await commands.tools.digest.silences(ROOM)).toEqual([]);
    expect((await commands.say('!acquitter moi', member)).data).toMatchObject({
      derogations: [{ number: 1 }],
    });
  });

  it('of a person who answers for nothing says so, and rings nobody', async () => {
    const answer = await commands.say('!acquitter @eve:tchap.example');
    expect(shown(answer)).toContain('n’est rappelée pour l’instant');
    expect(JSON.stringify(answer.blocks)).not.toContain('"user"');
  });

  it('is for who answers for it, and for moderators', async () => {
    const member = { right: 'everyone' } as const;
    expect(await commands.say('!acquitter 2', { ...member, sender: ME })).toMatchObject({ code: 'DROIT' });
    expect(await commands.say('!acquitter 3', { ...member, sender: ME })).toMatchObject({ code: 'DROIT' });
    expect(await commands.say('!acquitter 1', { ...member, sender: ME })).toMatchObject({ kind: 'dialogue' });
  });
});

describe('!reporter', () => {
  it('silences for that long, across thresholds, and says so when the deadline falls within', async () => {
    const answer = await commands.say('!reporter 1 4 semaines');
    expect(answer.notices.map(({ code }) => code)).toEqual(['echeance-dans-le-delai']);
    expect(await said('2026-12-19')).not.toContain('Paie');
    expect(await said('2026-12-20')).toContain('Paie');
  });

  it('the last word counts', async () => {
    await commands.say('!reporter 1 30j');
    await commands.say('!acquitter 1');
    expect(await said('2026-12-03')).toContain('Paie');
  });

  it('says nothing more when the deadline comes after', async () => {
    expect((await commands.say('!reporter 1 7j')).notices).toEqual([]);
  });
});

describe('✅ on a digest', () => {
  const DIGEST = '$digest';
  const listing = async (): Promise<void> => {
    await commands.say('!digest maintenant', { eventId: DIGEST });
  };
  const numbers = async (): Promise<readonly number[]> =>
    (await commands.tools.digest.silences(ROOM)).map(({ number }) => number).toSorted();

  it.each(['✅', '✔️', '✔', '☑️'])('%s acknowledges what the person answers for', async (key) => {
    await listing();
    const answer = await commands.react(key, DIGEST, { sender: ME, right: 'everyone' });
    expect(answer?.data).toMatchObject({ command: 'acquitter', derogations: [{ number: 1 }] });
    expect(await numbers()).toEqual([1]);
  });

  it('all of it when a moderator answers for none of it', async () => {
    await listing();
    await commands.react('✅', DIGEST, { sender: '@lou:tchap.example' });
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('nothing when a member answers for none of it, who is told', async () => {
    await listing();
    const answer = await commands.react('✅', DIGEST, { sender: '@lou:tchap.example', right: 'everyone' });
    expect(answer).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect(await numbers()).toEqual([]);
  });

  it.each([
    ['another sign', '👍', DIGEST],
    ['a message that is no digest', '✅', '$autre'],
    ['a message that is not ours', '✅', null],
  ])('nothing for %s', async (_, key, cause) => {
    await listing();
    expect(await commands.react(key, cause)).toBeNull();
    expect(await numbers()).toEqual([]);
  });

  it('nothing from another room, nor from one that was opened to externals', async () => {
    await listing();
    expect(await commands.react('✅', DIGEST, { roomId: '!autre:tchap.example' })).toBeNull();
    expect(await commands.react('✅', DIGEST, { room: 'external' })).toBeNull();
    expect(await numbers()).toEqual([]);
  });
});
