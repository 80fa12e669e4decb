import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { askedBeyond } from '../../../knowledge/question/beyond-facts.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createSearchEngine } from '../../../knowledge/search/engine.ts';

const engine = createSearchEngine(loadCorpus(), loadKnowledge());
const asked = (core: string, ...told: string[]) => askedBeyond(core, told, engine);

describe('what a message asks beyond its facts', () => {
  it('is in the sentence that asks, not in the story before it', () => {
    const held = asked(
      'Notre musée vend des billets avec un logiciel de caisse. La circulaire parle-t-elle de réversibilité du contrat conclu avec notre fournisseur actuel ?',
    );
    expect(held('réversibilité du contrat')).toBeGreaterThan(0.2);
    expect(held('billets, logiciel de caisse, musée')).toBe(0);
  });

  it('leaves out the words that stated facts', () => {
    const held = asked('Une université doit-elle chiffrer ses sauvegardes ?', 'université');
    expect(held('université')).toBe(0);
    expect(held('sauvegardes')).toBeGreaterThan(0);
  });

  it('takes what a short question points back to', () => {
    const held = asked('Le RGPD ne viserait que les usagers. Est-ce juste ?');
    expect(held('le RGPD et les usagers')).toBeGreaterThan(0.5);
  });

  it('is the last sentence where none asks, and nothing where nothing is left', () => {
    expect(asked('Bon, on a un SIRH. Il faut savoir pour la réversibilité')('réversibilité')).toBeGreaterThan(
      0,
    );
    expect(asked('université ?', 'université')('université')).toBe(0);
    expect(asked('')('texte')).toBe(0);
  });
});
