import type { RuleCitation } from '../../knowledge/rules/citation.ts';
import * as c from '../../knowledge/rules/texts/circulaire.ts';
import * as f from '../../knowledge/rules/texts/faq.ts';
import * as n from '../../knowledge/rules/texts/note-2021.ts';
import type { Said, VerdictCode } from './codes.ts';
import { inEnglish } from './sources-en.ts';

/** Words quoted under a verdict, at most two, those that decide first. One said alone is quoted twice. */
export const sourcesOf = (codes: readonly VerdictCode[], said: Said): readonly RuleCitation[] => {
  const lists = codes.map((code) => SOURCES[code](said));
  const firsts = lists.flatMap(([first]) => (first === undefined ? [] : [first]));
  const seconds = lists.flatMap(([, second]) => (second === undefined ? [] : [second]));
  const sources = [...new Set([...firsts, ...seconds])].slice(0, 2);
  return said.lang === 'en' ? sources.map(inEnglish) : sources;
};

type Source = (said: Said) => readonly RuleCitation[];

const toAssess: Source = ({ facts, found }) => [
  c.R9_CONDITIONS,
  ...(found.nature === null ? [] : [found.nature.citation]),
  facts.personnelles === true || facts.sante === true ? f.FAQ_RGPD_NE_SUFFIT_PAS : f.FAQ_ENTITE_PORTEUSE,
];

const r6: Source = ({ found }) => found.r6?.citations ?? [c.R6_DEFAUT];
const couts: Source = ({ found }) => found.seuil?.citations ?? [c.R8, f.FAQ_COUT_COMPLET];
const scope: Source = ({ found }) => found.scope.citations;

const SOURCES: Record<VerdictCode, Source> = {
  DANS_LE_CHAMP: scope,
  INCERTAIN: scope,
  CHAMP_A_PRECISER: scope,
  HORS_CHAMP: scope,
  R6_APPLICABLE: ({ found }) =>
    found.r6?.divergence === true ? [c.R6_EVOLUTION, f.FAQ_REFONTE] : (found.r6?.citations ?? []),
  R6_NON_VISE: r6,
  R6_DEROGATION_A_DOCUMENTER: () => [c.R7, c.R6_DEFAUT],
  R6_DEROGATION_SANS_DOSSIER_DINUM: () => [c.R7, f.FAQ_MOINS_1M],
  R6_A_PRECISER: () => [c.R6_EVOLUTION, c.R6_DEFAUT],
  CONTROLE_AUTORITE_PROJET: () => [f.FAQ_MOINS_1M, c.R8],
  CONTROLE_MINISTERE: ({ found }) =>
    found.seuil?.limite === 'EXACTEMENT_9M'
      ? [c.R8, f.FAQ_ETUDE_ET_MINISTERES]
      : [f.FAQ_ETUDE_ET_MINISTERES, c.R8],
  CONTROLE_GRANDS_PROJETS: () => [c.R8, f.FAQ_PLUS_9M],
  CONTROLE_A_PRECISER: couts,
  // The two conditions are what was declared: they are shown, and what they command (the end of the sentence) is named.
  SNC_REQUIS: ({ facts, found }) => [
    c.R9_CONDITIONS,
    c.R9_CONSEQUENCE,
    ...(found.nature === null ? [] : [found.nature.citation]),
    facts.mission === true && facts.secret !== true ? c.R9_MISSIONS : f.FAQ_DEUX_CONDITIONS,
  ],
  SNC_REQUIS_SI_COMMERCIAL: ({ found }) => [
    c.R9_CONDITIONS,
    c.R9_CONSEQUENCE,
    found.nature?.citation ?? f.FAQ_DEUX_CONDITIONS,
  ],
  // « Dans le cas contraire » means nothing without what it is contrary to.
  SNC_NON_REQUIS: () => [c.R9_CONDITIONS, c.R9_NON_REQUIS],
  R9_CLOUD_INTERNE_NON_VISE: () => [c.R9_PRODUCTION, c.CLOUD_INTERNE],
  A_EVALUER: toAssess,
  R9_PRODUCTION_ET_RECETTE: () => [c.R9_PRODUCTION, c.R9_QUALIFICATION],
  R12_LIBRE: () => [c.R12, c.R14],
  R14_R9_IMPERATIVE: () => [c.R14, c.R12],
  NOTE_2021_NON_CONFORME: () => [n.NOTE_NON_CONFORME, c.R14],
  DEROGATION_R9_TRANSITOIRE: () => [c.R9_DEROGATION, f.FAQ_PREUVE],
  DEROGATION_R9_NON: () => [c.R9_DEROGATION, f.FAQ_PREUVE],
  R4_REVERSIBILITE: () => [c.R4_REVERSIBILITE, c.R10],
  R5_PLUSIEURS_ZONES: () => [c.R5_ZONES],
  R9_LOCALISATION: () => [c.R9_IMMUNITE, c.R9_TRANSFERTS],
  COUT_HT_OU_TTC: () => [c.R7, f.FAQ_COUT_COMPLET],
  R7_SI_DEROGATION: () => [c.R7, f.FAQ_ETUDE_ET_MINISTERES],
  NOTE_2021_DEROGATION: () => [n.NOTE_DEROGATION, n.NOTE_SERVICES_ADMIS],
  R13_SUR_ETAGERE: () => [c.R13, c.R13_SUR_ETAGERE],
  CLOUD_INTERNE_DEUX_OFFRES: () => [c.CLOUD_INTERNE_EXCLUSIF],
  CLOUD_INTERNE_OUVERT: () => [c.CLOUD_INTERNE_COUVERTURE],
  EXCEPTION_ARMEES: () => [c.CLOUD_INTERNE_COUVERTURE],
};
