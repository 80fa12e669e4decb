import type { Lang } from '../../knowledge/answer/answer.ts';
import type { Asks } from '../../knowledge/facts/asks.ts';
import type { DossierCode, DossierFound } from '../../knowledge/rules/dossier/result.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';

/** Points of the doctrine that a question may ask about and that no declared fact decides. */
export type AskedCode =
  | 'R9_LOCALISATION'
  | 'R7_SI_DEROGATION'
  | 'COUT_HT_OU_TTC'
  | 'NOTE_2021_DEROGATION'
  | 'R13_SUR_ETAGERE'
  | 'CLOUD_INTERNE_DEUX_OFFRES'
  | 'CLOUD_INTERNE_OUVERT'
  | 'EXCEPTION_ARMEES';

/** Everything that the first sentence of a verdict may say. */
export type VerdictCode = DossierCode | AskedCode;

/** What a sentence of a verdict rests on. */
export interface Said {
  readonly facts: DossierFacts;
  readonly found: DossierFound;
  readonly asks: Asks;
  readonly lang: Lang;
}

/** A code, said of one situation. */
export type Sentence = (said: Said) => string;
