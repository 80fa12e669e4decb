import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { createDetailReader } from '../../../knowledge/question/evidence/details.ts';
import { fingerprintOf } from '../../../knowledge/question/evidence/fingerprint.ts';
import { CONFIDENCE_WEIGHTS, FITTED_ON } from '../../../knowledge/question/evidence/weights.ts';
import { WORDS_FITTED_ON } from '../../../knowledge/question/evidence/word-weights.ts';
import { gramsOf, shareOfWord, withWords } from '../../../knowledge/question/evidence/words.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createAnalyzer } from '../../../knowledge/search/text/analysis.ts';
import { readAuthor, readAuthors } from '../../eval/author.ts';

const knowledge = loadKnowledge();
const answerer = createQuestionAnswerer(loadCorpus(), knowledge);
const analyze = createAnalyzer(knowledge.thesaurus);
const kindOf = (question: string): string => answerer.answer(question, { today: '2026-11-27' }).kind;

describe('what a question asks for', () => {
  const details = createDetailReader(knowledge.details);
  const cases = knowledge.details.flatMap(({ code, examples, counter }) => [
    ...examples.map((text) => [code, text, true] as const),
    ...counter.map((text) => [code, text, false] as const),
  ]);

  it.each(cases)('%s in « %s »: %s', (code, text, expected) => {
    expect(details.of(analyze(text).folded).has(code)).toBe(expected);
  });
});

describe('the weights', () => {
  it('come from the pairs, details, topics and third author of the data (else: npm run fit:refusal -- --write)', () => {
    expect(FITTED_ON).toBe(fingerprintOf(knowledge, readAuthor()));
  });

  it('of words come from the messages of the writers too (else: npm run fit:words -- --write)', () => {
    expect(WORDS_FITTED_ON).toBe(fingerprintOf(knowledge, [...readAuthors().values()].flat()));
  });

  it('name every topic and every detail', () => {
    const names = [
      ...knowledge.topics.map(({ code }) => `topic.${code}`),
      ...knowledge.details.flatMap(({ code }) => [`asks.${code}`, `lacks.${code}`]),
    ];
    expect(names.filter((name) => !CONFIDENCE_WEIGHTS.has(name))).toEqual([]);
  });
});

describe('the pairs', () => {
  it('are at least four hundred, each of a card that there is', () => {
    const cards = new Set(knowledge.cards.map(({ id }) => id));
    expect(knowledge.pairs.length).toBeGreaterThanOrEqual(400);
    expect(knowledge.pairs.filter(({ card }) => !cards.has(card))).toEqual([]);
  });
});

/** One subject, two questions, in words that no pair has: the texts answer the first and not the second. */
describe('a known subject with a detail that the texts lack', () => {
  it.each([
    [
      'Quel ministre endosse la dérogation à R9 de mon projet ?',
      'Combien de ministres ont endossé une dérogation à R9 depuis 2023 ?',
    ],
    [
      'Resana fait-elle partie de la suite interministérielle ?',
      'Combien de comptes Resana ont été ouverts cette année ?',
    ],
    ['Que veut dire SecNumCloud ?', 'Combien coûte un audit SecNumCloud à un hébergeur ?'],
    ['À quoi servent Pi et Nubo ?', 'Combien de ministères ont quitté Pi et Nubo ?'],
    [
      'La réversibilité doit-elle être prévue au contrat ?',
      'Quel tribunal a déjà annulé un contrat faute de réversibilité ?',
    ],
  ])('answers « %s », and not « %s »', (answered, lacking) => {
    expect(kindOf(answered)).toBe('passages');
    expect(['not-found', 'clarify']).toContain(kindOf(lacking));
  });
});

/** « Recouvre », « notion », « mais », « meant by »: rare words that say how one asks, and not about what. */
describe('the form of a question', () => {
  it.each([
    ['Que recouvre la notion de réversibilité ?', 'reversibilite-definition'],
    ['Que recouvre la notion de données sensibles ?', 'donnees-sensibles'],
    ['La notion de SecNumCloud, elle recouvre quoi ?', 'secnumcloud-definition'],
    ["mais qu'est-ce que le mode produit", 'mode-produit'],
    ['what is meant by trusted cloud', 'cloud-de-confiance-criteres'],
  ])('does not count as its subject: %s', (question, card) => {
    expect(answerer.explain(question).cards[0]?.id).toBe(card);
  });
});

/** A card that is known well is not lost for « qui a… », « ont été… », which most often ask what the texts lack. */
describe('a question known well, in words that most often ask what the texts lack', () => {
  it.each([
    'Qui a paraphé la circulaire en vigueur, et quel jour ?',
    "Les opérateurs d'importance vitale ont-ils été incités à prendre SecNumCloud ?",
  ])('is answered: %s', (question) => {
    expect(kindOf(question)).toBe('passages');
  });

  it.each([
    'Qui a obtenu une dérogation à ce jour, et quand ?',
    "Combien d'agents ont suivi la formation Mentor depuis 2023 ?",
  ])('beside one that they do not answer: %s', (question) => {
    expect(kindOf(question)).toBe('not-found');
  });
});

describe('data said to be anonymised', () => {
  it.each([
    ['Rectorat : statistiques anonymisées, déjà publiées, on peut les laisser chez OVH ?', null],
    ['Anonymiser nos fichiers suffit-il pour aller chez AWS ?', 'chiffrement'],
    ['Des données anonymisées échappent-elles encore à R9 ?', 'chiffrement'],
  ])('are asked about, or only told of: %s → %s', (question, code) => {
    expect(answerer.read(question).topic?.code ?? null).toBe(code);
  });
});

describe('the words of a message', () => {
  it('are its words and its pairs, each once', () => {
    expect(gramsOf('combien de temps, combien')).toEqual([
      'combien',
      'de',
      'temps',
      'combien de',
      'de temps',
      'temps combien',
    ]);
    expect(gramsOf('')).toEqual([]);
  });

  it('tell less each, the more there are', () => {
    expect(shareOfWord('a b c d')).toBe(0.5);
    expect(shareOfWord('')).toBe(1);
  });

  it('weigh beside the evidence: what happened since is rarer in the texts than what they say', () => {
    const of = (folded: string) => withWords(0, folded);
    expect(of('depuis, quels ministeres ont ete sanctionnes')).toBeLessThan(of('que dit la circulaire'));
    expect(withWords(1, 'secnumcloud')).toBeGreaterThan(withWords(0, 'secnumcloud'));
  });
});

describe('a word of a topic, in a message that asks something else', () => {
  it.each([
    "Bonjour, j'ai lu la doctrine, à qui puis-je écrire ?",
    'Les brigades d’intervention numérique, une blague ou une vraie aide ?',
    'Préfecture, on met nos fichiers sur un outil en ligne, R14 nous concerne-t-elle ?',
  ])('does not refuse « %s »', (question) => {
    expect(kindOf(question)).not.toBe('not-found');
  });
});
