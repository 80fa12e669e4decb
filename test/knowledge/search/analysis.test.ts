import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createAnalyzer } from '../../../knowledge/search/text/analysis.ts';

const analyze = createAnalyzer(loadKnowledge().thesaurus);

describe('the analysis of a text', () => {
  it.each([
    ['Office 365', 'M365'],
    ['Microsoft 365', 'o365'],
    ['Gaia-X', 'GAIA X'],
    ['SNC', 'SecNumCloud'],
    ['cloud PI', 'Cloud Pi'],
    ['la règle 9', 'R9'],
    ['dérogations', 'DEROGATION'],
    ['l’hébergeur', 'hébergeurs'],
  ])('gives « %s » and « %s » a word in common', (one, other) => {
    const [first] = analyze(one).stems.slice(-1);
    expect(analyze(other).stems).toContain(first);
  });

  it.each([
    ['notre prestataire', '#fournisseur'],
    ['la boîte mail', '#messagerie'],
    ['une fuite de données', '#violation'],
    ['on premise', '#serveursite'],
  ])('marks « %s » with the concept %s', (text, concept) => {
    expect([...analyze(text).terms.keys()]).toContain(concept);
  });

  it('reads hasty spelling', () => {
    expect(analyze('cb de tps pr une derog').folded).toMatch(/combien.*derogation/);
  });

  it('weighs words that any question may hold for less', () => {
    const { terms } = analyze('réversibilité possible');
    const [subject, general] = [...terms.values()];
    expect(general).toBeLessThan(subject ?? 0);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes « %s » for a word', (word) => {
    expect(analyze(word).words.length).toBeGreaterThan(0);
  });

  it.each(['', '   ', '???', '\u0000\u0007'])('finds nothing in %j', (text) => {
    expect(analyze(text).terms.size).toBe(0);
  });
});
