import type { DataCategoryCode } from '../../knowledge/data-categories/categories.ts';

/** Name of each kind of data, and what the quotations that follow come to. */
export const CATEGORY: Record<DataCategoryCode, { readonly name: string; readonly says: string }> = {
  ETAT_CIVIL: {
    name: 'État civil',
    says: 'Pour les collectivités, qui n’y sont pas tenues, la FAQ juge SecNumCloud « adapté » à l’état civil. Une entité de l’État examine les deux conditions de R9.',
  },
  DONNEES_MEDICALES: {
    name: 'Données de santé, dossiers médicaux',
    says: 'R9 cite le secret médical parmi les secrets protégés ; la législation sur l’hébergement de données de santé s’applique de plus. Relever du HDS ne suffit pas à exiger SecNumCloud : la seconde condition (une atteinte) doit être remplie aussi.',
  },
  PAIE_ET_AGENTS: {
    name: 'Paie et données des agents',
    says: 'Les données des agents sont des données à caractère personnel : le RGPD s’applique. Cela ne suffit pas à exiger SecNumCloud ; tout dépend des deux conditions de R9.',
  },
  DONNEES_PERSONNELLES: {
    name: 'Données à caractère personnel',
    says: 'Le RGPD s’applique. Une donnée personnelle n’exige pas SecNumCloud à elle seule : les deux conditions de R9 doivent être réunies.',
  },
  DONNEES_ARTICLES_9_ET_10: {
    name: 'Données des articles 9 et 10 du RGPD',
    says: 'Entrer dans ces catégories ne suffit pas à exiger SecNumCloud : la seconde condition doit être remplie aussi.',
  },
  PROCEDURES_JUDICIAIRES: {
    name: 'Procédures devant les juridictions',
    says: 'R9 les cite parmi les secrets protégés (première condition). Reste la seconde : l’atteinte qu’une violation engendrerait.',
  },
  DEFENSE_ET_SURETE: {
    name: 'Défense, politique extérieure, sûreté de l’État',
    says: 'R9 les cite parmi les secrets protégés (première condition). Reste la seconde : l’atteinte qu’une violation engendrerait.',
  },
  SECRET_DES_AFFAIRES: {
    name: 'Secret des affaires, données industrielles et commerciales',
    says: 'R9 cite le secret des affaires parmi les secrets protégés, et la propriété intellectuelle parmi les atteintes possibles. Données personnelles ou non, les deux conditions sont à examiner.',
  },
  VIE_PRIVEE: {
    name: 'Données touchant à la vie privée',
    says: 'R9 cite le secret de la vie privée parmi les secrets protégés (première condition). Reste la seconde : l’atteinte qu’une violation engendrerait.',
  },
  FISCALES_ET_SOCIALES: {
    name: 'Données fiscales, sociales, d’élèves ou de mineurs',
    says: 'Selon le cas, elles peuvent relever d’un secret protégé par la loi, tel celui de la vie privée que R9 cite : c’est à l’entité porteuse du projet de le dire. Le RGPD s’applique aux données à caractère personnel.',
  },
  ORDRE_PUBLIC: {
    name: 'Missions essentielles de l’État',
    says: 'R9 range parmi les données d’une sensibilité particulière celles qui sont nécessaires aux missions essentielles de l’État (première condition). Reste la seconde : l’atteinte qu’une violation engendrerait.',
  },
  DONNEES_OUVERTES: {
    name: 'Données ouvertes ou publiées',
    says: 'Les deux conditions de R9 s’examinent comme pour toute donnée, sous chacun des angles cités.',
  },
};

export const CATEGORIES_WORDING = {
  title: 'Ce que les textes disent de ces données',
  notNamed: 'Aucun texte du corpus ne nomme ces données : les extraits les plus proches sont cités.',
  offer:
    'Le résultat dépend de l’entité, de l’hébergement et des atteintes possibles. Pour l’examiner pas à pas : ',
} as const;
