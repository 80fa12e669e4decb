import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import { verdictForQuestion } from '../../../commands/verdicts/for-question.ts';
import { withVerdicts } from '../../../commands/verdicts/with-verdicts.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { loadLaterLaw } from '../../../knowledge/later-law/later-law.ts';
import { citation, passages } from '../../support/answers.ts';

const TODAY = '2026-11-22';
const corpus = loadCorpus();
const laterLaw = loadLaterLaw();
const readFacts = createFactReader(loadFactLexicon());
const dataOf = (question: string): unknown =>
  verdictForQuestion(readFacts(question), TODAY, corpus)?.data ?? null;

describe('situations that a rule decides', () => {
  it.each([
    ['on a un SIRH à 3 M€ qu’on veut garder chez nous', 'DE_1M_A_9M', 'DUE_SI_DEROGATION_R6'],
    ['Notre projet à 8 millions : on veut déroger à R6', 'DE_1M_A_9M', 'DUE'],
    ['Le chantier est évalué à 14 millions d’euros : qui vérifie ?', 'PLUS_9M', 'DUE_SI_DEROGATION_R6'],
    ['Une application à 600 000 € reste sur nos machines', 'MOINS_1M', 'NON_DUE_SOUS_LE_SEUIL'],
    ['À neuf millions pile, est-ce la procédure des grands projets ?', 'DE_1M_A_9M', 'DUE_SI_DEROGATION_R6'],
  ])('%s → %s, %s', (question, outcome, study) => {
    expect(dataOf(question)).toMatchObject({ command: 'seuil', outcome, study });
  });

  it('counts the ceiling of a derogation from the date of acceptable offer that the question gives', () => {
    expect(dataOf('Dérogation à R9 : si une offre acceptable existe le 31/07/2026, jusqu’à quand ?')).toEqual(
      { command: 'derogation', ceiling: '2027-07-31', from: '2026-07-31' },
    );
  });
});

describe('questions that no rule decides', () => {
  it.each([
    'L’aide à la qualification des PME, c’est 2,5 millions ?',
    'Quel projet a reçu une subvention de 3 M€ pour garder ses serveurs chez nous ?',
    'Petite application, budget 40 000 euros : doit-on étudier l’informatique en nuage ?',
    'Projet de plus de 9 M€ : quelle procédure ?',
    'Le projet coûte entre 1 et 2 M€, qui contrôle ?',
    'Notre application coûte 5 M€ par an, qui contrôle ?',
    'Combien de projets à 3 M€ ont dérogé à R6 ?',
    'Dérogation à R9 pour un projet de 3 M€ ?',
    'Qui contrôle notre projet ?',
    'La dérogation du 31/07/2026 est-elle longue ?',
    'Dérogation à R6, offre acceptable le 31/07/2026 ?',
    'Que dit R7 ?',
  ])('%s', (question) => {
    expect(dataOf(question)).toBeNull();
  });
});

describe('the verdict stands before the passages', () => {
  const QUESTION = 'on a un SIRH à 3 M€ qu’on veut garder chez nous';
  const r7 = citation({ passageId: 'circulaire-2023#R7', quote: 'R7 entière' });
  const r13 = citation({ passageId: 'circulaire-2023#R13', quote: 'R13 entière' });
  const found = passages({
    citations: [r7, r13],
    blocks: [
      { kind: 'paragraph', text: ['Voir ', { kind: 'cite', index: 1 }] },
      { kind: 'list', ordered: false, items: [[{ kind: 'cite', index: 0 }]] },
      { kind: 'quote', citation: 0 },
      { kind: 'quote', citation: 1 },
    ],
    near: ['circulaire-2023#R7', 'circulaire-2023#R13'],
  });
  const ask = (answer: Answer, question = QUESTION): Answer =>
    withVerdicts(() => answer, readFacts, corpus, laterLaw)(question, { today: TODAY });

  it('quotes each passage once, under numbers that match', () => {
    const answer = ask(found);
    expect(answer.kind).toBe('verdict');
    expect(answer.data).toMatchObject({ outcome: 'DE_1M_A_9M' });
    expect(answer.near).toEqual(['circulaire-2023#R7', 'circulaire-2023#R13']);
    expect(answer.citations.filter(({ passageId }) => passageId === 'circulaire-2023#R7')).toHaveLength(1);
    const last = answer.citations.length - 1;
    expect(answer.citations[last]).toEqual(r13);
    expect(answer.blocks.slice(-3)).toEqual([
      { kind: 'paragraph', text: ['Voir ', { kind: 'cite', index: last }] },
      { kind: 'list', ordered: false, items: [[{ kind: 'cite', index: 0 }]] },
      { kind: 'quote', citation: last },
    ]);
    expect(renderText(answer)).toContain(
      '3 000 000 €'.replaceAll(' ', '\u202f').replace('\u202f€', '\u00a0€'),
    );
  });

  it('stands alone when the passages say nothing more', () => {
    const answer = ask(passages({ citations: [r7], blocks: [{ kind: 'quote', citation: 0 }] }));
    expect(answer.citations.map(({ quote }) => quote)).not.toContain('R7 entière');
  });

  const notFound = (state: 'near' | 'outside'): Answer => ({
    ...found,
    kind: 'not-found',
    reason: { state, code: 'x' },
  });

  it('answers where the search found nothing sure, but not what the corpus does not cover', () => {
    expect(ask(notFound('near'))).toMatchObject({ kind: 'verdict', data: { outcome: 'DE_1M_A_9M' } });
    expect(ask(notFound('outside')).kind).toBe('not-found');
  });

  it('names the later texts beside the ceiling of a derogation, once', () => {
    const question = 'Dérogation à R9, offre acceptable le 31/07/2026 ?';
    const codes = (answer: Answer): string[] => answer.notices.map(({ code }) => code);
    expect(codes(ask(found, question))).toEqual(['hors-corpus']);
    expect(codes(ask({ ...found, notices: [{ code: 'hors-corpus', text: [''] }] }, question))).toEqual([
      'hors-corpus',
    ]);
    expect(codes(ask(passages({ citations: [r7], blocks: [] })))).toEqual([]);
  });

  it.each([
    ['a question that no rule decides', 'Que dit R7 ?'],
    ['an English question', 'Who controls a project of 3 M€ kept on our own servers on-premises?'],
  ])('leaves %s as it is', (_, question) => {
    expect(ask(found, question)).toBe(found);
  });
});
