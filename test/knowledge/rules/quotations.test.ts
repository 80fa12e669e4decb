import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import type { RuleCitation } from '../../../knowledge/rules/citation.ts';
import * as circulaire from '../../../knowledge/rules/texts/circulaire.ts';
import * as faq from '../../../knowledge/rules/texts/faq.ts';
import * as note from '../../../knowledge/rules/texts/note-2021.ts';
import * as press from '../../../knowledge/rules/texts/press-2021.ts';

const corpus = loadCorpus();
const quotations = Object.entries({ ...circulaire, ...faq, ...note, ...press }).filter(
  (entry): entry is [string, RuleCitation] => typeof entry[1] !== 'string',
);

describe('every quotation of the rules stands word for word in the corpus', () => {
  it.each(quotations)('%s', (_, { passage, quote }) => {
    expect(corpus.cite(passage, quote).quote.replace(/\s+/g, ' ')).toBe(quote);
  });

  it.each([
    ['circulaire-2023', circulaire.CIRCULAIRE_2023_FROM],
    ['faq-2024', faq.FAQ_2024_FROM],
    ['note-o365-2021', note.NOTE_2021_FROM],
  ])('%s is dated %s, as in the corpus', (id, from) => {
    expect(corpus.documents.get(id)?.date).toBe(from);
  });
});
