import { isOpen } from '../../knowledge/rules/dossier/nature.ts';
import type { AskedCode, Said, Sentence } from './codes.ts';
import { declaredR9, harms, natureOf } from './declared.ts';

type R9 =
  | 'SNC_REQUIS'
  | 'SNC_REQUIS_SI_COMMERCIAL'
  | 'SNC_NON_REQUIS'
  | 'R9_CLOUD_INTERNE_NON_VISE'
  | 'A_EVALUER'
  | 'R9_PRODUCTION_ET_RECETTE'
  | 'R12_LIBRE'
  | 'R14_R9_IMPERATIVE'
  | 'NOTE_2021_NON_CONFORME';

/** What R9 and the rules that rest on it say, first sentence of an answer. */
export const R9_FR: Record<R9 | AskedCode, Sentence> = {
  SNC_REQUIS: (said) =>
    `${declared(said)}SecNumCloud (ou équivalent européen) et l’immunité face aux États tiers sont requis${ifBound(said)} (R9). ${ANALYSIS}`,
  SNC_REQUIS_SI_COMMERCIAL: (said) =>
    `${declared(said)}SecNumCloud (ou équivalent européen) et l’immunité sont requis d’une offre commerciale (R9)${ifBound(said)} ; le cloud interne de l’État est l’autre voie. ${ANALYSIS}`,
  SNC_NON_REQUIS: (said) =>
    `${declared(said)}SecNumCloud n’est pas requis (R9)${unlessMission(said)}. ${ANALYSIS}${said.facts.personnelles === true ? ' Restent le RGPD et l’immunité face aux États tiers.' : ''}`,
  R9_CLOUD_INTERNE_NON_VISE: () =>
    'R9 ne vise que les offres de cloud commerciales : l’exigence SecNumCloud ne s’applique pas au cloud interne de l’État.',
  A_EVALUER: (said) => `${toAssess(said)}${regimes(said)}`,
  R9_PRODUCTION_ET_RECETTE: ({ facts }) => inProduction(facts),
  R12_LIBRE: () =>
    'R12 permet à un ministère de proposer des services additionnels à la suite interministérielle, à condition que l’éditeur soit conforme à R9 (R14).',
  R14_R9_IMPERATIVE: () =>
    'Un service offert aux agents en plus de la suite interministérielle (R12) doit impérativement être conforme à R9 (R14) ; SecNumCloud dépend de ses deux conditions.',
  NOTE_2021_NON_CONFORME: () =>
    'La note de 2021 (R9 de 2021) dit non conforme la migration vers Office 365 ; en 2023, R14 rend R9 impérative : ses deux conditions restent à vérifier.',
  R9_LOCALISATION: () =>
    'La localisation ne suffit pas : même dans l’UE, des données personnelles doivent être immunisées contre les demandes d’États tiers, sauf accord international (R9). UE, EEE, pays à décision d’adéquation : niveau adéquat ; hors UE, attention aux transferts.',
  COUT_HT_OU_TTC: () =>
    'Les textes comptent en « coût complet », sans dire s’il s’entend hors taxes ou toutes taxes comprises : sous 1 M€, le contrôle relève des ministères et de l’autorité en charge du projet ; de 1 à 9 M€, des ministères, qui informent la DINUM.',
  R7_SI_DEROGATION: () =>
    'R7 ne demande une étude comparative et un dossier à la DINUM qu’à une équipe qui déroge à R6 (pas de cloud), à partir de 1 M€ de coût complet ; la FAQ omet cette condition, la circulaire prévaut.',
  NOTE_2021_DEROGATION: () =>
    'La note de 2021 n’admet de dérogation que pour des projets très avancés au 5 juillet 2021, sous la responsabilité du ministre, limitée à la messagerie et au drive personnel (ni collaboratif, ni visioconférence, ni webinaire), douze mois au plus après une offre acceptable.',
  R13_SUR_ETAGERE: () =>
    'D’abord une solution existante : R13 n’admet un développement sur mesure qu’en l’absence de solution sur étagère, limité au périmètre en question.',
  CLOUD_INTERNE_DEUX_OFFRES: () =>
    'Les efforts de construction de cloud interne (hors maintenance de l’existant) doivent aller exclusivement aux deux offres de l’État, PI et NUBO.',
  CLOUD_INTERNE_OUVERT: () =>
    'Le texte ne parle que des ministères : les clouds internes « ont vocation à couvrir les besoins » de « l’ensemble des ministères ». Pour un opérateur, il ne précise rien : la DINUM peut le dire.',
  EXCEPTION_ARMEES: () =>
    'Le ministère des Armées fait exception : il dispose de son propre cloud interne, adapté à ses systèmes d’information opérationnels.',
};

