import { describe, expect, it } from 'vitest';
import { ask, notices, shown } from '../running.ts';

describe('!comparer sets R9 of 2021 beside R9 of 2023', () => {
  it.each([
    '!comparer 2021 2023',
    '!comparer',
    '!comparer R9 2023 et 2021',
    '!versions 2021 vs 2023',
  ])('%s', async (text) => {
    const answer = await ask(text);
    expect(answer.kind).toBe('passages');
    expect(answer.data).toMatchObject({ command: 'comparer', rule: 'R9', versions: [2021, 2023] });
  });

  it.each([
    ['liste ouverte'],
    ['deux conditions cumulatives'],
    ['en 2021, le ministre ; en 2023, le ministre, après validation du Premier ministre'],
    ['le texte n’est pas dans le corpus'],
    ['état du 19/07/2021'],
    ['https://www.legifrance.gouv.fr/circulaire/id/45205'],
  ])('it says %j', async (words) => {
    expect(shown(await ask('!comparer 2021 2023'))).toContain(words);
  });

  it('quotes 2021 only by what the corpus says of it, and 2023 by the circular', async () => {
    const { citations } = await ask('!comparer 2021 2023');
    expect(citations.map(({ passageId }) => passageId)).toEqual([
      'note-o365-2021#2.rappel-R9',
      'rappel-strategie-2021-11-02#doctrine.donnees-sensibles',
      'circulaire-2023#lettre.protection',
      'circulaire-2023#R9.secnumcloud',
      'circulaire-2023#R9.derogation',
    ]);
  });

  it.each(['!comparer 2018 2023', '!comparer R8', '!comparer faq'])('%s is refused', async (text) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ kind: 'refused', code: 'VERSIONS' });
    expect(shown(answer)).toContain('Exemple : !comparer 2021 2023');
  });
});

describe('!o365 says the position of the note, its basis of 2021, and what 2023 asks', () => {
  it.each([
    ["n'est pas conforme à la doctrine Cloud au Centre"],
    ['15 septembre 2021'],
    ['circulaire n° 6282-SG du 5 juillet 2021'],
    ['est possible uniquement si cette offre est qualifiée SecNumCloud'],
    ["la conformité des infrastructures et des services de l'éditeur à la règle [R9] est impérative"],
    ['les deux conditions de R9 sont à examiner'],
    ['Aucun texte qui retire ou reprenne la note n’a été trouvé.'],
    ['projets très avancés au 5 juillet 2021'],
    ['de visioconférence et de webinaire'],
    ['produits interministériels SNAP'],
    ['Cloud de Confiance Bleu'],
    ['qualification en cours au 26/09/2026'],
  ])('%s', async (words) => {
    expect(shown(await ask('!o365'))).toContain(words);
  });
});

it.each(['!comparer', '!o365'])('%s ends with the later texts, outside the corpus', async (text) => {
  expect(notices(await ask(text))).toEqual(['hors-corpus']);
});
