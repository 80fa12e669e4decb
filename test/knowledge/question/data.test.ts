import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { DataFileError } from '../../../knowledge/data-file.ts';
import { checkKnowledge, requireSoundKnowledge } from '../../../knowledge/question/check-knowledge.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createAnalyzer } from '../../../knowledge/search/text/analysis.ts';

const corpus = loadCorpus();
const knowledge = loadKnowledge();

describe('the data files', () => {
  it('name known passages, quote them word for word, and ask no question twice', () => {
    expect(checkKnowledge(corpus, knowledge)).toEqual([]);
  });

  it('let no topic refuse more than one authored question in a hundred', () => {
    const analyze = createAnalyzer(knowledge.thesaurus);
    const questions = [...knowledge.sampleQuestions.values()].flat();
    const refused = questions.filter((question) => {
      const { folded } = analyze(question);
      return knowledge.topics.some(
        ({ firm, patterns, unless }) =>
          firm && patterns.some((one) => one.test(folded)) && !unless.some((one) => one.test(folded)),
      );
    });
    expect(refused.length).toBeLessThan(questions.length / 100);
  });
});

describe('the check', () => {
  const broken = {
    ...knowledge,
    sampleQuestions: new Map([
      ['faq-2024#inconnu', ['une question']],
      ['circulaire-2023#R4', ['Comment partir ?']],
      ['circulaire-2023#R5', ['comment partir']],
    ]),
    outOfScope: [],
    cards: [
      {
        id: 'essai',
        lang: 'fr' as const,
        title: 'Essai',
        questions: ['essai'],
        passages: [],
        sentences: [{ text: 'x', citations: [{ passage: 'circulaire-2023#R4', quote: 'des mots absents' }] }],
      },
    ],
  };

  it.each([
    /passage inconnu faq-2024#inconnu/,
    /« comment partir » est posée à la fois sous/,
    /« des mots absents » ne figure pas/,
  ])('says %s', (message) => {
    expect(checkKnowledge(corpus, broken)).toContainEqual(expect.stringMatching(message));
  });

  it('refuses such data, naming the passage, the words and what was expected', () => {
    const refused = () => requireSoundKnowledge(corpus, broken);
    expect(refused).toThrow(DataFileError);
    expect(refused).toThrow(/passage inconnu faq-2024#inconnu[\s\S]*Attendu : des passages des textes/);
    expect(() => requireSoundKnowledge(corpus, knowledge)).not.toThrow();
  });

  it('refuses names of a text that does not exist', () => {
    const texts = { 'faq-2020': ['vieille faq'] };
    const renamed = { ...knowledge, thesaurus: { ...knowledge.thesaurus, texts } };
    expect(checkKnowledge(corpus, renamed)).toEqual(['thesaurus.yaml, texts : texte inconnu faq-2020']);
  });
});
