import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createAnalyzer } from '../../../knowledge/search/text/analysis.ts';
import { createMentionFinder, withoutNames } from '../../../knowledge/search/text/document-mentions.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { measureMentions, measureOf } from '../../../knowledge/search/text/measure-mentions.ts';

describe('measures asked for by number', () => {
  it.each<[string, readonly number[]]>([
    ['que dit la mesure 2 de septembre 2022', [2]],
    ['mesure n° 4', [4]],
    ['Cinquième mesure annoncée à Strasbourg', [5]],
    ['What is measure 5 about?', [5]],
    ['les mesures de septembre', []],
    ['mesure 2,5 M€', []],
    ['une mesure 3 millions plus chère', []],
  ])('%s', (question, expected) => {
    expect(measureMentions(fold(question))).toEqual(expected);
  });

  it('finds the number in the identifier of a passage', () => {
    expect(measureOf('cp-2022-09-12#mesure-3.data-act')).toBe(3);
    expect(measureOf('cp-2022-09-12#strasbourg')).toBeNull();
  });
});

describe('texts named by a question', () => {
  const { thesaurus } = loadKnowledge();
  const analyze = createAnalyzer(thesaurus);
  const find = createMentionFinder(thesaurus.texts);

  it.each<[string, readonly string[]]>([
    ['que dit la FAQ sur les opérateurs', ['faq-2024']],
    ['contexte de la note O365', ['note-o365-2021']],
    ['le communiqué de septembre 2022 et la brochure', ['cp-2022-09-12', 'numspot']],
    ['je note que le cloud est obligatoire', []],
  ])('%s', (question, expected) => {
    expect([...find(analyze(question)).documents]).toEqual(expected);
  });

  it('weigh less than what is asked of them, unless nothing else is', () => {
    const weight = (question: string, term: string) => {
      const analysis = analyze(question);
      return withoutNames(analysis, find(analysis)).terms.get(term);
    };
    expect(weight('calendrier dans la foire aux questions', 'foir')).toBe(0.5);
    expect(weight('calendrier dans la foire aux questions', 'calendri')).toBe(1);
    expect(weight('la faq', 'faq')).toBe(1);
  });
});
