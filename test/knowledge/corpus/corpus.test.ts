import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';

const folder = join(import.meta.dirname, '../../../knowledge/data/corpus');
const corpus = loadCorpus();
const passages = [...corpus.passages.values()];
const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** Words of a text, read without the loader: comments, link targets and marks are not words. */
const words = (text: string): string[] =>
  text
    .replace(/<!--.*?-->/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .match(/[\p{L}\p{N}€%]+/gu) ?? [];

/** What stands below the front matter, without headings nor the numbers of an ordered list. */
const body = (file: string): string =>
  readFileSync(join(folder, file), 'utf8')
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^#.*$/gm, '')
    .replace(/^\d\. /gm, '');

describe('the texts of the corpus', () => {
  it.each(files)('%s: its passages, put end to end, are the text word for word', (file) => {
    const prefix = `${file.replace(/\.md$/, '')}#`;
    const text = passages.filter(({ id }) => id.startsWith(prefix)).map((passage) => passage.text);
    expect(text).not.toEqual([]);
    expect(words(text.join('\n'))).toEqual(words(body(file)));
  });

  it.each([
    ['circulaire-2023', 1],
    ['faq-2024', 2],
    ['note-o365-2021', 3],
    ['cp-2021-11-02', 4],
    ['cp-2022-09-12', 4],
    ['cp-2023-04-04', 4],
    ['rappel-strategie-2021-11-02', 4],
    ['gaiax-2020', 4],
    ['droits-ue-2022', 4],
    ['numspot', 5],
  ])('has %s, at rank %i', (id, rank) => {
    expect(corpus.documents.get(id)?.rank).toBe(rank);
  });

  it.each(['fr', 'en'] as const)('has each rule R1 to R15 exactly once (%s)', (lang) => {
    const rules = passages
      .filter((passage) => passage.lang === lang && passage.documentId === 'circulaire-2023')
      .flatMap(({ text, anchor }) => {
        const [, rule] = /^\[(R\d+)\]/.exec(text) ?? [];
        return rule === undefined ? [] : [`${rule} under ${anchor}`];
      });
    expect(rules).toEqual(Array.from({ length: 15 }, (_, n) => `R${n + 1} under R${n + 1}`));
  });

  it('names every passage of the circular, the FAQ and the note', () => {
    const numbered = passages.filter(({ documentId, id }) =>
      ['circulaire-2023', 'faq-2024', 'note-o365-2021'].includes(documentId) ? /\.p\d+$/.test(id) : false,
    );
    expect(numbered.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['circulaire-2023#R7', 'un coût complet d’au moins un million d’euros'],
    ['circulaire-2023#R8', 'Sous ce seuil, ce contrôle relève des ministères.'],
    ['circulaire-2023#R9.derogation', 'au-delà de 12 mois'],
    ['circulaire-2023#lettre.precisions', 'modalités de demandes de dérogation'],
    ['faq-2024#perimetre.collectivites', 'elles ne sont pas tenues de recourir au cloud'],
    ['faq-2024#controle.1M-9M', 'Le contrôle est réalisé par les ministères qui en informent la DINUM.'],
    ['note-o365-2021#3.non-conformite', 'n’est pas conforme à la doctrine Cloud au Centre'],
    ['numspot#donnees-personnelles', 'sont concernées par l’obligation SecNumCloud'],
  ])('%s says « %s »', (id, quote) => {
    const curly = (text: string): string => text.replaceAll("'", '’');
    expect(curly(corpus.passages.get(id)?.text ?? '')).toContain(quote);
  });

  it('gives R9 in five passages, in the order of the text, in each language', () => {
    const names = ['rgpd', 'secnumcloud', 'definition', 'evaluation', 'derogation'];
    const ids = (lang: 'fr' | 'en'): string[] =>
      corpus.section('circulaire-2023', 'R9', lang).map(({ id }) => id);
    expect(ids('fr')).toEqual(names.map((name) => `circulaire-2023#R9.${name}`));
    expect(ids('en')).toEqual(names.map((name) => `circulaire-2023.en#R9.${name}`));
  });

  it('gives each row of the table of the FAQ as a passage', () => {
    expect(corpus.passages.get('faq-2024#controle.moins-1M')?.parts).toEqual([
      {
        id: 'faq-2024#controle.moins-1M.1',
        kind: 'row',
        text: "En dessous de 1 million d'euros | L'autorité en charge du projet est aussi en charge du contrôle.",
      },
    ]);
  });

  it('marks the note as superseded in part by the circular, and the brochure as commercial', () => {
    expect(corpus.documents.get('note-o365-2021')).toMatchObject({
      status: 'superseded-in-part',
      supersededBy: 'circulaire-2023',
    });
    expect(corpus.cite('numspot#a-propos').status).toBe('commercial');
  });
});
