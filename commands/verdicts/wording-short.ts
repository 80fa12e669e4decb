import type { Lang } from '../../knowledge/answer/answer.ts';
import { isOpen } from '../../knowledge/rules/dossier/nature.ts';
import { goesToCloud } from './choose.ts';
import type { Said, VerdictCode } from './codes.ts';

/** The verdict in a few words, for the last line of a long answer: nothing that it depends on is left out. */
export const inShort = (codes: readonly VerdictCode[], said: Said): string | null => {
  const parts = codes.map((code) => SHORT[said.lang][code]?.(said) ?? null);
  const text = parts.every((part) => part !== null) ? parts.join(' ; ') : '';
  return text === '' ? null : `${text}.`;
};

type Short = Partial<Record<VerdictCode, (said: Said) => string | null>>;

/** Who goes to a cloud derogates from nothing: only the rule is told. A provider that is named is one. */
const hasCloud = (facts: Said['facts']): boolean => goesToCloud(facts) || facts.fournisseur !== null;

const ifAimed = ({ found }: Said): string =>
  found.r6?.vise === null ? ', si le projet est nouveau ou son évolution majeure' : '';

const R6_FR = () => 'R6 ne vise que les nouveaux projets et les évolutions majeures';
const R6_EN = () => 'R6 only applies to new projects and major evolutions';

/** What is said of these after another verdict, which is what was asked. */
export const AFTER: Record<Lang, Short> = {
  fr: {
    R6_NON_VISE: () =>
      'R6 ne vise que les nouveaux projets et les évolutions majeures (autre prestataire, au moins 50 % du coût initial).',
    R6_A_PRECISER: () =>
      'R6 ne vise que les nouveaux projets et les évolutions majeures (autre prestataire, au moins 50 % du coût initial).',
    CONTROLE_AUTORITE_PROJET: () =>
      'Sous 1 M€, contrôle par l’autorité en charge du projet (FAQ) et les ministères (R8).',
    CONTROLE_GRANDS_PROJETS: () =>
      'Au-delà de 9 M€, contrôle dans la procédure des grands projets (article 3 du décret n° 2019-1088) (R8).',
    R6_APPLICABLE: ({ facts }) =>
      hasCloud(facts) ? 'Le cloud, interne ou commercial, est la règle par défaut (R6).' : null,
  },
  en: {
    R6_NON_VISE: () =>
      'R6 only applies to new projects and major evolutions (another provider, at least 50 % of the initial cost).',
    R6_A_PRECISER: () =>
      'R6 only applies to new projects and major evolutions (another provider, at least 50 % of the initial cost).',
  },
};

