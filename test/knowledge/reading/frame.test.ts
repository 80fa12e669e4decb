import { describe, expect, it } from 'vitest';
import { createFrameReader } from '../../../knowledge/reading/frame.ts';
import { loadFrames } from '../../../knowledge/reading/load-frames.ts';
import { readQuestionSet } from '../../eval/question-set.ts';

const read = createFrameReader(loadFrames());
const QUESTION = 'Une commune doit-elle prendre du SecNumCloud ?';

/** Twenty-five kinds of frame; each holds the question at `{}`. */
const frames = [
  'Bonjour, {}',
  'Bonjour à toutes et à tous,\n\n{}',
  '{} Merci d’avance !',
  '{} Bonne journée',
  'Bonsoir, excusez-moi de vous déranger : {} Bonne soirée à vous.',
  'Bonjour,\n{}\nCordialement,\nC. Dupont\nChef du bureau des achats\nMinistère de l’Exemple',
  '{}\nBien à vous\nJean',
  '{}\n-- \nC. Dupont, DSI, 01 23 45 67 89',
  'Petite question rapide : {}',
  'Une question : {}',
  'Je voudrais savoir : {}',
  'En 2027, {}',
  'Aujourd’hui en 2026, {}',
  '{} C’est assez urgent, désolé.',
  'https://www.exemple.fr/guide-to-the-sovereign-cloud {}',
  '{} (voir https://exemple.fr/what-is-the-cloud?id=3)',
  '> on en parlait hier\n> {}\n{}',
  'J’espère que vous allez bien. {} Merci pour votre aide.',
  'Hello, {} Thanks in advance',
  'Hi team, quick question: {} Best regards,\nJane',
  '{} Dans l’attente de votre retour, je vous remercie.',
  'Coucou le robot, {} stp',
  'Pardon du dérangement, {} Merci beaucoup pour votre réponse rapide',
  'Nous sommes en 2026. {} Respectueusement, le bureau des achats',
  'Alors, {} Bon courage à tous',
] as const;

describe('what stands around a question', () => {
  it.each(frames)('is taken off: %s', (frame) => {
    expect(read(frame.replaceAll('{}', QUESTION))).toEqual({ core: QUESTION, kind: 'question' });
  });

  it.each([
    [
      'bonjour je voudrais savoir si une mairie doit suivre la règle R9 merci d avance bonne journée',
      'une mairie doit suivre la règle R9',
    ],
    ['merci de me dire si une région est visée', 'une région est visée'],
    ['hello could you tell me whether R9 binds universities please', 'R9 binds universities'],
    ['On se demande si nos serveurs peuvent rester svp', 'nos serveurs peuvent rester'],
    ['PEUT-ON HÉBERGER UN SIRH CHEZ OVH ?', 'peut-on héberger un sirh chez ovh ?'],
    ['[@robot](https://matrix.to/#/@robot:exemple.fr) que dit R4 ?', '@robot que dit R4 ?'],
  ])('leaves the question of « %s »', (text, core) => {
    expect(read(text).core).toBe(core);
  });

  it.each([
    'Qu’est-ce qui a changé depuis 2024 ?',
    'La circulaire est-elle toujours en vigueur en 2026 ?',
    'La note de 2021 vaut-elle encore ?',
    'Un projet urgent peut-il déroger à R9 ?',
    'Que dit R9 aux hébergeurs ?',
    'Notre marché se termine au plus tard fin mars, que faire ?',
  ])('keeps what is asked: %s', (text) => {
    expect(read(text).core).toBe(text);
  });
});

describe('a message that is only frame', () => {
  it.each([
    ['Bonjour', 'greeting'],
    ['bonjour à tous !', 'greeting'],
    ['Merci beaucoup', 'thanks'],
    ['ok merci', 'ok'],
    ['Merci, bonne journée', 'thanks'],
    ['aide', 'help'],
    ['Bonjour, comment ça marche ?', 'help'],
    ['que sais-tu faire ?', 'help'],
    ['what can you do?', 'help'],
    ['Qui es-tu ?', 'identity'],
    ['es-tu une IA ?', 'identity'],
    ['Parfait !', 'ok'],
    ['au revoir', 'bye'],
    ['ça va ?', 'wellbeing'],
    ['Bonjour, j’ai une question.', 'greeting'],
  ])('« %s » is %s', (text, kind) => {
    expect(read(text)).toEqual({ core: '', kind });
  });
});

it('reads every development question alike in every frame', () => {
  const questions = readQuestionSet('test/eval/dev.jsonl').filter(({ kind }) => kind !== 'english');
  const changed = questions.flatMap(({ question }) => {
    const { core } = read(question);
    return frames
      .filter((frame) => read(frame.replaceAll('{}', () => question)).core !== core)
      .map((frame) => [frame, question]);
  });
  expect(changed.length / (questions.length * frames.length)).toBeLessThanOrEqual(0.005);
});
