import { describe, expect, it } from 'vitest';
import { play, question, react, say, start, startAnew, store } from './talking.ts';

startAnew();

describe('one question at a time, up to the verdict', () => {
  it('asks every fact when each may matter', async () => {
    expect(await play('oui', 'commerciale', 'oui', 'non', 'o', 'N', 'a, c', 'non')).toEqual([
      'champ',
      'hebergement',
      'personnelles',
      'sante',
      'secret',
      'mission',
      'atteintes',
      'collaboratif',
      'SNC_REQUIS',
    ]);
  });

  it.each([
    [['non', 'oui', 'non'], 'HORS_CHAMP'],
    [['oui', 'interne', 'oui', 'oui'], 'R9_CLOUD_INTERNE_NON_VISE'],
    [['oui', 'c', 'n', 'n', 'n', 'n', 'n'], 'SNC_NON_REQUIS'],
    [['oui', 'jsp', 'non', 'non', 'oui', 'non', '1 2', 'non'], 'SNC_REQUIS_SI_COMMERCIAL'],
    [['?', 'Commercial', 'non', 'non', 'je ne sais pas', 'non', 'aucune', 'non'], 'SNC_NON_REQUIS'],
    [['oui', 'commercial', 'non', 'oui', 'non', 'non', 'santé et vie des personnes', 'n'], 'A_EVALUER'],
  ])('%j leads to %s, without questions that no longer matter', async (replies, outcome) => {
    expect((await play(...replies)).at(-1)).toBe(outcome);
  });

  it('hears the answer at the head of a sentence', async () => {
    expect(await play('Oui, c’est un opérateur de l’État')).toEqual(['champ', 'hebergement']);
  });

  it('keeps values only, never what was typed', async () => {
    await play('Ouais !', 'prive');
    expect(
      (await store.ofSender('!salon:tchap.example', '@camille:tchap.example'))[0]?.state.answers,
    ).toEqual({
      champ: 'oui',
      hebergement: 'commercial',
    });
  });
});

describe('a word, a letter or a reaction', () => {
  it('takes a reaction to the current question, with or without variation selector', async () => {
    await start({ eventId: '$start' });
    expect(question(await react('✅️', '$start', { eventId: '$r1' }))).toBe('hebergement');
    expect(question(await react('🏛', '$r1'))).toBe('personnelles');
  });

  it.each([
    ['an earlier question', '$start'],
    ['a message of somebody else', null],
  ])('leaves alone a reaction to %s', async (_, cause) => {
    await start({ eventId: '$start' });
    await say('oui');
    expect(await react('❓', cause)).toBeNull();
  });

  it('leaves alone an emoji that is no choice', async () => {
    await start({ eventId: '$start' });
    expect(await react('👍', '$start')).toBeNull();
  });

  it('gathers several choices by reactions on the same message, then ends on ✅', async () => {
    await play('oui', 'commercial', 'non', 'non', 'oui');
    expect(question(await say('non', { eventId: '$harms' }))).toBe('atteintes');
    await react('1️⃣', '$harms', { eventId: '$tick1' });
    await react('4️⃣', '$harms', { eventId: '$tick2' });
    expect(question(await react('1️⃣', '$tick1', { eventId: '$tick3' }))).toBe('atteintes');
    expect(question(await react('✅', '$harms'))).toBe('collaboratif');
    const verdict = await say('non');
    expect(verdict?.data?.facts).toMatchObject({ atteintes: ['propriete_intellectuelle'] });
  });

  it('asks again after a short reply that is none of the choices, and takes reactions there too', async () => {
    await start();
    const again = await say('peut-être', { eventId: '$again' });
    expect(question(again)).toBe('champ');
    expect(question(await react('❌', '$again'))).toBe('personnelles');
  });

  it.each([
    'Que dit la règle R9 de la circulaire ?',
    '!aide',
    '!sueil 3 M€',
  ])('leaves « %s » to others: it is no reply', async (text) => {
    await start();
    expect(await say(text)).toBeNull();
  });
});

describe('back, cancel, show again', () => {
  it('goes back one question at a time, and stays at the first', async () => {
    expect(await play('oui', 'interne', 'retour', 'retour', 'retour', 'non')).toEqual([
      'champ',
      'hebergement',
      'personnelles',
      'hebergement',
      'champ',
      'champ',
      'personnelles',
    ]);
  });

  it('forgets everything on annuler', async () => {
    await start();
    expect((await say('Annuler.'))?.data?.interview).toBe('cancelled');
    expect(await say('oui')).toBeNull();
    expect((await start({}, 'verdict')).kind).toBe('refused');
  });

  it('shows the verdict again on !sensibilite verdict, and the current question while there is none', async () => {
    await start();
    await say('non');
    expect(question(await start({}, 'verdict'))).toBe('personnelles');
    await say('non');
    await say('non');
    expect(question(await start({}, 'verdict'))).toBe('HORS_CHAMP');
    expect(await say('oui')).toBeNull();
  });

  it('takes retour and annuler as commands, and says so when nothing is under way', async () => {
    await start();
    await say('oui');
    expect(question(await start({}, 'retour'))).toBe('champ');
    expect((await start({}, 'annuler')).data?.interview).toBe('cancelled');
    expect((await start({}, 'retour')).kind).toBe('refused');
  });

  it('starts over when the command is given again', async () => {
    await play('oui', 'commercial');
    expect(question(await start())).toBe('champ');
    expect(question(await say('oui'))).toBe('hebergement');
  });
});
