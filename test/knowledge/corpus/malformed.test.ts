import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../../knowledge/corpus/corpus-error.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { folderOf, text, translation } from './folder.ts';

const failure = (files: Record<string, string | Uint8Array>): CorpusError => {
  const folder = folderOf(files);
  try {
    loadCorpus(folder);
  } catch (error) {
    if (error instanceof CorpusError) return error;
    throw error;
  }
  throw new Error('the corpus was accepted');
};

const named = (name: string, words = 'Un.'): string => `# A\n\n<!-- passage: ${name} -->\n\n${words}`;

describe('a malformed text stops the loading, naming file, line and field', () => {
  const single: [title: string, content: string, line: number | null, field: string, read: string][] = [
    ['no front matter', '# Périmètre\n\nUn.', 1, 'en-tête', '« # Périmètre »'],
    ['broken YAML', text('Un.', { title: 'FAQ : suite: fin' }), 4, 'en-tête', 'un YAML incorrect'],
    ['unknown key', text('Un.', { titre: 'FAQ' }), 18, 'titre', 'une clé inconnue'],
    ['missing field', text('Un.', { licence: undefined }), null, 'licence', 'rien (champ absent)'],
    ['impossible date', text('Un.', { date: '2023-02-30' }), 9, 'date', '« 2023-02-30 »'],
    ['French date', text('Un.', { date: '31/05/2023' }), 9, 'date', '« 31/05/2023 »'],
    ['kind with an accent', text('Un.', { kind: 'décret' }), 6, 'kind', '« décret »'],
    ['number without quotes', text('Un.', { number: '115' }), 8, 'number', '« 115 »'],
    ['rank out of range', text('Un.', { rank: '0' }), 14, 'rank', '« 0 »'],
    ['authority out of range', text('Un.', { authority: '2' }), 15, 'authority', '« 2 »'],
    ['no authority', text('Un.', { authority: undefined }), null, 'authority', 'rien (champ absent)'],
    ['numbered by another letter', text('Un.', { numbered: 'A' }), 18, 'numbered', '« A »'],
    ['contact that is no passage', text('Un.', { contact: 'dinum' }), null, 'contact', '« dinum »'],
    [
      'link that is no web address',
      text('Un.', { link: 'javascript:alert(1)' }),
      11,
      'link',
      '« javascript:alert(1) »',
    ],
    ['unknown successor', text('Un.', { supersededBy: 'absent' }), null, 'supersededBy', '« absent »'],
    ['no text', text(''), 19, 'texte', 'aucun paragraphe'],
    [
      'duplicate passage',
      text(`${named('un')}\n\n${named('un')}`),
      30,
      'passage',
      '« un » pour la deuxième fois',
    ],
    ['misspelt mark', text('<!-- pasage: un -->\n\nUn.'), 20, 'repère', '« pasage »'],
    ['name with a space', text(named('un deux')), 22, 'passage', '« un deux »'],
    ['mark before nothing', text('Un.\n\n<!-- passage: un -->'), 22, 'repère', 'que ne suit aucun texte'],
    [
      'erratum of an unknown passage',
      text('Un.', { errata: '[{ where: x, read: a, kept: b, source: c }]' }),
      null,
      'errata',
      '« x », passage inconnu',
    ],
    [
      'erratum whose words are absent',
      text(named('un'), { errata: '[{ where: un, read: a, kept: deux, source: c }]' }),
      null,
      'errata',
      '« deux »',
    ],
  ];

  it.each(single)('%s', (_, content, line, field, read) => {
    const error = failure({ 'essai.md': content });
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]).toMatchObject({ file: 'essai.md', line, field });
    expect(error.problems[0]?.read).toContain(read);
    expect(error.message).toMatch(
      /^Corpus, fichier essai\.md.*, champ « .* » : lu .* ; attendu : .+\. Exemple : .+$/,
    );
  });

  it('two documents of one identifier and language', () => {
    const error = failure({ 'a.md': text('Un.'), 'b.md': text('Deux.') });
    expect(error.problems).toMatchObject([{ file: 'b.md', line: 2, field: 'id' }]);
    expect(error.message).toContain('« essai (fr) », déjà pris par a.md');
  });

  it('a translation of a passage that the original has not', () => {
    const error = failure({ 'essai.md': text(named('un')), 'essai.en.md': translation(named('deux')) });
    expect(error.problems).toMatchObject([{ file: 'essai.en.md', field: 'translation' }]);
    expect(error.message).toContain('« deux », qui n’est le nom d’aucun passage de essai.md');
  });

  it('a translation without its original', () => {
    const error = failure({ 'essai.en.md': translation(named('un')) });
    expect(error.problems[0]).toMatchObject({ file: 'essai.en.md', field: 'translationOf' });
  });

  it('a file that is not UTF-8', () => {
    const error = failure({ 'essai.md': Buffer.from(text('Périmètre'), 'latin1') });
    expect(error.problems).toMatchObject([{ file: 'essai.md', field: 'encodage' }]);
  });

  it('an empty or absent folder', () => {
    expect(failure({}).message).toContain('aucun texte');
    expect(() => loadCorpus('/nulle/part')).toThrow(CorpusError);
  });

  it('tells all that is wrong at once, file by file', () => {
    const error = failure({ 'a.md': text('Un.', { date: 'hier', rank: '0' }), 'b.md': 'Deux.' });
    expect(error.problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'a.md date',
      'a.md rank',
      'b.md en-tête',
    ]);
  });
});
