import type { AmountError, AmountWarning } from '../../knowledge/amounts/amount.ts';
import type { Bande, Controle, EtudeR7, Limite, SeuilSilence } from '../../knowledge/rules/seuil.ts';

export const BANDE: Record<Bande, string> = {
  MOINS_1M: 'moins de 1 million d’euros',
  DE_1M_A_9M: 'de 1 à 9 millions d’euros',
  PLUS_9M: 'plus de 9 millions d’euros',
};

export const ETUDE: Record<EtudeR7, string> = {
  DUE: 'la dérogation à R6 est à documenter auprès de la DINUM, avec une étude comparative (aspects économiques, juridiques, métiers et de sécurité)',
  DUE_SI_DEROGATION_R6:
    'si l’équipe déroge à R6 (pas de cloud), le documenter auprès de la DINUM, avec une étude comparative (aspects économiques, juridiques, métiers et de sécurité)',
  NON_DUE_SANS_DEROGATION:
    'sans dérogation à R6, R7 ne demande ni documentation auprès de la DINUM ni étude comparative',
  NON_DUE_SOUS_LE_SEUIL:
    'sous 1 million d’euros, R7 ne demande ni documentation auprès de la DINUM ni étude comparative ; le cloud par défaut (R6) reste la règle',
};

export const CONTROLE: Record<Controle, string> = {
  AUTORITE_DU_PROJET: 'l’autorité en charge du projet, selon la FAQ',
  MINISTERES: 'les ministères',
  PROCEDURE_ARTICLE_3:
    'la procédure de contrôle de conception des grands projets informatiques de l’État (article 3 du décret n° 2019-1088)',
};

export const INFORME = {
  DINUM: 'la DINUM, par les ministères, selon la FAQ',
  nobody: 'les textes n’en disent rien',
} as const;

export const LIMITE: Record<Limite, string> = {
  EXACTEMENT_1M: 'Exactement 1 million d’euros : le seuil est compris, R7 dit « d’au moins un million ».',
  EXACTEMENT_9M:
    'Exactement 9 millions d’euros : cas limite que R8 ne règle pas, ni « au-delà » ni « sous » le seuil.',
};

export const SILENCE: Record<SeuilSilence, string> = {
  TAXES_NON_PRECISEES:
    'Les textes parlent de « coût complet » sans dire s’il s’entend hors taxes ou toutes taxes comprises.',
  EGALITE_9M_NON_REGLEE:
    'La FAQ range « Entre 1 et 9 millions » auprès des ministères : c’est la lecture retenue ici par défaut, à confirmer auprès de la DINUM.',
  FAQ_SANS_CONDITION_DE_DEROGATION:
    'La FAQ demande l’étude comparative sans rappeler la condition de R7 (déroger à R6) : la circulaire prévaut.',
  FAQ_NE_RAPPELLE_PAS_R7:
    'R7 n’a pas de plafond : une équipe qui déroge à R6 doit l’étude comparative, même si la ligne de la FAQ ne le rappelle pas.',
  CONTROLEUR_NOMME_DIFFEREMMENT:
    'R8 confie ce contrôle aux ministères, la FAQ à l’autorité en charge du projet : les deux sont cités.',
};

export const AVERTISSEMENT: Record<AmountWarning, (shown: string) => string> = {
  SANS_UNITE: (shown) =>
    `Montant lu : ${shown}, car aucune unité n’était indiquée. Pour des milliers ou des millions : 500 k€, 3 M€.`,
  NUL: () => 'Montant lu : 0 €. Vérifiez que le coût complet est bien celui-là.',
  APPROCHE: (shown) => `Montant lu : ${shown}. Près d’un seuil, une valeur approchée ne suffit pas.`,
  ARRONDI: (shown) => `Montant lu, au centime : ${shown}.`,
  TAXES: () =>
    'Hors taxes ou toutes taxes comprises, le montant est pris tel quel : les textes ne tranchent pas.',
};

/** What was expected, by error. */
export const ATTENDU: Record<AmountError, string> = {
  VIDE: 'Aucun montant n’a été lu. Le coût complet du projet, en euros, est attendu.',
  PAS_UN_NOMBRE: 'Ce n’est pas un montant. Le coût complet du projet, en euros, est attendu.',
  NEGATIF: 'Le montant est négatif. Un coût complet, positif ou nul, est attendu.',
  DEVISE: 'Les seuils de la doctrine sont en euros. Un montant en euros est attendu.',
  PLUSIEURS_MONTANTS: 'Un seul montant est attendu, qui ne puisse pas se lire de deux façons.',
};
