import { describe, expect, it } from 'vitest';
import { derogationInterview } from '../../../commands/derogation/interview.ts';
import type { RegisterTools } from '../../../commands/derogation/tools.ts';
import { readText } from '../../../commands/interview/read-reply.ts';
import { isQuestion } from '../../../commands/interview/talk.ts';
import { registerCommands } from '../../support/commands/register-commands.ts';

const guided = derogationInterview({} as RegisterTools);

/** What the guided addition keeps of a reply to one of its questions of free text. */
const asked = (id: string, text: string): string | null => {
  const found = guided.questions.find((one) => one.id === id);
  return found?.kind === 'free' ? found.read(text) : null;
};

const YES = { value: 'oui', label: 'oui', letter: 'o', emoji: '✅', words: [] };
const NO = { value: 'non', label: 'non', letter: 'n', emoji: '❌', words: [] };
const question = { id: 'q', prompt: ['?'], kind: 'one', choices: [YES, NO] } as const;

describe('a yes or a no as people type it', () => {
  it.each([
    ['oui nous sommes une direction centrale', 'oui'],
    ['Non c’est une association', 'non'],
    ['je crois que non', 'non'],
    ['Plutôt oui', 'oui'],
    ['✅', 'oui'],
    ['❌', 'non'],
  ])('%s', (text, value) => {
    expect(readText(text, question)).toEqual({ kind: 'value', value });
  });

  it.each([
    'oui et non',
    'oui mais pas toujours',
    'oui ou non ?',
    'ouistiti',
    'peut-être',
    'non, enfin oui',
  ])('%s is neither', (text) => {
    expect(readText(text, question).kind).toBe('not-understood');
  });
});

describe('a name that is asked for', () => {
  it.each([
    ['projet', 'non pas encore'],
    ['projet', '👍'],
    ['projet', 'D’accord, merci'],
    ['entite', 'il me semble que oui'],
    ['offre', 'euh'],
    ['reference', 'aucun'],
    ['reference', '…'],
  ])('%s: « %s » is none', (id, text) => {
    expect(asked(id, text)).toBeNull();
  });

  it.each([
    ['projet', 'Ouïe-santé'],
    ['projet', 'Non-conformités'],
    ['entite', 'Mission « Merci l’école »'],
    ['offre', 'OK Cloud'],
    ['reference', '12'],
  ])('%s: « %s » is one', (id, text) => {
    expect(asked(id, text)).toBe(text);
  });
});

describe('a guided addition', () => {
  const start = async () => {
    const { say, store } = registerCommands();
    await say('!derogation ajouter', { room: 'direct' });
    return { say, store };
  };

  it.each([
    'Notre projet s’appelle Socle et il avance bien',
    'C’est le SIRH',
  ])('asks the name again after « %s »', async (text) => {
    const { say } = await start();
    expect((await say(text, { room: 'direct' })).data).toMatchObject({ question: 'projet', step: 1 });
  });

  it.each([
    'Comment documenter une dérogation à R6',
    'Quelle offre est qualifiée aujourd’hui ?',
  ])('leaves « %s » to be answered, and waits', async (text) => {
    const { say } = await start();
    // The double of the answerer throws: the question has reached it.
    await expect(say(text, { room: 'direct' })).rejects.toThrow('this was no command');
    expect((await say('Socle', { room: 'direct' })).data).toMatchObject({ question: 'regle', step: 2 });
  });

  it.each([
    'On attend encore la validation du ministre de tutelle',
    'Courant de l’année prochaine, si tout va bien',
    'Bonjour à tous, nous verrons cela en comité au printemps',
  ])('asks for the date again, with an example, after « %s »', async (text) => {
    const { say } = await start();
    for (const given of ['Socle', 'R9', 'DGX']) await say(given, { room: 'direct' });
    const again = await say(text, { room: 'direct' });
    expect(again.data).toMatchObject({ question: 'accordee' });
    expect(JSON.stringify(again.blocks)).toMatch(/n’est pas l’une de celles.*Par exemple : \S*\d{4}/);
    expect((await say('12/03/2026', { room: 'direct' })).data).not.toMatchObject({ question: 'accordee' });
  });

  it.each([
    ['a question', 'Un établissement public local est-il concerné', {}],
    ['what is said in another thread', 'On attend encore la validation du ministre', { thread: '$autre' }],
  ])('leaves %s to be answered at a date too', async (_, text, fields) => {
    const { say } = await start();
    for (const given of ['Socle', 'R9', 'DGX']) await say(given, { room: 'direct' });
    await expect(say(text, { room: 'direct', ...fields })).rejects.toThrow('this was no command');
  });

  it('takes a name that is no sentence', async () => {
    const { say } = await start();
    expect((await say('Refonte du portail des aides', { room: 'direct' })).data).toMatchObject({
      question: 'regle',
    });
  });
});

it.each([
  ['?', false],
  ['Dossier n° 12', false],
  ['Combien coûte une étude', true],
  ['Le cloud, c’est obligatoire ?', true],
  ['Le logiciel libre y échappe-t-il', true],
  ['Pouvez-vous rappeler la durée', true],
  ['Je voudrais savoir si une région est visée', true],
  ['On a rendez-vous mardi avec la DNUM', false],
  ['Le dossier est parti hier', false],
])('%j asks something: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks);
});
