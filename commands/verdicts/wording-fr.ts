import { lower } from '../../knowledge/answer/casing.ts';
import type { Said, Sentence, VerdictCode } from './codes.ts';
import { R9_FR } from './wording-r9-fr.ts';

/** First sentences of a verdict, in French: what the texts say first, then what it rests on. */
export const FR: Record<VerdictCode, Sentence> = {
  ...R9_FR,
  DANS_LE_CHAMP: ({ facts }) =>
    facts.entite === 'organisme_sous_tutelle'
      ? 'La doctrine s’applique aux acteurs de l’État et aux organismes sous sa tutelle : un opérateur de l’État est dans le champ (liste : jaune budgétaire, selon la FAQ).'
      : 'La doctrine s’applique aux acteurs de l’État et aux organismes placés sous sa tutelle : votre entité est dans le champ. Les collectivités, elles, n’y sont pas tenues.',
  INCERTAIN: () =>
    'Les textes ne tranchent pas pour votre entité : à vérifier au jaune budgétaire. Hors champ, ni cloud ni SecNumCloud imposés.',
  CHAMP_A_PRECISER: () =>
    'La doctrine vise l’administration centrale et les organismes sous sa tutelle : vérifiez si votre entité figure au jaune budgétaire « opérateurs de l’État ».',
  HORS_CHAMP: (said) => `${said.asks.whetherBound ? 'Non : ' : ''}${outOfScope(said)}`,
  R6_APPLICABLE: (said) => applicable(said),
  R6_NON_VISE: ({ found, facts, asks }) =>
    `${asks.whetherBound && found.r6?.vise === false ? 'Non : ' : ''}R6 ne vise que les nouveaux projets et les évolutions majeures (autre prestataire, ou au moins 50 % du coût initial) : ${
      facts.projet?.nature === 'engage'
        ? 'l’existant n’y entre que par une telle évolution'
        : `${facts.projet?.nature === 'maintenance' ? 'une maintenance' : 'ce que vous décrivez'} n’en est pas une${found.r6?.vise === null ? ', sauf autre prestataire' : ''}`
    }.`,
  R6_DEROGATION_A_DOCUMENTER: ({ found }) =>
    `${ifAimed(found, 'Rester hors du cloud déroge à R6')} : à partir de 1 M€${
      found.seuil?.limite === 'EXACTEMENT_1M' ? ' (un million pile est inclus)' : ''
    }, c’est à documenter auprès de la DINUM, avec une étude comparative (R7).`,
  R6_DEROGATION_SANS_DOSSIER_DINUM: ({ found }) =>
    `Sous 1 M€, R7 ne demande pas de dossier à la DINUM ni d’étude comparative. ${ifAimed(found, 'Le cloud reste la règle par défaut (R6), dont vous vous écartez')}.`,
  R6_A_PRECISER: () =>
    'R6 ne vise que les nouveaux projets et les évolutions majeures (changement de prestataire, au moins 50 % du coût initial) : pour eux, le cloud est la règle par défaut ; elle n’oblige pas à migrer tout l’existant.',
  CONTROLE_AUTORITE_PROJET: () =>
    'Sous 1 M€, le contrôle revient à l’autorité en charge du projet (FAQ) et relève des ministères (R8).',
  CONTROLE_MINISTERE: ({ found }) =>
    found.seuil?.limite === 'EXACTEMENT_9M'
      ? 'À 9 M€ pile, R8 ne tranche pas ; la FAQ (« Entre 1 et 9 ») désigne les ministères, qui informent la DINUM.'
      : 'De 1 à 9 M€, le contrôle relève des ministères (R8), qui en informent la DINUM (FAQ).',
  CONTROLE_GRANDS_PROJETS: () =>
    'Au-delà de 9 M€, le contrôle est intégré à la procédure de contrôle de conception des grands projets (article 3 du décret n° 2019-1088) (R8).',
  CONTROLE_A_PRECISER: () =>
    'Tout dépend du coût complet du projet : sous 1 M€, l’autorité en charge du projet et les ministères ; de 1 à 9 M€, les ministères, qui informent la DINUM ; au-delà, l’article 3 du décret n° 2019-1088.',
  DEROGATION_R9_TRANSITOIRE: () =>
    'Seulement à titre transitoire, pour un projet déjà engagé : responsabilité du ministre, validation du Premier ministre, au plus 12 mois après la date à laquelle une offre acceptable est disponible en France (R9).',
  DEROGATION_R9_NON: () =>
    'La circulaire réserve la dérogation à R9 aux projets déjà engagés, à titre transitoire ; la FAQ demande la preuve des garanties SecNumCloud, puis la validation du Premier ministre.',
  R4_REVERSIBILITE: () =>
    'R4 demande des conditions de fin de contrat et de réversibilité soutenables, et de provisionner dès le lancement de quoi l’activer ; R10 y ajoute la portabilité multi-clouds.',
  R5_PLUSIEURS_ZONES: () =>
    'R5 demande a minima des services déployés dans plusieurs zones géographiques, selon le niveau de criticité.',
};

const outOfScope = ({ facts }: Said): string => {
  if (facts.entite !== 'collectivite') {
    return 'la doctrine ne vise que l’administration centrale et les organismes placés sous sa tutelle ; une association ou une entreprise n’est pas visée, sauf comme opérateur (jaune budgétaire), prestataire ou éditeur de l’État (R6, R14).';
  }
  const adapte = facts.donnees.includes('etat_civil')
    ? ' Pour l’état civil, la FAQ juge SecNumCloud « adapté », sans l’imposer.'
    : ' Elles y sont seulement invitées (FAQ).';
  const regimes =
    facts.sante === true ? ' Le RGPD reste dû et, pour des données de santé, l’hébergement HDS.' : '';
  return `les collectivités n’entrent pas dans le champ de la circulaire : elles ne sont pas tenues de recourir au cloud, ni à SecNumCloud.${adapte}${regimes}`;
};

const applicable = ({ facts, found }: Said): string => {
  const file = stays(facts.cents);
  switch (found.r6?.reason) {
    case 'CHANGEMENT_DE_PRESTATAIRE':
      return `Un changement de prestataire est une évolution majeure au sens de R6 : le cloud, interne ou commercial, est la règle par défaut.${file}`;
    case 'EVOLUTION_D_AU_MOINS_LA_MOITIE':
      return found.r6.divergence
        ? `À 50 %, R6 s’applique : la circulaire dit « au moins 50 % », la FAQ « plus de 50 % », et la circulaire prévaut ; le cloud est la règle par défaut.${file}`
        : `Une évolution d’au moins 50 % du coût initial est majeure au sens de R6 : le cloud est la règle par défaut.${file}`;
    default:
      return `Pour tout nouveau projet, « quelle que soit sa taille » (R1), les équipes de l’État et leurs prestataires s’appuient par défaut sur le cloud, interne ou commercial (R6).${file}`;
  }
};

/** Cents from which (included) R7 asks for the file; said, not computed: the rules decide. */
const stays = (cents: number | null): string => {
  if (cents === null) return ' S’en écarter se documente auprès de la DINUM à partir de 1 M€ (R7).';
  return cents >= 100_000_000
    ? ' S’en écarter se documente auprès de la DINUM, avec une étude comparative (R7).'
    : '';
};

/** Whether R6 aims at the project was not said: what follows from it holds under that condition, which comes first. */
const ifAimed = ({ r6 }: Said['found'], text: string): string =>
  r6?.vise === null ? `Si le projet est nouveau ou son évolution majeure, ${lower(text)}` : text;
