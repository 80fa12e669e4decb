import { describe, expect, it } from 'vitest';
import { ask, corpus, shown } from '../running.ts';

it('!source lists every text, the highest rank first', async () => {
  const answer = await ask('!source');
  const text = shown(answer);
  for (const { id, shortTitle } of corpus.documents.values()) {
    expect(text).toContain(`- ${id} : ${shortTitle.replace(/\u00a0/g, ' ')}`);
  }
  expect(text.indexOf('- circulaire-2023')).toBeLessThan(text.indexOf('- faq-2024'));
  expect(text.indexOf('- faq-2024')).toBeLessThan(text.indexOf('- numspot'));
});

it('!source hors-corpus gives the later texts whole, with what is said of them and the date of the list', async () => {
  const text = shown(await ask('!source hors-corpus'));
  expect(text).toContain(
    'Liste du 27/11/2026, sources publiques secondaires, sauf mention contraire ; textes d’origine',
  );
  expect(text).toContain(
    'loi n° 2024-449 du 21 mai 2024 (dite SREN), art. 31 (https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049563368) : donne à R9 une base légale',
  );
  expect(text).toContain('aucun texte abrogeant la lettre n° 6404/SG n’a été trouvé');
});

describe('!source <id> shows the sheet of a text', () => {
  it.each([
    ['circulaire-2023', 'Date : 31/05/2023', 'Statut : en vigueur'],
    ['faq-2024', 'Date : 23/02/2024', 'Statut : en vigueur'],
    ['note-o365-2021', 'Numéro : DINUM-DIR-210901', 'Remplacé en partie par : circulaire-2023'],
    ['numspot', 'Date : sans date', 'sans valeur de règle'],
    ['droits-ue-2022', 'Date : 01/2022', 'Statut : pour contexte'],
  ])('%s', async (id, ...lines) => {
    const answer = await ask(`!source ${id}`);
    for (const line of lines) expect(shown(answer)).toContain(line);
    expect(answer.data).toMatchObject({ command: 'source', id });
  });

  it.each([
    '!source Circulaire',
    '!source circ',
    '!sources CIRCULAIRE-2023',
  ])('%s is clear enough', async (text) => {
    expect((await ask(text)).data).toMatchObject({ id: 'circulaire-2023' });
  });

  it('gives the address of the circular', async () => {
    expect(shown(await ask('!source circulaire-2023'))).toContain('https://www.legifrance.gouv.fr/');
  });
});

it.each([
  ['!source cp', 'cp-2021-11-02'],
  ['!source circulaire-2022', '!source circulaire-2023'],
  ['!source __proto__', 'circulaire-2023'],
  ['!source ../etc/passwd', 'circulaire-2023'],
])('%s is refused with the identifiers', async (text, words) => {
  const answer = await ask(text);
  expect(answer).toMatchObject({ kind: 'refused', code: 'SOURCE_INCONNUE' });
  expect(shown(answer)).toContain(words);
});
