import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { folderOf, text, translation } from './folder.ts';

const load = (files: Record<string, string>) => loadCorpus(folderOf(files));

describe('adding a text is adding a file', () => {
  it('makes a passage of each paragraph with its list, numbered in its anchor', () => {
    const corpus = load({ 'essai.md': text('# Premiers pas\n\nUn.\n\nDeux :\n\n- a\n- b\n\nTrois.') });
    expect([...corpus.passages.values()].map(({ id, text: words }) => [id, words])).toEqual([
      ['essai#premiers-pas.p1', 'Un.'],
      ['essai#premiers-pas.p2', 'Deux :\na\nb'],
      ['essai#premiers-pas.p3', 'Trois.'],
    ]);
  });

  it('lets a mark name a passage, which then goes on until the next mark or heading', () => {
    const body =
      '# A\n\n<!-- passage: un -->\n\nUn.\n\nEncore un.\n\n- <!-- passage: deux --> Deux.\n\n# B\n\nTrois.';
    expect(
      [...load({ 'essai.md': text(body) }).passages.values()].map(({ id, text: words }) => [id, words]),
    ).toEqual([
      ['essai#un', 'Un.\nEncore un.'],
      ['essai#deux', 'Deux.'],
      ['essai#b.p1', 'Trois.'],
    ]);
  });

  it('gives each passage its anchor, its path and its neighbours', () => {
    const body =
      '# 1. Titre <!-- anchor: Un -->\n\n## Règles\n\n<!-- anchor: R1; passage: R1 -->\n\n[R1] Règle.\n\n# Fin\n\nFin.';
    const corpus = load({ 'essai.md': text(body) });
    expect(corpus.passages.get('essai#R1')).toMatchObject({
      anchor: 'R1',
      path: ['Essai', '1. Titre', 'Règles', 'R1'],
      previous: null,
      next: 'essai#fin.p1',
    });
  });

  it('takes off bold, italic and links, and keeps no-break spaces, quotes and rule references', () => {
    const body = '# A\n\n**Gras** et *italique*, [lien](https://exemple.fr), « [R9] » ’ \u00a0: 2 * 3.';
    expect(load({ 'essai.md': text(body) }).passages.get('essai#a.p1')?.text).toBe(
      'Gras et italique, lien, « [R9] » ’ \u00a0: 2 * 3.',
    );
  });

  it('reads block quotes as paragraphs and leaves rules out', () => {
    const corpus = load({
      'essai.md': text('# A\n\n> Un **gras\n> et** deux.\n\n---\n\n| a | b |\n|---|:-:|\n| c | |'),
    });
    expect([...corpus.passages.values()].map((passage) => passage.text)).toEqual([
      'Un gras et deux.\na | b\nc |',
    ]);
  });

  it('reads a file of Windows, and remarks of the editor are no text', () => {
    const body = '# A\n\n<!-- à relire -->\n\nUn.'.replaceAll('\n', '\r\n');
    expect(load({ 'essai.md': text(body).replace(/\r?\n/g, '\r\n') }).passages.get('essai#a.p1')?.text).toBe(
      'Un.',
    );
  });

  it('links a passage and its translation by their common name, both ways', () => {
    const corpus = load({
      'essai.md': text('# A\n\n<!-- passage: un -->\n\nUn.\n\n<!-- passage: seul -->\n\nSeul.'),
      'essai.en.md': translation(
        '# A\n\n<!-- passage: un -->\n\nOne.\n\n<!-- passage: note; translation: none -->\n\nNote.',
      ),
    });
    const link = (id: string) => corpus.passages.get(id)?.translation;
    expect(['essai#un', 'essai.en#un', 'essai#seul', 'essai.en#note'].map(link)).toEqual([
      'essai.en#un',
      'essai#un',
      null,
      null,
    ]);
    expect(corpus.documents.get('essai')?.languages).toEqual(['fr', 'en']);
  });

  it.each([
    ['2024-02-23', '2024-02-23'],
    ['2022-01', '2022-01'],
    ['null', ''],
  ])('reads the date %s as « %s »', (date, read) => {
    expect(load({ 'essai.md': text('Un.', { date }) }).documents.get('essai')?.date).toBe(read);
  });

  it('stamps the content: same texts, same version; one word more, another version', () => {
    const version = (body: string): string => load({ 'essai.md': text(body) }).version;
    expect(version('Un.')).toBe(version('Un.'));
    expect(version('Un.')).not.toBe(version('Un deux.'));
  });
});