/** R9 names production, acceptance and their resilience: development is not in its words. */
const inProduction = ({ service, donnees }: Said['facts']): string => {
  if (service === 'recette') {
    return 'Sur une offre commerciale, la recette est concernée comme la production, éléments de résilience compris (R9).';
  }
  if (service === 'sauvegarde') {
    return 'R9 vise la production et la recette, avec « les éléments nécessaires à leur résilience » : secours, sauvegardes.';
  }
  if (service === 'developpement' || donnees.includes('fictives')) {
    const made = donnees.includes('fictives') ? ' sur des données fictives' : '';
    return `R9 vise les systèmes en production et en recette : un développement${made} n’y est pas cité.`;
  }
  return 'R9 vise la production et la recette, avec « les éléments nécessaires à leur résilience » : secours, sauvegardes.';
};

const ANALYSIS = 'L’analyse revient à votre entité (FAQ).';

const declared = ({ facts, found }: Said): string => {
  const words = declaredR9(facts, found.nature, 'fr');
  return words === '' ? '' : `Au vu de ce que vous déclarez (${words}) : `;
};

const ifBound = ({ found }: Said): string =>
  found.scope.code === 'CHAMP_A_PRECISER'
    ? ', si votre entité relève de la doctrine (État, organisme sous sa tutelle)'
    : '';

/** Data published or made up are no secret; whether an essential mission needs them was not said. */
const unlessMission = ({ facts }: Said): string =>
  isOpen(facts) ? ', sauf mission essentielle de l’État et violation portant une atteinte que R9 nomme' : '';

/** Which of the two conditions is met, and what the other asks. */
const toAssess = ({ facts, found }: Said): string => {
  const { secret, mission, atteintes } = facts;
  const bound = found.sensibiliteSiSoumise ?? found.sensibilite;
  const named = found.nature === null ? null : natureOf(found.nature, 'fr');
  const met = secret === true ? 'secret protégé' : mission === true ? 'mission essentielle' : named;
  if (met !== null && bound.missing.includes('atteintes')) {
    return `À évaluer : la première condition de R9 est remplie (${met}) ; SecNumCloud (ou équivalent européen) est requis si une violation porte une atteinte que R9 nomme.`;
  }
  if (atteintes !== null && atteintes.length > 0) {
    return `À évaluer : la seconde condition de R9 est remplie (${harms(atteintes, 'fr')}) ; SecNumCloud (ou équivalent européen) est requis si les données relèvent d’un secret protégé ou d’une mission essentielle de l’État.`;
  }
  return 'À évaluer : SecNumCloud (ou équivalent européen) n’est requis que sous deux conditions : secret protégé ou mission essentielle de l’État, et violation portant une atteinte que R9 nomme.';
};

/** What is due whatever the assessment, for the data that were named. */
const regimes = ({ facts }: Said): string => {
  if (facts.sante === true && facts.personnelles !== false) {
    return ' Des données de santé ne suffisent pas (FAQ) ; HDS et RGPD restent dus.';
  }
  return facts.personnelles === true
    ? ' Des données personnelles ne suffisent pas (FAQ) ; RGPD et immunité face aux États tiers restent dus (R9).'
    : '';
};
