import type { RuleCitation } from './citation.ts';
import type { Known } from './result.ts';

/** Harms named by R9, « susceptible d'engendrer une atteinte à… ». */
export const ATTEINTES = [
  'ordre_public',
  'securite_publique',
  'sante_vie',
  'propriete_intellectuelle',
] as const;
export type Atteinte = (typeof ATTEINTES)[number];

export type Hebergement = 'commercial' | 'interne';

/** What is known of a system; null = not known. */
export interface SensibiliteFacts {
  /** The entity is bound by the doctrine (central administration, body under its supervision). */
  readonly champ: Known;
  readonly hebergement: Hebergement | null;
  /** Data under a secret protected by law (CRPA, articles L.311-5 and L.311-6). */
  readonly secret: Known;
  /** Data necessary to the essential missions of the State. */
  readonly mission: Known;
  /** Harms that a violation could cause; [] = none. */
  readonly atteintes: readonly Atteinte[] | null;
  readonly personnelles: Known;
  readonly sante: Known;
  /** Collaborative or on-demand software service offered to agents (R11, R12). */
  readonly collaboratif: Known;
}

export type SensibiliteOutcome =
  | 'SNC_REQUIS'
  | 'SNC_NON_REQUIS'
  | 'SNC_REQUIS_SI_COMMERCIAL'
  | 'R9_CLOUD_INTERNE_NON_VISE'
  | 'HORS_CHAMP'
  | 'A_EVALUER';

/** What applies whatever the sensitivity. */
export type Regime = 'RGPD' | 'IMMUNITE_DEMANDES_ETATS_TIERS' | 'HDS' | 'R14';

export type SensibiliteReason =
  | 'ENTITE_HORS_CHAMP'
  | 'OFFRE_NON_COMMERCIALE'
  | 'SECRET_PROTEGE'
  | 'MISSION_ESSENTIELLE'
  | 'NI_SECRET_NI_MISSION'
  | 'ATTEINTE_POSSIBLE'
  | 'AUCUNE_ATTEINTE'
  /** Both conditions are met: all that is open is whether the entity is bound (and the hosting). */
  | 'REQUIS_SI_ENTITE_SOUMISE'
  /** The answer holds whether or not the entity is bound. */
  | 'CHAMP_SANS_EFFET'
  /** GDPR articles 9 and 10 data, or health data, do not suffice by themselves. */
  | 'AUTRES_REGIMES_NE_SUFFISENT_PAS';

export type SensibiliteAlert =
  /** Health data, and « no legal secret »: R9 lists medical secrecy among the protected secrets. */
  'VERIFIER_SECRET_MEDICAL' | 'TRANSFERTS_HORS_UE';

export type Critere = 'DISPONIBILITE' | 'INTEGRITE' | 'CONFIDENTIALITE' | 'TRACABILITE';

export interface SensibiliteDecided {
  readonly kind: 'decided' | 'undetermined';
  readonly outcome: SensibiliteOutcome;
  readonly reasons: readonly SensibiliteReason[];
  readonly regimes: readonly Regime[];
  readonly alerts: readonly SensibiliteAlert[];
  /** Unknown facts that could change the outcome; empty unless `A_EVALUER`. */
  readonly missing: readonly (keyof SensibiliteFacts)[];
  /** Unknown facts that could only add a regime. */
  readonly missingForRegimes: readonly (keyof SensibiliteFacts)[];
  /** Security criteria under which the violation is to be assessed. */
  readonly criteres: readonly Critere[];
  /** Most telling first. */
  readonly citations: readonly RuleCitation[];
}
