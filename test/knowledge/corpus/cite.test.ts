import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { folderOf, text } from './folder.ts';

const corpus = (body: string) => loadCorpus(folderOf({ 'essai.md': text(body) }));

describe('citing a passage', () => {
  it('quotes the whole passage, with all that a reader needs to find it', () => {
    const citation = corpus('# Périmètre\n\n<!-- passage: un -->\n\nUn.\n\n- deux').cite('essai#un');
    expect(citation).toEqual({
      documentId: 'essai',
      documentTitle: 'Essai',
      anchor: 'Périmètre',
      passageId: 'essai#un',
      quote: 'Un.\ndeux',
      lang: 'fr',
      date: '2024-02-23',
      link: null,
      status: 'in-force',
    });
  });

  it('leads to the passage in the reading room, where there is one', () => {
    const at = (url: string | null) =>
      loadCorpus(
        folderOf({
          'essai.md': text('# R9\n\n<!-- passage: R9.qualité -->\n\nUn.').replace(
            'link: null',
            'link: https://officiel.example/',
          ),
        }),
        url,
      ).cite('essai#R9.qualité').link;
    expect(at('https://cloud.example/doctrine')).toBe(
      'https://cloud.example/doctrine/textes/essai#R9.qualit%C3%A9',
    );
    expect(at(null)).toBe('https://officiel.example/');
  });

  it.each([
    ['a fragment', 'un coût', 'un coût'],
    ['other white space, given back as in the text', 'coût complet : neuf', 'coût\u00a0complet\u202f: neuf'],
    ['a fragment across parts', '(neuf). Puis dix', undefined],
    ['a fragment across parts, word for word', 'neuf.* Puis dix', 'neuf.*\nPuis dix'],
    ['one word more', 'un coût très complet', undefined],
    ['another case', 'Un coût', undefined],
    ['nothing', '', undefined],
    ['white space only', ' \n ', undefined],
  ])('%s', (_, quote, expected) => {
    const { cite } = corpus('# A\n\nAvec un coût\u00a0complet\u202f: neuf.*\n\n- Puis dix');
    if (expected === undefined) expect(() => cite('essai#a.p1', quote)).toThrow('not verbatim in essai#a.p1');
    else expect(cite('essai#a.p1', quote).quote).toBe(expected);
  });

  it.each(['essai#absent', '__proto__', ''])('refuses the unknown passage « %s »', (id) => {
    expect(() => corpus('# A\n\nUn.').cite(id)).toThrow('unknown passage');
  });
});
