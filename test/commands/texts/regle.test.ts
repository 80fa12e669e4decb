import { describe, expect, it } from 'vitest';
import { ask, corpus, notices, shown } from '../running.ts';

describe('!regle quotes a rule whole, in the order of the text', () => {
  it.each(Array.from({ length: 15 }, (_, index) => `R${index + 1}`))('%s', async (rule) => {
    const answer = await ask(`!regle ${rule}`);
    const passages = corpus.section('circulaire-2023', rule, 'fr');
    expect(passages.length).toBeGreaterThan(0);
    expect(answer.kind).toBe('passages');
    expect(answer.citations.map(({ quote }) => quote)).toEqual(passages.map(({ text }) => text));
    expect(answer.data).toEqual({ command: 'regle', rule, passages: passages.map(({ id }) => id) });
  });

  it.each([
    '!regle R9',
    '!regle 9',
    '!regle [R9]',
    '!règle r 9 ?',
    '!r9',
    '!R 9',
    '!regles r9.',
  ])('%s', async (text) => {
    const answer = await ask(text);
    expect(answer.data).toMatchObject({ rule: 'R9' });
    expect(shown(answer)).toContain('validation du Premier ministre');
    expect(shown(answer)).toContain('qualification SecNumCloud');
  });

  it('R9 ends with the later texts, R8 does not', async () => {
    expect(notices(await ask('!r9'))).toContain('hors-corpus');
    expect(notices(await ask('!r8'))).toEqual([]);
  });

  it.each([
    ['!r1', '!r2'],
    ['!r9', '!r8, !r10'],
    ['!r15', '!r14'],
  ])('%s names its neighbours', async (text, neighbours) => {
    expect(shown(await ask(text))).toContain(`Règles voisines : ${neighbours}\n`.trimEnd());
    expect(shown(await ask(text))).not.toMatch(/!r0|!r16/);
  });

  it.each([
    ['!r9', 'Dans quels cas est-il possible de déroger à la règle [R9]'],
    ['!r9', 'Qui est responsable de l’évaluation de la sensibilité particulière'],
    ['!r6', 'est-ce que mon projet est concerné'],
    ['!r7', 'Qui contrôle l\u0027application de la doctrine Cloud'],
    ['!r1', 'mais que désigne ce terme de “solution cloud”'],
  ])('%s points at the question of the FAQ', async (text, question) => {
    expect(shown(await ask(text))).toContain(question);
  });

  it('quotes the English translation to those who read English, and says that the French prevails', async () => {
    const answer = await ask('!r9', { lang: 'en' });
    expect(answer.citations.every(({ lang }) => lang === 'en')).toBe(true);
    expect(notices(answer)).toContain('traduction');
    expect(notices(await ask('!r9'))).not.toContain('traduction');
  });
});

it('!regle alone lists the fifteen rules by their first words', async () => {
  const text = shown(await ask('!regle'));
  expect(text.match(/^- R\d+ : /gm)).toHaveLength(15);
  expect(text).toContain('- R14 : Pour les services précités en [R11] et [R12], la conformité');
  expect(text).not.toContain('[R14]');
});

describe('what is no rule is refused with an example', () => {
  it.each([
    ['!r16', 'REGLE_INCONNUE', 'La doctrine de 2023 s’arrête à la règle R15.'],
    ['!regle R0', 'REGLE_INCONNUE', 's’arrête à la règle R15'],
    ['!regle 99', 'REGLE_INCONNUE', 's’arrête à la règle R15'],
    ['!regle secnumcloud', 'REGLE_ILLISIBLE', 'Lu : secnumcloud. Une règle est attendue, de R1 à R15.'],
    ['!regle R9 R10', 'REGLE_ILLISIBLE', 'Exemple : !regle R9'],
    ['!regle -1', 'REGLE_ILLISIBLE', 'Lu : -1'],
  ])('%s', async (text, code, words) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ kind: 'refused', code, data: { command: 'regle', error: code } });
    expect(shown(answer)).toContain(words);
  });
});
