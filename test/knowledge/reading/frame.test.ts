import { describe, expect, it } from 'vitest';
import { createFrameReader } from '../../../knowledge/reading/frame.ts';
import { loadFrames } from '../../../knowledge/reading/load-frames.ts';
import { AROUND } from '../../eval/framed.ts';
import { readQuestionSet } from '../../eval/question-set.ts';

const read = createFrameReader(loadFrames());
const QUESTION = 'Une commune doit-elle prendre du SecNumCloud ?';

describe('what stands around a question', () => {
  it.each(AROUND)('is taken off: %s', (_, put) => {
    expect(read(put(QUESTION))).toEqual({ core: QUESTION, kind: 'question' });
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
    [
      'En 2026, le guide de 2021 est-il toujours valable ou la FAQ le remplace ?',
      'le guide de 2021 est-il toujours valable ou la FAQ le remplace ?',
    ],
    ['En 2027, le décret a changé, que devient notre SI ?', 'le décret a changé, que devient notre SI ?'],
    ['[@robot](https://matrix.to/#/@robot:exemple.fr) que dit R4 ?', '@robot que dit R4 ?'],
    [
      'Mme Ana Lopez, sénatrice des Landes, appelle l’attention de M. le ministre de la culture sur la réversibilité. Elle lui demande si R4 la finance.',
      'la réversibilité. si R4 la finance.',
    ],
    [
      'M. le député demande à M. le garde des sceaux de bien vouloir lui indiquer qui valide une dérogation.',
      'qui valide une dérogation.',
    ],
    [
      'Une région est-elle visée ? Avec nos remerciements, le service informatique',
      'Une région est-elle visée ?',
    ],
    ['Is R9 binding? Yours, Sam', 'Is R9 binding?'],
  ])('leaves the question of « %s »', (text, core) => {
    expect(read(text).core).toBe(core);
  });

  it.each([
    'Qu’est-ce qui a changé depuis 2024 ?',
    'En 2025, la doctrine a changé ?',
    'La circulaire est-elle toujours en vigueur en 2026 ?',
    'La note de 2021 vaut-elle encore ?',
    'Un projet urgent peut-il déroger à R9 ?',
    'Que dit R9 aux hébergeurs ?',
    'Le ministre interroge-t-il la DINUM sur chaque projet ?',
    'Il demande une dérogation, qui la valide ?',
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
  const questions = readQuestionSet('test/eval/sets/dev.jsonl').filter(({ kind }) => kind !== 'english');
  const changed = questions.flatMap(({ question }) => {
    const { core } = read(question);
    return AROUND.filter(([, put]) => read(put(question)).core !== core).map(([name]) => [name, question]);
  });
  expect(changed.length / (questions.length * AROUND.length)).toBeLessThanOrEqual(0.005);
});
