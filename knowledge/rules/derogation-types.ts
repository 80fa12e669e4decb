import type { RuleCitation } from './citation.ts';
import type { Plafond } from './plafond.ts';
import type { Known } from './result.ts';
import type { IsoDate } from './time/iso-date.ts';

/** Services that the note names. */
export type ServiceBureautique =
  | 'messagerie'
  | 'drive_personnel'
  | 'documentaire'
  | 'collaboratif'
  | 'messagerie_instantanee'
  | 'audioconference'
  | 'visioconference'
  | 'webinaire';

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
