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
])('%j asks something: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks);
});
