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
