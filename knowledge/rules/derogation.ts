import { derogationNote2021 } from './derogation-note-2021.ts';
import type { DerogationFacts, DerogationResult } from './derogation-types.ts';
import { plafond } from './plafond.ts';
import { and, checkDay, type Invalid, type NotCovered } from './result.ts';
import { seuil } from './seuil.ts';
import { R6_DEFAUT, R7, R9_DEROGATION } from './texts/circulaire.ts';
import { FAQ_DEROGATION_DECONSEILLEE, FAQ_PREUVE } from './texts/faq.ts';
import { inForce, isPublished } from './texts/in-force.ts';
import { type IsoDate, readDate } from './time/iso-date.ts';

/**
 * Derogations to R6 (R7), to R9 (its last paragraph, and the FAQ), and the note of 2021.
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const derogation = (
  facts: DerogationFacts,
  asOf: IsoDate,
): DerogationResult | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  if (facts.regle === 'R6') return derogationR6(facts.cents, asOf);
  if (facts.offreAcceptable !== null && readDate(facts.offreAcceptable) === null) {
    return { kind: 'invalid', reason: 'DATE_INEXISTANTE' };
  }
  const end = facts.offreAcceptable === null ? null : plafond(facts.offreAcceptable, asOf);
  if (facts.regle === 'NOTE_2021') return derogationNote2021(facts, end);
  const engage = facts.projetDejaEngage;
  const faq = isPublished(FAQ_PREUVE, asOf);
  const preuve = faq ? facts.preuve : true;
  const envisageable = and(engage, preuve);
  return {
    kind: envisageable === null ? 'undetermined' : 'decided',
    envisageable,
    conditions: [
      'PROJET_DEJA_ENGAGE',
      'RESPONSABILITE_DU_MINISTRE',
      'VALIDATION_DU_PREMIER_MINISTRE',
      ...(faq ? (['PREUVE_DES_GARANTIES_SECNUMCLOUD'] as const) : []),
    ],
    obstacles: [
      ...(engage === false ? (['PROJET_DEJA_ENGAGE'] as const) : []),
      ...(preuve === false ? (['PREUVE_DES_GARANTIES_SECNUMCLOUD'] as const) : []),
    ],
    missing: [
      ...(engage === null ? ['projetDejaEngage'] : []),
      ...(preuve === null ? ['preuve'] : []),
      ...(end === null ? ['offreAcceptable'] : []),
    ],
    plafond: end,
    divergences: faq ? ['FAQ_SANS_PROJETS_ENGAGES'] : [],
    citations: inForce([R9_DEROGATION, FAQ_DEROGATION_DECONSEILLEE, FAQ_PREUVE], asOf),
  };
};

/** R7: documented to DINUM with a study from one million; no text sets a term. */
const derogationR6 = (cents: number | null, asOf: IsoDate): DerogationResult | NotCovered | Invalid => {
  const cost = cents === null ? null : seuil({ cents, derogeR6: true }, asOf);
  if (cost !== null && cost.kind !== 'decided') return cost;
  const due = cost === null || cost.etude === 'DUE';
  return {
    kind: cost === null ? 'undetermined' : 'decided',
    envisageable: cost === null ? null : true,
    conditions: due ? ['DOCUMENTER_AUPRES_DE_LA_DINUM', 'ETUDE_COMPARATIVE'] : [],
    obstacles: [],
    missing: cost === null ? ['cents'] : [],
    plafond: null,
    divergences: [],
    citations: [R7, R6_DEFAUT],
  };
};
