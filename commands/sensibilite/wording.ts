import type {
  Atteinte,
  Hebergement,
  Regime,
  SensibiliteAlert,
  SensibiliteFacts,
  SensibiliteOutcome,
  SensibiliteReason,
} from '../../knowledge/rules/sensibilite-types.ts';

export const VERDICT: Record<SensibiliteOutcome, string> = {
  SNC_REQUIS:
    'SecNumCloud est requis : les deux conditions de R9 sont réunies et l’offre est commerciale (une qualification européenne au moins équivalente est admise).',
  SNC_NON_REQUIS: 'SecNumCloud n’est pas requis par R9 : l’une des deux conditions manque.',
  SNC_REQUIS_SI_COMMERCIAL:
    'SecNumCloud est requis si l’offre retenue est commerciale : les deux conditions de R9 sont réunies ; le cloud interne de l’État est l’autre voie.',
  R9_CLOUD_INTERNE_NON_VISE:
    'L’exigence SecNumCloud de R9 ne vise pas le cloud interne de l’État : elle porte sur le recours à une offre commerciale.',
  HORS_CHAMP:
    'Hors du champ de la doctrine : R9 ne s’impose pas à une entité qui n’est ni de l’État ni placée sous sa tutelle.',
  A_EVALUER: 'À évaluer : il manque des éléments pour conclure.',
};

export const RAISON: Record<SensibiliteReason, string> = {
  ENTITE_HORS_CHAMP:
    'Les collectivités ne sont pas tenues à la doctrine ; pour elles, SecNumCloud est « adapté », pas requis.',
  OFFRE_NON_COMMERCIALE: 'R9 s’ouvre par : « Dans le cas d’un recours à une offre de cloud commerciale ».',
  SECRET_PROTEGE: 'Première condition : les données relèvent d’un secret protégé par la loi.',
  MISSION_ESSENTIELLE:
    'Première condition : les données sont nécessaires à une mission essentielle de l’État.',
  NI_SECRET_NI_MISSION:
    'Première condition non remplie : ni secret protégé par la loi, ni mission essentielle de l’État.',
  ATTEINTE_POSSIBLE:
    'Seconde condition : leur violation est susceptible d’engendrer une atteinte que R9 nomme.',
  AUCUNE_ATTEINTE: 'Seconde condition non remplie : aucune des atteintes que R9 nomme.',
  REQUIS_SI_ENTITE_SOUMISE:
    'Les deux conditions sont réunies : si l’entité est soumise à la doctrine, une offre commerciale devra être qualifiée SecNumCloud.',
  CHAMP_SANS_EFFET: 'Le résultat est le même que l’entité soit ou non soumise à la doctrine.',
  AUTRES_REGIMES_NE_SUFFISENT_PAS:
    'Des données personnelles, même celles des articles 9 et 10 du RGPD, ou de santé ne suffisent pas à elles seules.',
};

export const REGIME: Record<Regime, string> = {
  RGPD: 'RGPD : conformité requise pour les données à caractère personnel',
  IMMUNITE_DEMANDES_ETATS_TIERS:
    'Articles 28 et 48 du RGPD : données immunisées contre les demandes d’autorités d’États tiers, hors accord international en vigueur',
  HDS: 'Hébergement de données de santé (HDS) : l’hébergeur doit être conforme à cette législation',
  R14: 'R14 : pour ces services aux agents, la conformité de l’éditeur à R9 est impérative',
};

export const ALERTE: Record<SensibiliteAlert, string> = {
  VERIFIER_SECRET_MEDICAL:
    'Des données de santé sont annoncées sans secret protégé par la loi, alors que R9 cite le secret médical parmi ces secrets : vérifiez ce point.',
  TRANSFERTS_HORS_UE:
    'Transferts hors de l’UE : R9 rappelle que l’hébergement dans l’UE, l’EEE ou un pays tiers couvert par une décision d’adéquation permet un niveau de protection adéquat ; elle ne dresse pas de liste de pays.',
};

/** What must be found out, by fact. */
export const MANQUE: Record<keyof SensibiliteFacts, string> = {
  champ:
    'si l’entité relève de l’État ou est placée sous sa tutelle (liste du jaune budgétaire, selon la FAQ)',
  hebergement: 'si l’hébergement sera une offre commerciale ou le cloud interne de l’État',
  secret: 'si les données relèvent d’un secret protégé par la loi',
  mission: 'si les données sont nécessaires à une mission essentielle de l’État',
  atteintes:
    'si une violation porterait atteinte à l’ordre public, à la sécurité publique, à la santé et la vie des personnes ou à la propriété intellectuelle',
  personnelles: 'si des données sont à caractère personnel',
  sante: 'si des données sont de santé',
  collaboratif: 'si c’est un service collaboratif ou logiciel offert aux agents',
};

/** Names of the facts, in the order in which they are recalled. */
export const FAIT: Record<keyof SensibiliteFacts, string> = {
  champ: 'entité dans le champ',
  hebergement: 'hébergement',
  secret: 'secret protégé',
  mission: 'mission essentielle',
  atteintes: 'atteintes possibles',
  personnelles: 'données personnelles',
  sante: 'données de santé',
  collaboratif: 'service aux agents',
};

export const ATTEINTE: Record<Atteinte, string> = {
  ordre_public: 'ordre public',
  securite_publique: 'sécurité publique',
  sante_vie: 'santé et vie des personnes',
  propriete_intellectuelle: 'propriété intellectuelle',
};

export const HEBERGEMENT: Record<Hebergement, string> = {
  commercial: 'offre commerciale',
  interne: 'cloud interne de l’État',
};

export const SENSIBILITE = {
  title: 'Sensibilité des données (R9)',
  facts: 'Faits retenus',
  regimes: 'S’appliquent en tout état de cause',
  missing: 'Éléments manquants',
  missingForRegimes: 'Non précisé, sans effet sur le résultat',
  analysis:
    'L’entité porteuse du projet est en charge de cette analyse, sous l’angle DICT : disponibilité, intégrité, confidentialité, traçabilité',
  derogation: 'Dérogation à R9',
  unknown: 'non précisé',
  none: 'aucune',
} as const;
