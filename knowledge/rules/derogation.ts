import type { RuleCitation } from './citation.ts';
import { derogationNote2021, type ServiceBureautique } from './derogation-note-2021.ts';
import { type Plafond, plafond } from './plafond.ts';
import { and, checkDay, type Invalid, type Known, type NotCovered } from './result.ts';
import { seuil } from './seuil.ts';
import { R6_DEFAUT, R7, R9_DEROGATION } from './texts/circulaire.ts';
import { FAQ_DEROGATION_DECONSEILLEE, FAQ_PREUVE } from './texts/faq.ts';
import { inForce, isPublished } from './texts/in-force.ts';
import { type IsoDate, readDate } from './time/iso-date.ts';

/** What is asked of which rule; null = not known. */
export type DerogationFacts =
  /** To do without any cloud. Full cost in integer cents. */
  | { readonly regle: 'R6'; readonly cents: number | null }
  /** To use an unqualified commercial offer for particularly sensitive data. */
  | {
      readonly regle: 'R9';
      readonly projetDejaEngage: Known;
      /** Proof that the guarantees of SecNumCloud are met (FAQ). */
      readonly preuve: Known;
      /** Day at which an acceptable offer is available: given by the user, designated by no text. */
      readonly offreAcceptable: IsoDate | null;
    }
  /** Office 365 under the note of 2021. */
  | {
      readonly regle: 'NOTE_2021';
      readonly tresAvance: Known;
      readonly service: ServiceBureautique | null;
      readonly offreAcceptable: IsoDate | null;
    };

export type DerogationCondition =
  | 'DOCUMENTER_AUPRES_DE_LA_DINUM'
  | 'ETUDE_COMPARATIVE'
  | 'PROJET_DEJA_ENGAGE'
  | 'RESPONSABILITE_DU_MINISTRE'
  | 'VALIDATION_DU_PREMIER_MINISTRE'
  | 'PREUVE_DES_GARANTIES_SECNUMCLOUD'
  | 'PROJET_TRES_AVANCE_AU_5_JUILLET_2021'
  | 'MESSAGERIE_OU_DRIVE_PERSONNEL';

export type DerogationDivergence =
  /** The FAQ does not repeat « pour les projets déjà engagés ». */
  | 'FAQ_SANS_PROJETS_ENGAGES'
  /** The note rests on the version of 2021 of R9, which the circular of 2023 rewrote. */
  | 'NOTE_FONDEE_SUR_2021';

export interface DerogationResult {
  /** `decided` once every condition that can be checked is known. */
  readonly kind: 'decided' | 'undetermined';
  /** False when a condition is known to fail; null while one is unknown. True never means « granted ». */
  readonly envisageable: Known;
  readonly conditions: readonly DerogationCondition[];
  /** Conditions known to fail. */
  readonly obstacles: readonly DerogationCondition[];
  readonly missing: readonly string[];
  /** Latest end, if the texts set one and the date of the acceptable offer is given. */
  readonly plafond: Plafond | null;
  readonly divergences: readonly DerogationDivergence[];
  readonly citations: readonly RuleCitation[];
}

/**
 * Derogations to R6 (R7), to R9 (its last paragraph, and the FAQ), and the note of 2021.
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export function derogation(facts: DerogationFacts, asOf: IsoDate): DerogationResult | NotCovered | Invalid {
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
}

/** R7: documented to DINUM with a study from one million; no text sets a term. */
function derogationR6(cents: number | null, asOf: IsoDate): DerogationResult | NotCovered | Invalid {
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
}