const SHORT: Record<Lang, Short> = {
  fr: {
    DANS_LE_CHAMP: () => 'votre entité est dans le champ',
    INCERTAIN: () => 'champ à vérifier au jaune budgétaire',
    CHAMP_A_PRECISER: () => 'champ à vérifier au jaune budgétaire',
    HORS_CHAMP: ({ facts }) =>
      facts.entite === 'collectivite'
        ? 'hors du champ de la doctrine'
        : 'hors du champ, sauf si votre entité est un opérateur de l’État',
    R6_APPLICABLE: () => 'le cloud est la règle par défaut (R6)',
    R6_NON_VISE: R6_FR,
    R6_A_PRECISER: R6_FR,
    CONTROLE_AUTORITE_PROJET: () => 'contrôle par l’autorité en charge du projet et les ministères',
    CONTROLE_MINISTERE: () => 'contrôle par les ministères',
    CONTROLE_GRANDS_PROJETS: () => 'contrôle par la procédure des grands projets (article 3)',
    CONTROLE_A_PRECISER: () => 'le contrôle dépend du coût complet',
    SNC_REQUIS: () => 'au vu de ce que vous déclarez, SecNumCloud (ou équivalent) et immunité requis',
    SNC_REQUIS_SI_COMMERCIAL: () =>
      'au vu de ce que vous déclarez, SecNumCloud (ou équivalent) et immunité requis d’une offre commerciale',
    SNC_NON_REQUIS: ({ facts }) =>
      `au vu de ce que vous déclarez, SecNumCloud non requis${isOpen(facts) ? ', sauf mission essentielle' : ''}`,
    A_EVALUER: () => 'SecNumCloud à évaluer selon les deux conditions de R9',
    R9_CLOUD_INTERNE_NON_VISE: () => 'R9 ne vise pas le cloud interne de l’État',
    R14_R9_IMPERATIVE: () => 'conformité à R9 impérative pour un service additionnel (R14)',
    NOTE_2021_NON_CONFORME: () => 'non conforme selon la note de 2021 ; R9 de 2023 à vérifier (R14)',
    R12_LIBRE: () => 'service additionnel admis (R12) si l’éditeur est conforme à R9 (R14)',
    R9_PRODUCTION_ET_RECETTE: ({ facts }) =>
      facts.service === 'developpement' || facts.donnees.includes('fictives')
        ? 'R9 cite la production et la recette, pas le développement'
        : 'production, recette et résilience sont visées (R9)',
    R9_LOCALISATION: () => 'la localisation ne suffit pas : l’immunité reste due (R9)',
    R6_DEROGATION_A_DOCUMENTER: (said) =>
      `hors du cloud, dossier à la DINUM et étude comparative (R7)${ifAimed(said)}`,
    R6_DEROGATION_SANS_DOSSIER_DINUM: () =>
      'sous 1 M€, pas de dossier à la DINUM (R7) ; le cloud reste la règle',
    DEROGATION_R9_TRANSITOIRE: () =>
      'projet déjà engagé, ministre et Premier ministre, 12 mois au plus après une offre acceptable',
    DEROGATION_R9_NON: () => 'dérogation à R9 : projets déjà engagés seulement (circulaire), preuve (FAQ)',
    NOTE_2021_DEROGATION: () =>
      'projets très avancés au 5 juillet 2021 seulement, messagerie et drive personnel, douze mois au plus',
    R7_SI_DEROGATION: () => 'dossier et étude si l’on déroge à R6, à partir de 1 M€ (R7)',
    COUT_HT_OU_TTC: () => '« coût complet », hors taxes ou toutes taxes : les textes ne le disent pas',
    R4_REVERSIBILITE: () => 'réversibilité à prévoir et à provisionner dès le lancement (R4)',
    R5_PLUSIEURS_ZONES: () => 'plusieurs zones géographiques, selon la criticité (R5)',
    R13_SUR_ETAGERE: () => 'une solution existante d’abord (R13)',
  },
  en: {
    DANS_LE_CHAMP: () => 'your entity is in scope',
    INCERTAIN: () => 'scope to be checked in the “jaune budgétaire”',
    CHAMP_A_PRECISER: () => 'scope to be checked in the “jaune budgétaire”',
    HORS_CHAMP: ({ facts }) =>
      facts.entite === 'collectivite'
        ? 'out of scope of the doctrine'
        : 'out of scope, unless your entity is an operator of the State',
    R6_APPLICABLE: () => 'the cloud is the default (R6)',
    R6_NON_VISE: R6_EN,
    R6_A_PRECISER: R6_EN,
    CONTROLE_A_PRECISER: () => 'control depends on the full cost',
    A_EVALUER: () => 'SecNumCloud: to be assessed by the two conditions of R9',
    SNC_REQUIS: () => 'from what you declare, SecNumCloud (or equivalent) and immunity required',
    SNC_NON_REQUIS: ({ facts }) =>
      `from what you declare, SecNumCloud not required${isOpen(facts) ? ', unless an essential mission depends on the data' : ''}`,
    R9_CLOUD_INTERNE_NON_VISE: () => 'R9 does not apply to the State’s internal cloud',
  },
};
