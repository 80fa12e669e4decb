import { describe, expect, it } from 'vitest';
import { createAskReader } from '../../../knowledge/facts/asks.ts';
import { wholeWords } from '../../../knowledge/facts/lexicon.ts';
import { ASK_TOPICS, loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { readable } from '../../../knowledge/facts/reading.ts';

const { asks } = loadFactLexicon();
const read = createAskReader({ asks });
const topics = (question: string): readonly string[] => read(readable(question).folded, []).asks.topics;

describe('each entry of asks.yaml', () => {
  it.each(
    asks.map((entry) => [entry.value, entry] as const),
  )('%s: its examples and counter-examples', (_, entry) => {
    const holds = (text: string): boolean => wholeWords(entry.words, '').test(readable(text).folded);
    for (const example of entry.examples) expect([example, holds(example)]).toEqual([example, true]);
    for (const other of entry.counter) expect([other, holds(other)]).toEqual([other, false]);
  });

  it('stands once, and every topic has one', () => {
    const values = asks.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(ASK_TOPICS.filter((topic) => !values.includes(topic))).toEqual([]);
  });
});

it.each([
  ['Notre agence peut-elle déroger à R9 ?', ['DEROGATION_R9', 'DEROGATION', 'SECNUMCLOUD']],
  ['Qui contrôle, et faut-il une étude comparative ?', ['ETUDE', 'CONTROLE']],
  ['Sommes-nous visés ?', ['CHAMP']],
  ['Must we move to the cloud?', ['CLOUD']],
  ['Le « contrôle » dont parle mon chef', []],
])('« %s » asks %j', (question, wanted) => {
  expect(topics(question)).toEqual(wanted);
});

it.each([
  ['combien de dérogations ont été accordées ?', true],
  ['quels ministères ont quitté Nubo ?', true],
  ['combien de temps nous reste-t-il ?', false],
  ['on a combien de mois ?', false],
])('« %s » asks for a detail: %s', (question, lookUp) => {
  expect(read(readable(question).folded, []).asks.lookUp).toBe(lookUp);
});

describe('what the sentences that ask are after', () => {
  const sought = (question: string): string => read(readable(question).folded, []).asks.sought;

  it.each([
    ['Notre rectorat lance un portail chez un hébergeur privé. Est-ce autorisé ?', 'rules'],
    ['Un musée national refond sa billetterie. Quelles sont les règles ?', 'rules'],
    ['Une agence de l’État, un SIRH à 2 M€. Qui nous contrôle ?', 'rules'],
    ['On garde nos machines quand même, on doit ?', 'rules'],
    ['Faites-nous le point complet', 'rules'],
  ])('« %s » wants what rules decide', (question, wanted) => {
    expect(sought(question)).toBe(wanted);
  });

  it.each([
    'Éditeur pour trois ministères, nous cherchons des associés. Qui compose le groupement ?',
    'Le préfet contrôle ces marchés et l’offre est qualifiée. Il souhaite connaître les entreprises retenues.',
    'Notre ministère migre ses données de paie. À quelle date ferme le guichet ?',
    'A ministry hosts payroll abroad. Which companies did it pay?',
  ])('« %s » wants a particular, whatever its preamble names', (question) => {
    expect(sought(question)).toBe('particular');
  });

  it('takes a short question with what it points back to', () => {
    expect(sought('Le vendeur dit que sa qualification suffit. On signe ?')).toBe('rules');
  });

  it('tells a situation that asks nothing', () => {
    expect(sought('mairie, fichiers de la cantine chez OVH')).toBe('nothing');
  });
});
