import type { DutyFact } from '../../knowledge/project/duties.ts';
import type {
  Obligation,
  ObligationCode,
  ObligationSilence,
} from '../../knowledge/rules/obligations-types.ts';
import type { SeuilDecided } from '../../knowledge/rules/seuil.ts';

/** Each duty in a few words; its quotation stands behind `!regle`. */
export const DUTY: Record<ObligationCode, string> = {
  R1_CHERCHER_UNE_SOLUTION_CLOUD: 'rechercher une solution cloud',
  R2_FORMER: 'volet cloud dans les recrutements et la formation',
  R3_INCITER_ET_CONTROLER: 'processus d’incitation et de contrôle',
  R4_REVERSIBILITE: 'fin de contrat et réversibilité, provisionnées dès le lancement',
  R5_RESILIENCE: 'plusieurs zones géographiques, selon la criticité',
  R5_DETECTION_ET_ISOLATION: 'détection et isolation d’une compromission',
  R6_CLOUD_PAR_DEFAUT: 'cloud par défaut, interne ou commercial',
  R7_DOCUMENTER_LA_DEROGATION: 'documenter la dérogation à R6 à la DINUM, étude comparative à l’appui',
  R8_CONTROLE: 'contrôle de la doctrine, selon le coût complet',
  R9_PROTECTION_DES_DONNEES: 'données personnelles : RGPD, transferts, immunité',
  R9_SECNUMCLOUD: 'offre SecNumCloud (ou équivalent européen) et immunité',
  R10_PORTABILITE: 'portabilité multi-clouds',
  R11_SUITE_INTERMINISTERIELLE: 'suite collaborative interministérielle',
  R12_SERVICES_ADDITIONNELS: 'service en plus de la suite : un ministère le peut, si R14 est respectée',
  R13_PAS_DE_SUR_MESURE: 'pas de sur-mesure s’il existe un équivalent',
  R14_CONFORMITE_DE_L_EDITEUR: 'éditeur conforme à R9, infrastructures et services',
  R15_DIVERSITE_DES_FOURNISSEURS: 'diversité des fournisseurs',
};

/** R8 once the full cost is known; what only the FAQ says is said since the FAQ. */
export const controlWords = ({ controle, informe }: SeuilDecided): string => {
  if (controle.includes('PROCEDURE_ARTICLE_3'))
    return 'contrôle des grands projets (décret n° 2019-1088, article 3)';
  if (controle.includes('AUTORITE_DU_PROJET'))
    return 'contrôle par l’autorité du projet (FAQ) et le ministère';
  return `contrôle par le ministère${informe === null ? '' : ', qui informe la DINUM (FAQ)'}`;
};

/** What the texts leave to be read, after « dépend de la lecture : ». */
export const READING: Record<ObligationSilence, string> = {
  R1_REFONTE: 'R1 dit « nouveau projet », la FAQ ajoute les refontes de plus de 50 %',
  MAINTENANCE_EST_ELLE_UN_PROJET: 'les textes ne disent pas si la maintenance est un projet',
  R8_SANS_R6: 'R8 ne distingue pas, la FAQ réserve la doctrine aux nouveaux projets et aux refontes',
  R10_LOGICIEL_A_LA_DEMANDE: 'R10 parle de la plateforme des équipes informatiques',
  R12_DIT_LES_MINISTERES: 'R12 dit « les ministères »',
  R13_PRODUIT_EXISTANT: 'R13 parle de « nouveaux logiciels sur mesure »',
  R14_HORS_OFFRE_COMMERCIALE: 'R14 renvoie à R9, qui parle d’une offre commerciale',
  R9_SANTE_SANS_DONNEES_PERSONNELLES: 'des données de santé, dites non personnelles',
};

export const OWNER: Record<Obligation['porteur'], string> = {
  PROJET: 'projet',
  ADMINISTRATION: 'administration',
  DINUM: 'DINUM',
};

/** A fact that a duty waits for, within a sentence. */
export const WAITS_FOR: Record<DutyFact, string> = {
  entite: 'l’entité',
  projet: 'l’état du projet',
  changementPrestataire: 'un changement de prestataire',
  part: 'la part du coût initial',
  hebergement: 'l’hébergement',
  secret: 'un secret protégé',
  mission: 'une mission essentielle',
  atteintes: 'les atteintes possibles',
  cents: 'le coût complet',
  preuve: 'la preuve des garanties',
  projetDejaEngage: 'un projet déjà engagé',
  offreAcceptable: 'la date d’offre acceptable',
  service: 'un service offert aux agents',
  personnelles: 'des données personnelles',
};

/** The question whose answer decides most, in a few words. */
export const SHORT_QUESTION: Record<DutyFact, string> = {
  entite: 'quelle entité porte le projet ?',
  projet: 'nouveau projet, ou évolution ?',
  changementPrestataire: 'le prestataire change-t-il ?',
  part: 'quelle part du coût initial ?',
  hebergement: 'offre commerciale, cloud interne ou hors cloud ?',
  secret: 'un secret protégé par la loi ?',
  mission: 'des données d’une mission essentielle ?',
  atteintes: 'quelles atteintes en cas de violation ?',
  cents: 'quel coût complet ?',
  preuve: 'la preuve des garanties SecNumCloud ?',
  projetDejaEngage: 'le projet était-il déjà engagé ?',
  offreAcceptable: 'quelle date d’offre acceptable ?',
  service: 'un service offert aux agents ?',
  personnelles: 'des données personnelles ?',
};
