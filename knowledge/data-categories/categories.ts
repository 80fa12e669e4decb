import type { RuleCitation } from '../rules/citation.ts';
import {
  R9_CRITERES,
  R9_DEFENSE,
  R9_EXEMPLES_SECRETS,
  R9_HDS,
  R9_MISSIONS,
  R9_PROCEDURES,
  R9_RGPD,
  R9_SECRETS,
} from '../rules/texts/circulaire.ts';
import {
  FAQ_COLLECTIVITES,
  FAQ_DEUX_CONDITIONS,
  FAQ_ETAT_CIVIL,
  FAQ_HDS,
  FAQ_RGPD_NE_SUFFIT_PAS,
} from '../rules/texts/faq.ts';

/** What the texts say of a kind of data. To be reviewed by a lawyer: each line rests on its quotations alone. */
export interface DataCategory {
  readonly code: DataCategoryCode;
  /** Whether a text names this kind of data; otherwise the quotations are the nearest ones. */
  readonly named: boolean;
  /** Ways to say it, folded: lower case, no accents; matched as whole words. */
  readonly words: readonly string[];
  /** Most telling first. */
  readonly citations: readonly [RuleCitation, ...RuleCitation[]];
}

export type DataCategoryCode =
  | 'ETAT_CIVIL'
  | 'DONNEES_MEDICALES'
  | 'PAIE_ET_AGENTS'
  | 'DONNEES_PERSONNELLES'
  | 'DONNEES_ARTICLES_9_ET_10'
  | 'PROCEDURES_JUDICIAIRES'
  | 'DEFENSE_ET_SURETE'
  | 'SECRET_DES_AFFAIRES'
  | 'VIE_PRIVEE'
  | 'FISCALES_ET_SOCIALES'
  | 'ORDRE_PUBLIC'
  | 'DONNEES_OUVERTES';

export const DATA_CATEGORIES: readonly DataCategory[] = [
  {
    code: 'ETAT_CIVIL',
    named: true,
    words: ['etat civil', 'actes de naissance', 'acte de naissance', 'actes de mariage', 'actes de deces'],
    citations: [FAQ_ETAT_CIVIL, FAQ_COLLECTIVITES, FAQ_DEUX_CONDITIONS, R9_RGPD],
  },
  {
    code: 'DONNEES_MEDICALES',
    named: true,
    words: [
      'medical',
      'medicale',
      'medicales',
      'medicaux',
      'sante',
      'patient',
      'patients',
      'hds',
      'hopital',
      'ordonnances',
      'dossier patient',
      'arrets maladie',
    ],
    citations: [R9_EXEMPLES_SECRETS, FAQ_HDS, R9_HDS, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'PAIE_ET_AGENTS',
    named: false,
    words: [
      'paie',
      'paye',
      'salaires',
      'remuneration',
      'remunerations',
      'rh',
      'sirh',
      'ressources humaines',
      'agents',
      'annuaire',
      'carriere',
      'carrieres',
      'conges',
      'notations',
      'entretiens professionnels',
    ],
    citations: [R9_RGPD, FAQ_RGPD_NE_SUFFIT_PAS, FAQ_DEUX_CONDITIONS, R9_EXEMPLES_SECRETS],
  },
  {
    code: 'DONNEES_ARTICLES_9_ET_10',
    named: true,
    words: [
      'syndical',
      'syndicale',
      'syndicales',
      'syndicaux',
      'biometrique',
      'biometriques',
      'biometrie',
      'religion',
      'religieuses',
      'opinions politiques',
      'origine ethnique',
      'orientation sexuelle',
      'genetiques',
      'casier judiciaire',
      'condamnations',
      'infractions',
      'article 9',
      'articles 9',
      'article 10',
    ],
    citations: [FAQ_RGPD_NE_SUFFIT_PAS, FAQ_DEUX_CONDITIONS, R9_RGPD],
  },
  {
    code: 'DONNEES_PERSONNELLES',
    named: true,
    words: [
      'personnelles',
      'personnelle',
      'nominatives',
      'nominatif',
      'rgpd',
      'caractere personnel',
      'usagers',
      'adresses',
    ],
    citations: [R9_RGPD, FAQ_RGPD_NE_SUFFIT_PAS, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'PROCEDURES_JUDICIAIRES',
    named: true,
    words: [
      'judiciaire',
      'judiciaires',
      'penal',
      'penale',
      'penales',
      'penaux',
      'tribunal',
      'tribunaux',
      'juridiction',
      'juridictions',
      'contentieux',
      'enquetes',
      'instruction',
    ],
    citations: [R9_PROCEDURES, R9_SECRETS, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'DEFENSE_ET_SURETE',
    named: true,
    words: [
      'defense',
      'militaire',
      'militaires',
      'secret defense',
      'surete',
      'renseignement',
      'diplomatique',
      'diplomatiques',
      'diplomatie',
      'deliberations du gouvernement',
      'politique exterieure',
    ],
    citations: [R9_DEFENSE, R9_SECRETS, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'SECRET_DES_AFFAIRES',
    named: true,
    words: [
      'secret des affaires',
      'procedes',
      'brevet',
      'brevets',
      'industriel',
      'industrielle',
      'industrielles',
      'commerciales',
      'propriete intellectuelle',
      'marches publics',
      'offres des candidats',
      'donnees economiques',
    ],
    citations: [R9_EXEMPLES_SECRETS, R9_SECRETS, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'VIE_PRIVEE',
    named: true,
    words: ['vie privee'],
    citations: [R9_EXEMPLES_SECRETS, R9_RGPD, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'FISCALES_ET_SOCIALES',
    named: false,
    words: [
      'fiscal',
      'fiscale',
      'fiscales',
      'impots',
      'allocataires',
      'prestations sociales',
      'sociales',
      'mineurs',
      'eleves',
    ],
    citations: [R9_EXEMPLES_SECRETS, R9_RGPD, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'ORDRE_PUBLIC',
    named: true,
    words: [
      'police',
      'gendarmerie',
      'ordre public',
      'securite nationale',
      'securite publique',
      'secours',
      'mission essentielle',
      'missions essentielles',
      'crise',
    ],
    citations: [R9_MISSIONS, R9_CRITERES, FAQ_DEUX_CONDITIONS],
  },
  {
    code: 'DONNEES_OUVERTES',
    named: false,
    words: [
      'open data',
      'opendata',
      'donnees ouvertes',
      'donnees publiques',
      'site vitrine',
      'site institutionnel',
      'statistiques',
    ],
    citations: [R9_CRITERES, FAQ_DEUX_CONDITIONS, R9_SECRETS],
  },
];
