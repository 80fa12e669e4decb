import type { FactName } from '../../knowledge/project/facts.ts';
import type { KeyKind } from '../../knowledge/project/keys.ts';
import type { FactError } from '../../knowledge/project/read-fact.ts';
import type { EntiteDeclaree, ProjetDeclare, Service } from '../../knowledge/rules/dossier-types.ts';
import type { Atteinte } from '../../knowledge/rules/sensibilite-types.ts';

/** What each fact is called. */
export const FACT: Record<FactName, string> = {
  nom: 'Projet',
  porteur: 'Porteur',
  entite: 'Entité',
  etat: 'État du projet',
  prestataire_change: 'Changement de prestataire',
  part: 'Part du coût initial',
  hebergement: 'Hébergement',
  fournisseur: 'Fournisseur ou offre',
  extraeuropeen: 'Fournisseur de droit extra-européen',
  service: 'Service',
  collaboratif: 'Service collaboratif offert aux agents',
  donnees: 'Données',
  personnelles: 'Données personnelles',
  sante: 'Données de santé',
  secret: 'Secret protégé par la loi',
  mission: 'Mission essentielle de l’État',
  atteintes: 'Atteintes possibles',
  cout: 'Coût complet',
  offre_acceptable: 'Date d’offre acceptable',
};

export const ENTITE: Record<EntiteDeclaree, string> = {
  administration_centrale: 'administration de l’État',
  organisme_sous_tutelle: 'opérateur de l’État',
  collectivite: 'collectivité',
  incertaine: 'entité à vérifier',
  autre: 'hors État et collectivités',
};

export const ETAT: Record<ProjetDeclare['nature'], string> = {
  nouveau: 'nouveau projet',
  evolution: 'évolution',
  maintenance: 'maintenance',
  engage: 'projet déjà engagé',
};

export const HEBERGEMENT = {
  commercial: 'offre commerciale',
  interne: 'cloud interne de l’État',
  hors_cloud: 'hors cloud',
} as const;

export const SERVICE: Record<Service, string> = {
  messagerie: 'messagerie',
  visioconference: 'visioconférence',
  messagerie_instantanee: 'messagerie instantanée',
  partage_documents: 'partage de documents',
  suite_bureautique: 'suite bureautique',
  autre_collaboratif: 'outil collaboratif',
  sirh: 'SIRH',
  application_metier: 'application métier',
  site: 'site ou téléservice',
  sauvegarde: 'sauvegarde ou secours',
  recette: 'recette ou préproduction',
  developpement: 'développement ou bac à sable',
};

export const ATTEINTE: Record<Atteinte, string> = {
  ordre_public: 'ordre public',
  securite_publique: 'sécurité publique',
  sante_vie: 'santé et vie des personnes',
  propriete_intellectuelle: 'propriété intellectuelle',
};

/** Names of categories of data that their code does not spell as a reader would. */
export const DONNEE: Readonly<Record<string, string>> = {
  sante: 'santé',
  rh: 'ressources humaines',
  etat_civil: 'état civil',
  secret_affaires: 'secret des affaires',
  open_data: 'données ouvertes',
  defense: 'défense',
  deliberations: 'délibérations',
  identite: 'identité',
  biometrie: 'biométrie',
  scolaire: 'scolarité',
};

/** What is expected of a key. */
export const EXPECTED: Record<KeyKind, string> = {
  text: 'un texte de 200 caractères au plus, entre guillemets s’il a plusieurs mots',
  provider: 'un nom de fournisseur ou d’offre',
  choice: 'une valeur de la liste',
  'yes-no': 'oui, non ou ?',
  percent: 'un pourcentage, par exemple 60 %',
  data: 'des natures de données, par exemple paie, santé',
  harms:
    'ordre_public, securite_publique, sante_vie, propriete_intellectuelle, séparées par des virgules, ou aucune',
  amount: 'un montant en euros qui ne se lit que d’une façon, par exemple 3,5 M€',
  date: 'une date, par exemple 2026-07-31',
};

export const WRONG: Record<FactError, string> = {
  VALEUR_INCONNUE: 'Cette valeur n’est pas de la liste.',
  OUI_OU_NON: 'Ce n’est ni oui ni non.',
  POURCENTAGE: 'Ce n’est pas un pourcentage.',
  MONTANT: 'Ce montant n’est pas compris, ou peut se lire de plusieurs façons.',
  DATE: 'Cette date n’est pas comprise, ou peut se lire de plusieurs façons.',
  DONNEES_INCONNUES: 'Cette nature de données n’est pas connue.',
  TEXTE: 'Le texte est vide ou trop long.',
  DONNEE_PERSONNELLE: 'La fiche ne garde pas d’adresse électronique.',
};

export const EXAMPLE = '!projet opérateur, refonte à 60 %, SIRH chez Outscale, 3,5 M€, données de paie';

/** On what the sheet rests: said wherever duties are. */
export const RESTS_ON =
  'D’après ce que l’équipe déclare, non vérifié. L’analyse et la décision reviennent à l’entité.';

/** The same, on a phone. */
export const RESTS_SHORT = 'Selon l’équipe, non vérifié ; la décision revient à l’entité.';

/** Said before anything is entered. */
export const WARNING =
  'La fiche est visible de tout le salon. N’y écrivez ni donnée personnelle, ni information protégée par un secret.';

export const ONE_ROOM_ONE_PROJECT =
  'Un salon, une fiche : pour un autre projet, ouvrez un salon privé, invitez-y le robot et commencez-y sa fiche.';
