import type { RuleCitation } from './citation.ts';
import { and, checkDay, type Invalid, type Known, type NotCovered, or } from './result.ts';
import type { SensibiliteOutcome } from './sensibilite-types.ts';
import { seuil } from './seuil.ts';
import * as c from './texts/circulaire.ts';
import type { IsoDate } from './time/iso-date.ts';

/** A project of a bound entity; null = not known. */
export interface ObligationFacts {
  /** New project, or major evolution in the sense of R6. */
  readonly nouveau: Known;
  /** Commercial offer, internal cloud, or no cloud at all (which derogates from R6). */
  readonly hebergement: 'commercial' | 'interne' | 'hors_cloud' | null;
  /** Software as a service used by agents (R12–R15) rather than a product built by a team. */
  readonly serviceUtilisateur: Known;
  /** Bespoke software is considered. */
  readonly surMesure: Known;
  /** Full cost in integer cents. */
  readonly cents: number | null;
  readonly sensibilite: SensibiliteOutcome | null;
}

export type ObligationCode =
  | 'R1_CHERCHER_UNE_SOLUTION_CLOUD'
  | 'R2_FORMER'
  | 'R3_INCITER_ET_CONTROLER'
  | 'R4_REVERSIBILITE'
  | 'R5_RESILIENCE'
  | 'R5_DETECTION_ET_ISOLATION'
  | 'R6_CLOUD_PAR_DEFAUT'
  | 'R7_DOCUMENTER_LA_DEROGATION'
  | 'R8_CONTROLE'
  | 'R9_PROTECTION_DES_DONNEES'
  | 'R9_SECNUMCLOUD'
  | 'R10_PORTABILITE'
  | 'R11_SUITE_INTERMINISTERIELLE'
  | 'R12_SERVICES_ADDITIONNELS'
  | 'R13_PAS_DE_SUR_MESURE'
  | 'R14_CONFORMITE_DE_L_EDITEUR'
  | 'R15_DIVERSITE_DES_FOURNISSEURS';

export interface Obligation {
  readonly code: ObligationCode;
  /** Who owes it: the project's team, its administration, or DINUM. */
  readonly porteur: 'PROJET' | 'ADMINISTRATION' | 'DINUM';
  /** null = depends on a fact that is not known. */
  readonly applicable: Known;
  readonly citation: RuleCitation;
}

export interface Obligations {
  readonly kind: 'decided';
  /** All rules in order, each with whether it applies. */
  readonly liste: readonly Obligation[];
}

/**
 * The checklist R1–R15 for a project of an entity bound by the circular of 2023.
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const obligations = (facts: ObligationFacts, asOf: IsoDate): Obligations | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  const { nouveau, serviceUtilisateur, surMesure } = facts;
  const etude = etudeOf(facts, asOf);
  if (etude !== null && typeof etude === 'object') return etude;
  const commercial = is(facts.hebergement, 'commercial');
  const cloud = negate(is(facts.hebergement, 'hors_cloud'));
  const equipes = negate(serviceUtilisateur);
  return {
    kind: 'decided',
    liste: [
      projet('R1_CHERCHER_UNE_SOLUTION_CLOUD', nouveau, c.R1),
      { code: 'R2_FORMER', porteur: 'ADMINISTRATION', applicable: true, citation: c.R2 },
      { code: 'R3_INCITER_ET_CONTROLER', porteur: 'ADMINISTRATION', applicable: true, citation: c.R3 },
      projet('R4_REVERSIBILITE', commercial, c.R4_REVERSIBILITE),
      projet('R5_RESILIENCE', cloud, c.R5_ZONES),
      projet('R5_DETECTION_ET_ISOLATION', commercial, c.R5_DETECTION),
      projet('R6_CLOUD_PAR_DEFAUT', and(nouveau, equipes), c.R6_DEFAUT),
      projet('R7_DOCUMENTER_LA_DEROGATION', etude, c.R7),
      projet('R8_CONTROLE', true, c.R8),
      projet('R9_PROTECTION_DES_DONNEES', commercial, c.R9_RGPD),
      projet('R9_SECNUMCLOUD', and(commercial, isRequired(facts.sensibilite)), c.R9_QUALIFICATION),
      projet('R10_PORTABILITE', and(cloud, equipes), c.R10),
      { code: 'R11_SUITE_INTERMINISTERIELLE', porteur: 'DINUM', applicable: true, citation: c.R11 },
      projet('R12_SERVICES_ADDITIONNELS', serviceUtilisateur, c.R12),
      projet('R13_PAS_DE_SUR_MESURE', or(surMesure, serviceUtilisateur), c.R13),
      projet('R14_CONFORMITE_DE_L_EDITEUR', serviceUtilisateur, c.R14),
      {
        code: 'R15_DIVERSITE_DES_FOURNISSEURS',
        porteur: 'ADMINISTRATION',
        applicable: true,
        citation: c.R15,
      },
    ],
  };
};

const projet = (code: ObligationCode, applicable: Known, citation: RuleCitation): Obligation => ({
  code,
  porteur: 'PROJET',
  applicable,
  citation,
});

/** R7 is owed by a team that does without cloud (derogates from R6), from the threshold of its full cost. */
const etudeOf = ({ hebergement, cents }: ObligationFacts, asOf: IsoDate): Known | NotCovered | Invalid => {
  const horsCloud = is(hebergement, 'hors_cloud');
  if (cents === null) return horsCloud === false ? false : null;
  const cost = seuil({ cents, derogeR6: horsCloud }, asOf);
  if (cost.kind !== 'decided') return cost;
  if (cost.etude === 'DUE_SI_DEROGATION_R6') return null;
  return cost.etude === 'DUE';
};

const isRequired = (outcome: SensibiliteOutcome | null): Known => {
  if (outcome === null || outcome === 'A_EVALUER') return null;
  return outcome === 'SNC_REQUIS' || outcome === 'SNC_REQUIS_SI_COMMERCIAL';
};

const is = <T>(value: T | null, wanted: T): Known => (value === null ? null : value === wanted);

const negate = (value: Known): Known => (value === null ? null : !value);
