import type { RuleCitation } from '../citation.ts';
import type { DerogationResult } from '../derogation-types.ts';
import type { EntiteDeclaree } from '../dossier-types.ts';
import type { Obligation } from '../obligations-types.ts';
import type { Plafond } from '../plafond.ts';
import type { Invalid, Known, NotCovered } from '../result.ts';
import type { SensibiliteDecided, SensibiliteOutcome } from '../sensibilite-types.ts';
import type { SeuilDecided } from '../seuil.ts';
import type { NatureNommee } from './nature.ts';

/** Whether the doctrine binds the entity. `INCERTAIN`: named, but the texts do not settle it. */
export type ScopeCode = 'DANS_LE_CHAMP' | 'INCERTAIN' | 'HORS_CHAMP' | 'CHAMP_A_PRECISER';

export type R6Code =
  | 'R6_APPLICABLE'
  /** Neither a new project nor a major evolution (a change of provider aside, where it was not said). */
  | 'R6_NON_VISE'
  /** Stays out of the cloud, from the threshold of R7: to be documented to DINUM, with the study. */
  | 'R6_DEROGATION_A_DOCUMENTER'
  /** Stays out of the cloud, under that threshold: the texts ask for no file at DINUM. */
  | 'R6_DEROGATION_SANS_DOSSIER_DINUM'
  | 'R6_A_PRECISER';

export type ControleCode =
  | 'CONTROLE_AUTORITE_PROJET'
  | 'CONTROLE_MINISTERE'
  | 'CONTROLE_GRANDS_PROJETS'
  | 'CONTROLE_A_PRECISER';

/** What R9 asks of the data, and what R12 and R14 add for services offered to agents. */
export type R9Code =
  | Exclude<SensibiliteOutcome, 'HORS_CHAMP'>
  | 'R9_PRODUCTION_ET_RECETTE'
  | 'R12_LIBRE'
  | 'R14_R9_IMPERATIVE'
  | 'NOTE_2021_NON_CONFORME';

export type DerogationCode = 'DEROGATION_R9_TRANSITOIRE' | 'DEROGATION_R9_NON';

/** Duties that follow from the hosting. */
export type DevoirCode = 'R4_REVERSIBILITE' | 'R5_PLUSIEURS_ZONES';

export type DossierCode = ScopeCode | R6Code | ControleCode | R9Code | DerogationCode | DevoirCode;

/** A fact that was not declared. */
export type MissingFact =
  | 'entite'
  | 'projet'
  | 'changementPrestataire'
  | 'part'
  | 'hebergement'
  | 'secret'
  | 'mission'
  | 'atteintes'
  | 'cents'
  | 'preuve'
  | 'projetDejaEngage'
  | 'offreAcceptable';

export type DossierTopic = 'CHAMP' | 'R9' | 'R6' | 'CONTROLE' | 'DEROGATION_R9';

export interface Missing {
  readonly fact: MissingFact;
  /** What it decides. */
  readonly decides: DossierTopic;
}

export interface DossierScope {
  readonly entite: EntiteDeclaree | null;
  /** Whether the doctrine binds the entity; null = not said, or not settled by the texts. */
  readonly bound: Known;
  readonly code: ScopeCode;
  readonly citations: readonly RuleCitation[];
}

export interface DossierR6 {
  readonly code: R6Code;
  /** Whether R6 aims at the project; null = not known. */
  readonly vise: Known;
  readonly reason:
    | 'PROJET_NOUVEAU'
    | 'CHANGEMENT_DE_PRESTATAIRE'
    | 'EVOLUTION_D_AU_MOINS_LA_MOITIE'
    | 'EVOLUTION_MINEURE'
    | null;
  /** Exactly 50 %, or a change of provider alone: the FAQ says otherwise, the circular prevails. */
  readonly divergence: boolean;
  readonly missing: readonly Missing[];
  readonly citations: readonly RuleCitation[];
}

export interface DossierDerogations {
  readonly r6: DerogationResult | null;
  readonly r9: DerogationResult;
  /** Only for Office 365 and its services. */
  readonly note2021: DerogationResult | null;
}

/**
 * What the doctrine says of a project as declared. Out of scope, `codes` is `HORS_CHAMP` alone and every rule that
 * binds only the State is null.
 */
export interface DossierFound {
  readonly kind: 'decided' | 'undetermined';
  /** Most decisive first. Where the entity is not known, they hold for an entity bound by the doctrine. */
  readonly codes: readonly DossierCode[];
  /** Most decisive first. */
  readonly missing: readonly Missing[];
  readonly scope: DossierScope;
  /** Example of R9 that the declared data are: its first condition is met by it. */
  readonly nature: NatureNommee | null;
  /** R9, with the scope as it is known. */
  readonly sensibilite: SensibiliteDecided;
  /** R9 for an entity bound by the doctrine: the other branch, where the scope is open. */
  readonly sensibiliteSiSoumise: SensibiliteDecided | null;
  readonly seuil: SeuilDecided | null;
  readonly r6: DossierR6 | null;
  readonly derogations: DossierDerogations | null;
  readonly plafond: Plafond | null;
  /** R1 to R15, with the scope as it is known: where the entity may not be bound, nothing is owed for sure. */
  readonly obligations: readonly Obligation[] | null;
  /** R1 to R15 for an entity bound by the doctrine, where the scope is open. */
  readonly obligationsSiSoumise: readonly Obligation[] | null;
  /** Most telling first, each once. */
  readonly citations: readonly RuleCitation[];
}

export type Dossier = DossierFound | NotCovered | Invalid;
