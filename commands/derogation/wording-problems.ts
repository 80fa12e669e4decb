import type { ValueError } from '../../knowledge/register/read-value.ts';
import type { EntryError } from '../../knowledge/register/validate.ts';

export type LineError = 'CLE_INCONNUE' | 'CLE_REPETEE' | 'MOT_SANS_CLE' | 'GUILLEMET_NON_FERME';

export type TableError =
  | 'COLONNE_INCONNUE'
  | 'COLONNE_REPETEE'
  | 'LIGNE_CLOSE'
  | 'ECHEANCE_DOUBLE'
  | 'COLONNE_MANQUANTE'
  | 'CELLULES_EN_TROP'
  | 'CSV_ILLISIBLE'
  | 'AUCUNE_LIGNE'
  | 'TROP_DE_LIGNES'
  | 'DOUBLON_DU_FICHIER'
  | 'DOUBLON_DU_REGISTRE'
  | 'COLONNE_CALCULEE'
  | 'DEJA_CLOSE'
  | 'NUMERO_AUTRE_PROJET'
  | 'NUMERO_REPETE';

export type ProblemCode = ValueError | EntryError | LineError | TableError;

/** What is wrong; what was expected follows. */
export const PROBLEM: Record<ProblemCode, string> = {
  DATE_ILLISIBLE: 'Ce n’est pas une date.',
  DATE_AMBIGUE: 'Cette date peut se lire de plusieurs façons.',
  DATE_INEXISTANTE: 'Ce jour n’existe pas au calendrier.',
  DATE_HORS_PERIODE: 'Cette date est hors des années 2000 à 2099.',
  REGLE_INCONNUE: 'Cette règle n’est pas de celles auxquelles on déroge ici.',
  SERVICE_INCONNU: 'La note de 2021 ne nomme pas ce service.',
  OUI_OU_NON: 'Ce n’est ni oui ni non.',
  IDENTIFIANT_MATRIX: 'Ce n’est pas un identifiant Matrix.',
  TEXTE_VIDE: 'La valeur manque.',
  TEXTE_LONG: 'Le texte est trop long.',
  DONNEE_PERSONNELLE:
    'Le registre ne garde pas d’adresse électronique : les personnes y figurent par leur seul identifiant Matrix.',
  CLE_MANQUANTE: 'Cette clé est obligatoire.',
  CLE_SANS_OBJET: 'Cette clé est sans objet pour cette règle.',
  FIN_AVANT_DECISION: 'La fin précède la décision.',
  CLE_INCONNUE: 'Cette clé n’existe pas.',
  CLE_REPETEE: 'Cette clé est donnée deux fois.',
  MOT_SANS_CLE: 'Ce mot n’appartient à aucune clé ; une valeur de plusieurs mots se met entre guillemets.',
  GUILLEMET_NON_FERME: 'Le guillemet ouvert n’est pas fermé.',
  COLONNE_INCONNUE: 'Cette colonne n’existe pas.',
  LIGNE_CLOSE: 'Cette ligne est close : l’import n’inscrit que des dérogations ouvertes.',
  ECHEANCE_DOUBLE: 'L’échéance de cette ligne est donnée deux fois, par deux dates.',
  COLONNE_REPETEE: 'Cette colonne est donnée deux fois.',
  COLONNE_MANQUANTE: 'Cette colonne est obligatoire.',
  CELLULES_EN_TROP: 'La ligne a plus de cellules que la ligne de titres.',
  CSV_ILLISIBLE: 'Le tableau ne se lit pas à partir d’ici ; un guillemet n’est peut-être pas fermé.',
  AUCUNE_LIGNE: 'Le tableau n’a aucune ligne sous ses titres.',
  TROP_DE_LIGNES: 'Le tableau a plus de 2 000 lignes : importez-le en plusieurs fois.',
  DOUBLON_DU_FICHIER:
    'Le même projet, la même règle et la même référence figurent plus haut dans le tableau.',
  DOUBLON_DU_REGISTRE:
    'Le registre a déjà une dérogation ouverte de même projet, même règle et même référence ; pour la changer, donnez son numéro dans une colonne « numero ».',
  COLONNE_CALCULEE: 'Cette colonne est calculée : la changer ici ne changerait rien.',
  DEJA_CLOSE: 'Cette dérogation est close au registre : elle ne change plus.',
  NUMERO_AUTRE_PROJET: 'Le registre donne ce numéro à un autre projet.',
  NUMERO_REPETE: 'Ce numéro figure plus haut dans le tableau.',
};
