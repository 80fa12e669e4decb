import { describe, expect, it } from 'vitest';
import { type SeuilFacts, seuil } from '../../../knowledge/rules/seuil.ts';

const TODAY = '2026-11-22';
const MILLION = 1_000_000_00;

const decide = (facts: SeuilFacts, asOf = TODAY) => {
  const result = seuil(facts, asOf);
  if (result.kind !== 'decided') throw new Error(result.reason);
  return result;
};

describe('bands of the full cost, to the cent', () => {
  it.each([
    [0, 'MOINS_1M', null],
    [MILLION - 1, 'MOINS_1M', null],
    [MILLION, 'DE_1M_A_9M', 'EXACTEMENT_1M'],
    [MILLION + 1, 'DE_1M_A_9M', null],
    [9 * MILLION - 1, 'DE_1M_A_9M', null],
    [9 * MILLION, 'DE_1M_A_9M', 'EXACTEMENT_9M'],
    [9 * MILLION + 1, 'PLUS_9M', null],
    [Number.MAX_SAFE_INTEGER, 'PLUS_9M', null],
  ])('%d cents → %s, %s', (cents, bande, limite) => {
    expect(decide({ cents, derogeR6: null })).toMatchObject({ bande, limite });
  });
});

describe('study and documentation of R7', () => {
  it.each([
    [MILLION - 1, true, 'NON_DUE_SOUS_LE_SEUIL'],
    [MILLION - 1, false, 'NON_DUE_SOUS_LE_SEUIL'],
    [MILLION - 1, null, 'NON_DUE_SOUS_LE_SEUIL'],
    [MILLION, true, 'DUE'],
    [MILLION, false, 'NON_DUE_SANS_DEROGATION'],
    [MILLION, null, 'DUE_SI_DEROGATION_R6'],
    [20 * MILLION, true, 'DUE'],
    [20 * MILLION, false, 'NON_DUE_SANS_DEROGATION'],
    [20 * MILLION, null, 'DUE_SI_DEROGATION_R6'],
  ])('%d cents, derogating from R6: %s → %s', (cents, derogeR6, etude) => {
    expect(decide({ cents, derogeR6 }).etude).toBe(etude);
  });
});

describe('who controls, who is informed, what the texts leave open', () => {
  it.each([
    [
      MILLION - 1,
      null,
      ['AUTORITE_DU_PROJET', 'MINISTERES'],
      null,
      ['CONTROLEUR_NOMME_DIFFEREMMENT', 'TAXES_NON_PRECISEES'],
    ],
    [2 * MILLION, null, ['MINISTERES'], 'DINUM', ['FAQ_SANS_CONDITION_DE_DEROGATION', 'TAXES_NON_PRECISEES']],
    [
      2 * MILLION,
      false,
      ['MINISTERES'],
      'DINUM',
      ['FAQ_SANS_CONDITION_DE_DEROGATION', 'TAXES_NON_PRECISEES'],
    ],
    [2 * MILLION, true, ['MINISTERES'], 'DINUM', ['TAXES_NON_PRECISEES']],
    [9 * MILLION, true, ['MINISTERES'], 'DINUM', ['EGALITE_9M_NON_REGLEE', 'TAXES_NON_PRECISEES']],
    [10 * MILLION, null, ['PROCEDURE_ARTICLE_3'], null, ['FAQ_NE_RAPPELLE_PAS_R7', 'TAXES_NON_PRECISEES']],
    [10 * MILLION, true, ['PROCEDURE_ARTICLE_3'], null, ['FAQ_NE_RAPPELLE_PAS_R7', 'TAXES_NON_PRECISEES']],
    [10 * MILLION, false, ['PROCEDURE_ARTICLE_3'], null, ['TAXES_NON_PRECISEES']],
  ])('%d cents, derogating from R6: %s', (cents, derogeR6, controle, informe, silences) => {
    expect(decide({ cents, derogeR6 })).toMatchObject({ controle, informe, silences });
  });

  it('before the FAQ of 23 February 2024, holds only what the circular says', () => {
    const day = '2024-02-22';
    for (const cents of [0, 2 * MILLION, 10 * MILLION]) {
      const { silences, informe, citations } = decide({ cents, derogeR6: null }, day);
      expect(silences).toEqual(['TAXES_NON_PRECISEES']);
      expect(informe).toBeNull();
      expect(citations.filter(({ passage }) => passage.startsWith('faq'))).toEqual([]);
    }
    expect(decide({ cents: 0, derogeR6: null }, day).controle).toEqual(['MINISTERES']);
    expect(decide({ cents: 0, derogeR6: null }, '2024-02-23').controle).toHaveLength(2);
  });

  it.each([
    [0, ['faq-2024#controle.moins-1M', 'circulaire-2023#R8', 'circulaire-2023#R7']],
    [MILLION, ['circulaire-2023#R7', 'circulaire-2023#R8', 'faq-2024#controle.1M-9M']],
    [9 * MILLION, ['circulaire-2023#R8', 'faq-2024#controle.1M-9M', 'faq-2024#controle.plus-9M']],
    [10 * MILLION, ['circulaire-2023#R8', 'faq-2024#controle.plus-9M', 'circulaire-2023#R7']],
  ])('%d cents: quotes the most telling words first', (cents, first) => {
    const { citations } = decide({ cents, derogeR6: null });
    expect(citations.slice(0, 3).map(({ passage }) => passage)).toEqual(first);
  });
});

describe('what the rule does not answer', () => {
  it.each([
    [{ cents: 0, derogeR6: null }, '2023-05-30', 'not-covered', 'AVANT_LA_CIRCULAIRE_DE_2023'],
    [{ cents: 0, derogeR6: null }, '2023-02-29', 'invalid', 'DATE_INEXISTANTE'],
    [{ cents: 0, derogeR6: null }, '22/11/2026', 'invalid', 'DATE_INEXISTANTE'],
    [{ cents: -1, derogeR6: null }, TODAY, 'invalid', 'MONTANT_INVALIDE'],
    [{ cents: 0.5, derogeR6: null }, TODAY, 'invalid', 'MONTANT_INVALIDE'],
    [{ cents: Number.NaN, derogeR6: null }, TODAY, 'invalid', 'MONTANT_INVALIDE'],
    [{ cents: Number.POSITIVE_INFINITY, derogeR6: null }, TODAY, 'invalid', 'MONTANT_INVALIDE'],
  ])('%j on %s → %s, %s', (facts, asOf, kind, reason) => {
    expect(seuil(facts, asOf)).toEqual({ kind, reason });
  });

  it('answers from the day of the circular', () => {
    expect(seuil({ cents: 0, derogeR6: null }, '2023-05-31').kind).toBe('decided');
  });
});
