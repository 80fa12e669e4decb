import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { DATA_CATEGORIES } from '../../../knowledge/data-categories/categories.ts';
import { findDataCategories } from '../../../knowledge/data-categories/find.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';

const corpus = loadCorpus();

describe('kinds of data', () => {
  it.each([
    ['état civil', ['ETAT_CIVIL']],
    ['Dossiers médicaux', ['DONNEES_MEDICALES']],
    ['paie', ['PAIE_ET_AGENTS']],
    ['la paie des agents', ['PAIE_ET_AGENTS']],
    ['casier judiciaire', ['DONNEES_ARTICLES_9_ET_10', 'PROCEDURES_JUDICIAIRES']],
    ['secret des affaires', ['SECRET_DES_AFFAIRES']],
    ['affaires étrangères', []],
    ['impôts', ['FISCALES_ET_SOCIALES']],
    ['adhésions syndicales et données de santé', ['DONNEES_ARTICLES_9_ET_10', 'DONNEES_MEDICALES']],
    ['recettes de cuisine', []],
    ['', []],
  ])('%s → %j', (text, codes) => {
    expect(findDataCategories(text).map(({ code }) => code)).toEqual(codes);
  });

  it.each(DATA_CATEGORIES.map((category) => [category.code, category] as const))('%s', (_, {
    words,
    citations,
  }) => {
    for (const word of words) expect(fold(word)).toBe(word);
    for (const { passage, quote } of citations) expect(() => corpus.cite(passage, quote)).not.toThrow();
  });

  it('no wording stands for two kinds', () => {
    const all = DATA_CATEGORIES.flatMap(({ words }) => words);
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });
});
