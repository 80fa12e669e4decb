import type { Entite } from './champ.ts';
import type { RuleCitation } from './citation.ts';
import type { ProjetDeclare } from './dossier-types.ts';
import type { Known } from './result.ts';
import type { SensibiliteOutcome } from './sensibilite-types.ts';

/** A project of an entity that the doctrine binds, or would bind; null = not known. */
export interface ObligationFacts {
  readonly entite: Extract<Entite, 'administration_centrale' | 'organisme_sous_tutelle'> | null;
  readonly nature: ProjetDeclare['nature'] | null;
  /** Cost of the evolution, in percent of the cost of building the initial product. */
  readonly part: number | null;
  /** Whether R6 aims at the project: new, or a major evolution. */
  readonly vise: Known;
  /** Commercial offer, internal cloud, or no cloud at all (which derogates from R6). */
  readonly hebergement: 'commercial' | 'interne' | 'hors_cloud' | null;
  readonly personnelles: Known;
  readonly sante: Known;
  /** Software as a service offered to agents (R11, R12, hence R14) rather than a product built by a team. */
  readonly serviceUtilisateur: Known;
  /** New bespoke software is considered. */
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

/** Why the texts do not settle whether a rule applies, whatever else is known: it depends on how they are read. */
export type ObligationSilence =
  /** R1 speaks of a « nouveau projet »; the FAQ counts a « refonte de plus de 50 % » as concerned. */
  | 'R1_REFONTE'
  /** « Tout projet » (R4, R5), « la plateforme cloud retenue » (R10): is maintenance one? */
  | 'MAINTENANCE_EST_ELLE_UN_PROJET'
  /** R8 makes no difference between projects; the FAQ says concerned a new one, or a « refonte ». */
  | 'R8_SANS_R6'
  /** R10 speaks to « les équipes informatiques », of their platform: does it speak of software on demand? */
  | 'R10_LOGICIEL_A_LA_DEMANDE'
  /** R12 says « les ministères »: an operator is none. */
  | 'R12_DIT_LES_MINISTERES'
  /** R13 speaks of « nouveaux logiciels sur mesure »: an existing product may or may not be given some. */
  | 'R13_PRODUIT_EXISTANT'
  /** R14 asks for R9, which speaks of commercial offers. */
  | 'R14_HORS_OFFRE_COMMERCIALE'
  /** R9 speaks of personal data, and of health data « de plus »: health data said not to be personal. */
  | 'R9_SANTE_SANS_DONNEES_PERSONNELLES';

export interface Obligation {
  readonly code: ObligationCode;
  /** Who owes it: the project's team, its administration, or DINUM. */
  readonly porteur: 'PROJET' | 'ADMINISTRATION' | 'DINUM';
  /** null = depends on a fact that is not known, or on a reading that the texts leave open. */
  readonly applicable: Known;
  /** Reading on which it depends; null where it depends on facts alone, or on nothing. */
  readonly silence: ObligationSilence | null;
  readonly citation: RuleCitation;
}

export interface Obligations {
  readonly kind: 'decided';
  /** All rules in order, each with whether it applies. */
  readonly liste: readonly Obligation[];
}
