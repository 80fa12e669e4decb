import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../../knowledge/corpus/load-corpus.ts';
import { shownOf } from '../../../../knowledge/question/compose/shown.ts';
import { loadKnowledge } from '../../../../knowledge/question/load-knowledge.ts';
import * as rules from '../../../../knowledge/rules/texts/circulaire.ts';

const corpus = loadCorpus();
const { extracts } = loadKnowledge();
const R9 = 'circulaire-2023#R9.secnumcloud';
const shown = (passage: string, quote: string): string =>
  shownOf(corpus.cite(passage, quote), { corpus, extracts }).quote;

describe('what may be shown alone of a long sentence', () => {
  it.each(
    extracts.map(({ passage, extract }) => [extract, passage] as const),
  )('%s: verbatim', (extract, passage) => {
    expect(corpus.cite(passage, extract).quote).toBe(extract);
  });

  it('keeps both conditions of R9: particular sensitivity, and each harm', () => {
    for (const { extract } of extracts.filter(({ passage }) => passage === R9)) {
      for (const words of [
        'sensibilité particulière',
        'ordre public',
        'sécurité publique',
        'santé',
        'propriété',
      ])
        expect(extract).toContain(words);
    }
  });

  it('is what a proof of the conditions shows, its cut marked', () => {
    const proof = corpus.cite(R9, "d'une sensibilité particulière");
    expect(shown(R9, "d'une sensibilité particulière")).toMatch(/^données, .* propriété intellectuelle$/);
    expect(shownOf(proof, { corpus, extracts }).cut).toBe('both');
    expect(shown(R9, 'traite des données')).toMatch(/^Si le système .* propriété intellectuelle$/);
  });

  it('is not shown for a proof that stands outside it: the whole sentence is, with its conditions', () => {
    expect(shown(R9, 'être immunisée contre tout accès')).toMatch(/^Si le système .*d'Etat tiers\.$/);
  });

  it('is what a verdict quotes', () => {
    const { passage, quote } = rules.R9_CONDITIONS;
    expect(extracts.map((one) => [one.passage, one.extract])).toContainEqual([passage, quote]);
  });
});

describe('a sentence that goes on beyond the words quoted', () => {
  it.each([
    [R9, 'Dans le cas contraire', 'after'],
    [R9, "n'est pas requis.", 'before'],
    [R9, 'immunisée contre tout accès', 'both'],
    ['circulaire-2023#R10', 'La portabilité multi-clouds doit être assurée.', undefined],
    [rules.R9_MISSIONS.passage, rules.R9_MISSIONS.quote, undefined],
    [rules.R9_SECRETS.passage, rules.R9_SECRETS.quote, undefined],
    ['note-o365-2021#signature', 'Nadi BOU HANNA', undefined],
  ])('%s, « %s »: %s', (passage, quote, cut) => {
    expect(corpus.cite(passage, quote).cut).toBe(cut);
  });
});
