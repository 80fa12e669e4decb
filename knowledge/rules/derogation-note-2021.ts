import type { DerogationFacts, DerogationResult } from './derogation-types.ts';
import type { Plafond } from './plafond.ts';
import { and, type Known } from './result.ts';
import { R14 } from './texts/circulaire.ts';
import {
  NOTE_DEROGATION,
  NOTE_NON_CONFORME,
  NOTE_SERVICES_ADMIS,
  NOTE_SERVICES_EXCLUS,
} from './texts/note-2021.ts';

type NoteFacts = Extract<DerogationFacts, { readonly regle: 'NOTE_2021' }>;

/** Note of 15 September 2021: very advanced projects, mail and personal drive only, the minister alone. */
export const derogationNote2021 = (
  { tresAvance, service }: NoteFacts,
  plafond: Plafond | null,
): DerogationResult => {
  const admis: Known = service === null ? null : service === 'messagerie' || service === 'drive_personnel';
  const envisageable = and(tresAvance, admis);
  return {
    kind: envisageable === null ? 'undetermined' : 'decided',
    envisageable,
    conditions: [
      'PROJET_TRES_AVANCE_AU_5_JUILLET_2021',
      'MESSAGERIE_OU_DRIVE_PERSONNEL',
      'RESPONSABILITE_DU_MINISTRE',
    ],
    obstacles: [
      ...(tresAvance === false ? (['PROJET_TRES_AVANCE_AU_5_JUILLET_2021'] as const) : []),
      ...(admis === false ? (['MESSAGERIE_OU_DRIVE_PERSONNEL'] as const) : []),
    ],
    missing: [
      ...(tresAvance === null ? ['tresAvance'] : []),
      ...(admis === null ? ['service'] : []),
      ...(plafond === null ? ['offreAcceptable'] : []),
    ],
    plafond,
    divergences: ['NOTE_FONDEE_SUR_2021'],
    citations: [NOTE_NON_CONFORME, NOTE_DEROGATION, NOTE_SERVICES_ADMIS, NOTE_SERVICES_EXCLUS, R14],
  };
};
