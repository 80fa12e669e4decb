import type { RuleCitation } from './citation.ts';
import { checkDay, type Invalid, type Known, type NotCovered } from './result.ts';
import { seuilControleCents, seuilEtudeCents } from './seuil-values.ts';
import { R6_DEFAUT, R7, R8 } from './texts/circulaire.ts';
import { FAQ_COUT_COMPLET, FAQ_ETUDE_ET_MINISTERES, FAQ_MOINS_1M, FAQ_PLUS_9M } from './texts/faq.ts';
import { inForce, isPublished } from './texts/in-force.ts';
import { valueAt } from './time/dated.ts';
import type { IsoDate } from './time/iso-date.ts';

/** Full cost (« coût complet ») in integer euro cents; the texts do not say whether taxes are included. */
export interface SeuilFacts {
  readonly cents: number;
  /** Whether the team derogates from R6 (no cloud at all); null = not said. */
  readonly derogeR6: Known;
}

export type Bande = 'MOINS_1M' | 'DE_1M_A_9M' | 'PLUS_9M';
export type Limite = 'EXACTEMENT_1M' | 'EXACTEMENT_9M';
/** Study and documentation of R7: owed, owed only by a team that derogates from R6, or not owed, and why. */
export type EtudeR7 = 'DUE' | 'DUE_SI_DEROGATION_R6' | 'NON_DUE_SANS_DEROGATION' | 'NON_DUE_SOUS_LE_SEUIL';
/** Who controls. `AUTORITE_DU_PROJET` is the FAQ's wording under 1 M€, where R8 says « les ministères ». */
export type Controle = 'MINISTERES' | 'AUTORITE_DU_PROJET' | 'PROCEDURE_ARTICLE_3';
export type SeuilSilence =
  /** No text says whether the full cost includes taxes. */
  | 'TAXES_NON_PRECISEES'
  /** R8 settles neither side of exactly nine millions. */
  | 'EGALITE_9M_NON_REGLEE'
  /** The FAQ's row asks for the study without R7's condition (derogating from R6). */
  | 'FAQ_SANS_CONDITION_DE_DEROGATION'
  /** The FAQ's last row does not recall R7, which has no ceiling. */
  | 'FAQ_NE_RAPPELLE_PAS_R7'
  /** Under 1 M€, R8 and the FAQ name the controller in different words. */
  | 'CONTROLEUR_NOMME_DIFFEREMMENT';

export interface SeuilDecided {
  readonly kind: 'decided';
  readonly bande: Bande;
  readonly limite: Limite | null;
  readonly etude: EtudeR7;
  readonly controle: readonly Controle[];
  /** Who is informed of the control, when a text says so. */
  readonly informe: 'DINUM' | null;
  readonly silences: readonly SeuilSilence[];
  /** Most telling first. */
  readonly citations: readonly RuleCitation[];
}

/**
 * R7 and R8 of the circular of 2023, with the FAQ's table of control.
 * @param facts full cost in integer cents, ≥ 0
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const seuil = (facts: SeuilFacts, asOf: IsoDate): SeuilDecided | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  const { cents, derogeR6 } = facts;
  if (!Number.isSafeInteger(cents) || cents < 0) return { kind: 'invalid', reason: 'MONTANT_INVALIDE' };
  const etudeFrom = valueAt(seuilEtudeCents, asOf);
  const controleAbove = valueAt(seuilControleCents, asOf);
  if (etudeFrom === null || controleAbove === null) {
    return { kind: 'not-covered', reason: 'AVANT_LA_CIRCULAIRE_DE_2023' };
  }
  const faq = isPublished(FAQ_COUT_COMPLET, asOf);
  const bande = bandeOf(cents, etudeFrom.value, controleAbove.value);
  const limite = limiteOf(cents, etudeFrom.value, controleAbove.value);
  return {
    kind: 'decided',
    bande,
    limite,
    etude: etudeOf(bande, derogeR6),
    controle: controleOf(bande, faq),
    informe: faq && bande === 'DE_1M_A_9M' ? 'DINUM' : null,
    silences: silencesOf(bande, limite, derogeR6, faq),
    citations: inForce(citationsOf(bande, limite), asOf),
  };
};

/** R7 « d'au moins un million » includes the million; R8 « au-delà du seuil de neuf millions » excludes the nine. */
const bandeOf = (cents: number, etudeFrom: number, controleAbove: number): Bande => {
  if (cents < etudeFrom) return 'MOINS_1M';
  return cents > controleAbove ? 'PLUS_9M' : 'DE_1M_A_9M';
};

const limiteOf = (cents: number, etudeFrom: number, controleAbove: number): Limite | null => {
  if (cents === etudeFrom) return 'EXACTEMENT_1M';
  return cents === controleAbove ? 'EXACTEMENT_9M' : null;
};

/** R7 has no ceiling: above nine millions a derogating team still owes its study. */
const etudeOf = (bande: Bande, derogeR6: Known): EtudeR7 => {
  if (bande === 'MOINS_1M') return 'NON_DUE_SOUS_LE_SEUIL';
  if (derogeR6 === false) return 'NON_DUE_SANS_DEROGATION';
  return derogeR6 === true ? 'DUE' : 'DUE_SI_DEROGATION_R6';
};

const controleOf = (bande: Bande, faq: boolean): readonly Controle[] => {
  if (bande === 'PLUS_9M') return ['PROCEDURE_ARTICLE_3'];
  return bande === 'MOINS_1M' && faq ? ['AUTORITE_DU_PROJET', 'MINISTERES'] : ['MINISTERES'];
};

const silencesOf = (
  bande: Bande,
  limite: Limite | null,
  derogeR6: Known,
  faq: boolean,
): readonly SeuilSilence[] => {
  const silences: SeuilSilence[] = [];
  if (limite === 'EXACTEMENT_9M') silences.push('EGALITE_9M_NON_REGLEE');
  if (faq && bande === 'MOINS_1M') silences.push('CONTROLEUR_NOMME_DIFFEREMMENT');
  if (faq && bande === 'DE_1M_A_9M' && derogeR6 !== true) silences.push('FAQ_SANS_CONDITION_DE_DEROGATION');
  if (faq && bande === 'PLUS_9M' && derogeR6 !== false) silences.push('FAQ_NE_RAPPELLE_PAS_R7');
  return [...silences, 'TAXES_NON_PRECISEES'];
};

const citationsOf = (bande: Bande, limite: Limite | null): readonly RuleCitation[] => {
  if (bande === 'MOINS_1M') return [FAQ_MOINS_1M, R8, R7, FAQ_COUT_COMPLET, R6_DEFAUT];
  if (bande === 'PLUS_9M') return [R8, FAQ_PLUS_9M, R7, FAQ_COUT_COMPLET];
  if (limite === 'EXACTEMENT_9M') return [R8, FAQ_ETUDE_ET_MINISTERES, FAQ_PLUS_9M, R7];
  return [R7, R8, FAQ_ETUDE_ET_MINISTERES, FAQ_COUT_COMPLET];
};
