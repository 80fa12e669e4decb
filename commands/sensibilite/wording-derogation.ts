import type { DerogationCondition, DerogationDivergence } from '../../knowledge/rules/derogation-types.ts';

export const CONDITION: Record<DerogationCondition, string> = {
  DOCUMENTER_AUPRES_DE_LA_DINUM: 'documentation auprès de la DINUM',
  ETUDE_COMPARATIVE: 'étude comparative',
  PROJET_DEJA_ENGAGE: 'projet déjà engagé',
  RESPONSABILITE_DU_MINISTRE: 'responsabilité du ministre dont relève le projet',
  VALIDATION_DU_PREMIER_MINISTRE: 'validation du Premier ministre',
  PREUVE_DES_GARANTIES_SECNUMCLOUD: 'preuve que les garanties de SecNumCloud sont réunies (FAQ)',
  PROJET_TRES_AVANCE_AU_5_JUILLET_2021: 'projet très avancé au 5 juillet 2021',
  MESSAGERIE_OU_DRIVE_PERSONNEL: 'messagerie ou drive personnel seulement',
};

export const DIVERGENCE: Record<DerogationDivergence, string> = {
  FAQ_SANS_PROJETS_ENGAGES:
    'La FAQ ne rappelle pas que la circulaire réserve la dérogation aux projets déjà engagés : la circulaire prévaut.',
  NOTE_FONDEE_SUR_2021: 'La note se fonde sur la règle R9 de 2021, réécrite en 2023.',
};

export const PLAFOND =
  'Elle est transitoire : douze mois au plus après la date à laquelle une offre acceptable est disponible en France.';
