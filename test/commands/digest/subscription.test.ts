import { describe, expect, it } from 'vitest';
import { OWN_ONLY } from '../../../commands/derogation/access.ts';
import { digestCommands } from '../../support/commands/digest-commands.ts';
import { shown } from '../running.ts';

const ME = '@camille:tchap.example';
const ROOM = '!salon:tchap.example';

describe('asking for a digest', () => {
  it.each([
    ['lundi 9h', 1, '09:00'],
    ['', 1, '09:00'],
    ['Mardi à 14 h 30', 2, '14:30'],
    ['vendredi', 5, '09:00'],
    ['8:15', 1, '08:15'],
    ['les jeudis 10h', 4, '10:00'],
    ['10h30 mercredi', 3, '10:30'],
    ['à 16 heures le mar.', 2, '16:00'],
    ['tous les vendredis à midi', 5, '12:00'],
    ['un de ces jours 10h', null, null],
    ['lundi 9h ou 10h', null, null],
    ['jeudis 10h', 4, '10:00'],
    ['mercredi 0h', 3, '00:00'],
    ['lundi 3h', 1, '03:00'],
  ])('%s', async (typed, weekday, time) => {
    const { say } = digestCommands();
    const answer = await say(`!digest abonner ${typed}`);
    expect(answer.data).toMatchObject(
      weekday === null ? { error: 'MOMENT' } : { weekday, time, subscribed: true },
    );
  });

  it.each([
    ['samedi 9h', 'JOUR_NON_OUVRE'],
    ['dimanche', 'JOUR_NON_OUVRE'],
    ['lundi 2h', 'HEURE_DE_NUIT'],
    ['lundi 2h59', 'HEURE_DE_NUIT'],
    ['lundi 24h', 'MOMENT'],
    ['lundi 9h75', 'MOMENT'],
    ['demain', 'MOMENT'],
    ['lundi mardi', 'MOMENT'],
  ])('%s is refused: %s', async (typed, code) => {
    const { say, tools } = digestCommands();
    const answer = await say(`!digest abonner ${typed}`);
    expect(answer).toMatchObject({ kind: 'refused', code });
    expect(shown(answer)).toContain('!digest abonner lundi 9h');
    expect(await tools.digest.subscription(ROOM)).toBeNull();
  });

  it('ends with how to answer, for the first derogation that it names, be it the only one', async () => {
    const { say, add } = digestCommands();
    await add({ fin: '2026-12-05' });
    expect(shown(await say('!digest maintenant'))).toContain('!acquitter 1');
    await add({ fin: '2026-10-01' });
    const both = shown(await say('!digest maintenant'));
    expect(both).toContain('!acquitter 2');
    expect(both).toContain('!reporter 2 7j');
    expect(both).not.toContain('!acquitter 1');
  });

  it('taken up again, says what stands in the register meanwhile; where there is none, how to ask for one', async () => {
    const { say, add } = digestCommands();
    await add({ fin: '2026-10-01' });
    expect(shown(await say('!digest reprendre'))).not.toContain('Au registre aujourd’hui');
    await say('!digest abonner');
    await say('!digest pause 2 semaines');
    expect(shown(await say('!digest reprendre'))).toContain('Au registre aujourd’hui : 1 échue.');
  });

  it('says what stands in the register already, and that it waits for the day chosen', async () => {
    const { say, add, tools } = digestCommands();
    await add({ fin: '2026-10-01' });
    await add({ fin: '2026-09-01' });
    await add({ fin: '2026-12-05' });
    await add({ fin: '2028-01-01' });
    await add({});
    expect(shown(await say('!digest abonner mercredi 10h'))).toContain(
      'Au registre aujourd’hui : 2 échues, 1 à échéance dans les 30 jours, 1 sans date d’offre acceptable. Le prochain digest le dira.',
    );
    expect((await tools.digest.told(ROOM)).map(({ number }) => number)).toEqual([2, 1, 3]);
  });

  it('says when the next one comes, holidays and pauses included', async () => {
    const { say } = digestCommands();
    expect(await say('!digest')).toMatchObject({ data: { subscribed: false, next: null } });
    expect(await say('!digest abonner')).toMatchObject({ data: { next: '2026-11-23' } });
    expect(await say('!digest pause 2 semaines')).toMatchObject({
      data: { pausedUntil: '2026-12-06', next: '2026-12-07' },
    });
    expect(await say('!digest reprendre')).toMatchObject({ data: { pausedUntil: null, next: '2026-11-23' } });
    expect(
      await say('!digest abonner vendredi 9h', { now: Date.UTC(2026, 11, 22), today: '2026-12-22' }),
    ).toMatchObject({
      data: { next: '2026-12-28' },
    });
    expect(await say('!digest desabonner')).toMatchObject({ data: { subscribed: false } });
    expect(await say('!digest pause 2 semaines')).toMatchObject({ data: { subscribed: false } });
  });

  it.each([
    ['jusqu’au 4 janvier 2027', '2027-01-04'],
    ['1 an', '2027-11-22'],
    ['la semaine prochaine', '2026-11-29'],
  ])('a pause of « %s » lasts until %s', async (typed, pausedUntil) => {
    const { say } = digestCommands();
    await say('!digest abonner');
    expect((await say(`!digest pause ${typed}`)).data).toMatchObject({ pausedUntil });
  });

  it.each(['', '0j', '400j', 'longtemps', '2'])('a pause of « %s » is refused', async (typed) => {
    const { say } = digestCommands();
    await say('!digest abonner');
    expect(await say(`!digest pause ${typed}`)).toMatchObject({ kind: 'refused', code: 'DUREE' });
  });

  it.each([
    'abonner',
    'desabonner',
    'pause 1 semaine',
    'reprendre',
  ])('%s is for moderators', async (action) => {
    const { say, tools } = digestCommands();
    expect(await say(`!digest ${action}`, { right: 'everyone' })).toMatchObject({
      kind: 'refused',
      code: 'DROIT',
    });
    expect(await tools.digest.subscription(ROOM)).toBeNull();
  });

  it('and for those whom the configuration names', async () => {
    const { say } = digestCommands({ access: { ...OWN_ONLY, writers: [ME] } });
    expect(await say('!digest abonner', { right: 'everyone', sender: ME })).toMatchObject({
      kind: 'dialogue',
    });
  });

  it.each(['external', 'forum', 'unknown'] as const)('nothing in a room that is %s', async (room) => {
    const { say, tools, add } = digestCommands();
    await add({ fin: '2026-11-25' });
    for (const text of ['!digest abonner', '!digest', '!digest maintenant', '!acquitter 1', '!reporter 1 7j'])
      expect(await say(text, { room })).toMatchObject({ kind: 'refused', code: 'SALON_EXPOSE' });
    expect(await tools.digest.subscription(ROOM)).toBeNull();
  });

  it('an unknown action is refused with the nearest one', async () => {
    const { say } = digestCommands();
    const answer = await say('!digest mintenant');
    expect(answer).toMatchObject({ kind: 'refused', code: 'ACTION_INCONNUE' });
    expect(shown(answer)).toContain('!digest maintenant');
  });
});
