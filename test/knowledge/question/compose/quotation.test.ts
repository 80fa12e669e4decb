import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../../knowledge/corpus/load-corpus.ts';
import { MOST_WORDS, quotationOf, wordCount } from '../../../../knowledge/question/compose/quotation.ts';

const corpus = loadCorpus();
const text = (id: string): string => corpus.passages.get(id)?.text ?? expect.unreachable();

describe('a quotation', () => {
  it('keeps the condition that stands in the sentence of its proof', () => {
    const quote = quotationOf(text('circulaire-2023#R9.secnumcloud'), 'la qualification SecNumCloud');
    expect(quote.startsWith('Si le système')).toBe(true);
  });

  it('brings what « Dans le cas contraire » leans on when both fit, else stands alone', () => {
    const quote = quotationOf(
      'Le seuil est atteint. Dans le cas contraire, rien n’est dû. Autre phrase.',
      'rien n’est dû',
    );
    expect(quote).toBe('Le seuil est atteint. Dans le cas contraire, rien n’est dû.');
  });

  it('brings what a colon announces', () => {
    expect(quotationOf('Il y a deux enjeux :\n- la demande ;\n- les métiers.', 'deux enjeux')).toBe(
      'Il y a deux enjeux :\n- la demande ;',
    );
  });

  it('loses the colon whose list does not fit', () => {
    const list = Array.from({ length: 70 }, (_, at) => `mot${at}`).join(' ');
    expect(quotationOf(`Les ministres citent trois choses :\n- ${list}`, 'citent trois')).toBe(
      'Les ministres citent trois choses',
    );
    for (const { text: whole } of corpus.passages.values()) {
      for (const proof of whole.split(/\n/).map((line) => line.slice(0, 25))) {
        expect(quotationOf(whole, proof)).not.toMatch(/\S\s*:$/);
      }
    }
  });

  it('does not end at an abbreviation', () => {
    expect(quotationOf('Voir art. L.311-5 du code. Fin.', 'L.311-5')).toBe('Voir art. L.311-5 du code.');
  });

  it('is at most sixty words long, or one sentence', () => {
    for (const { text: whole } of corpus.passages.values()) {
      for (const proof of whole.split(/(?<=[.!?])\s/).map((sentence) => sentence.slice(0, 30))) {
        const quote = quotationOf(whole, proof);
        expect(whole).toContain(quote);
        const sentences = quote.split(/(?<=[.!?])\s+(?=[A-ZÀ-Ý«])/).length;
        if (wordCount(quote) > MOST_WORDS) expect(sentences, quote).toBeLessThanOrEqual(2);
      }
    }
  });
});
