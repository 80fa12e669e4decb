import { beforeEach, describe, expect, it } from 'vitest';
import type { InterviewInput } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import type { InterviewStore } from '../../../commands/interview/store.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { conversation, invocation, ruleCommands } from '../../support/commands/rule-commands.ts';

const START = Date.UTC(2026, 10, 22, 9);
const HOUR = 3_600_000;

let store: InterviewStore;
let events: number;
beforeEach(() => {
  store = createMemoryInterviewStore();
  events = 0;
});

interface Where {
  readonly room?: 'direct' | 'private';
  readonly roomId?: string;
  readonly thread?: string | null;
  readonly sender?: string;
  readonly eventId?: string;
  readonly at?: number;
}

const context = ({ at = START, ...place }: Where) => {
  events += 1;
  return invocation('', {
    now: at,
    conversation: conversation({ room: 'direct', eventId: `$${events}`, ...place }),
  });
};

/** Each call builds the bot anew over the same store: every test is a test of restarting. */
const bot = () => ruleCommands(store);

const start = (where: Where = {}, args = ''): Promise<Answer> =>
  Promise.resolve(bot().sensibilite.run({ ...context(where), args }));

const send = (input: InterviewInput, where: Where = {}): Promise<Answer | null> =>
  bot().interviews.continueInterview(input, context(where));

const say = (text: string, where: Where = {}, addressed = true): Promise<Answer | null> =>
  send({ kind: 'text', text, addressed }, where);

const react = (key: string, cause: string | null, where: Where = {}): Promise<Answer | null> =>
  send({ kind: 'reaction', key, cause }, where);

const question = (answer: Answer | null): unknown => answer?.data?.question ?? answer?.data?.outcome ?? null;

/** What is asked after each reply in turn. */
const play = async (...replies: string[]): Promise<unknown[]> => {
  const asked = [question(await start())];
  for (const reply of replies) asked.push(question(await say(reply)));
  return asked;
};

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

describe('who, where and when', () => {
  it('does not mix people, rooms or threads up', async () => {
    await start();
    await start({ sender: '@dominique:tchap.example' });
    await start({ roomId: '!autre:tchap.example' });
    await start({ thread: '$fil' });
    expect(question(await say('non', { sender: '@dominique:tchap.example' }))).toBe('personnelles');
    expect(question(await say('oui', { thread: '$fil' }))).toBe('hebergement');
    expect(question(await say('oui', { thread: '$fil' }))).toBe('hebergement');
    expect(question(await say('oui', { roomId: '!autre:tchap.example' }))).toBe('hebergement');
    expect(question(await say('non'))).toBe('personnelles');
    expect(await say('oui', { sender: '@alix:tchap.example' })).toBeNull();
  });

  it('goes on in a thread of its own where the room has them, without mention', async () => {
    await start({ room: 'private', eventId: '$root' });
    expect(await say('oui', { room: 'private' }, false)).toBeNull();
    expect(question(await say('oui', { room: 'private', thread: '$root' }, false))).toBe('hebergement');
    expect(question(await say('bof', { room: 'private', thread: '$root' }, false))).toBe('hebergement');
  });

  it('hears a mention from the main timeline: some clients have no threads', async () => {
    await start({ room: 'private', eventId: '$root' });
    expect(question(await say('oui', { room: 'private' }))).toBe('hebergement');
  });

  it('is shown from the main timeline too, when asked for', async () => {
    await start({ room: 'private' });
    const shown = await start({ room: 'private' }, 'verdict');
    expect(question(shown)).toBe('champ');
  });

  it('stays silent on talk between people in a thread that it did not open', async () => {
    await start({ room: 'private', thread: '$fil' });
    expect(await say('tu viens ?', { room: 'private', thread: '$fil' }, false)).toBeNull();
    expect(question(await say('oui', { room: 'private', thread: '$fil' }, false))).toBe('hebergement');
  });

  it('is forgotten after 24 hours without a word, not before', async () => {
    const { interviews } = bot();
    const waiting = (at: number) =>
      interviews.isWaitingFor('!salon:tchap.example', '@camille:tchap.example', at);
    await start();
    expect(await waiting(START + 24 * HOUR)).toBe(true);
    expect(await waiting(START + 24 * HOUR + 1)).toBe(false);
    expect(question(await say('oui', { at: START + 23 * HOUR }))).toBe('hebergement');
    expect(question(await say('c', { at: START + 46 * HOUR }))).toBe('personnelles');
    expect(await say('oui', { at: START + 71 * HOUR })).toBeNull();
    expect(await store.forgetBefore(START + 47 * HOUR)).toBe(1);
  });

  it('handles the same event twice as once, and says the same again', async () => {
    await start({ eventId: '$start' });
    const first = await say('oui', { eventId: '$reply' });
    expect(await say('oui', { eventId: '$reply' })).toEqual(first);
    expect(question(await say('commercial'))).toBe('personnelles');
  });

  it('waits for nobody once the verdict is given', async () => {
    await play('non', 'non', 'non');
    expect(await bot().interviews.isWaitingFor('!salon:tchap.example', '@camille:tchap.example', START)).toBe(
      false,
    );
  });
});
