import { lower } from '../../knowledge/answer/casing.ts';
import { isOpen } from '../../knowledge/rules/dossier/nature.ts';
import type { Said, Sentence, VerdictCode } from './codes.ts';
import { declaredR9, harms } from './declared.ts';

/** The same in English; the French texts prevail. */
export const EN: Record<VerdictCode, Sentence> = {
  DANS_LE_CHAMP: () =>
    'The doctrine binds the State and the bodies under its supervision: your entity is in scope. Local authorities are not bound.',
  INCERTAIN: () =>
    'The texts do not settle whether your entity is in scope: it depends on its supervision, to be checked in the “jaune budgétaire” (operators of the State). Out of scope, the doctrine requires neither the cloud nor SecNumCloud of it.',
  CHAMP_A_PRECISER: () =>
    'The doctrine binds central administration and the bodies under its supervision: check whether your entity is listed in the “jaune budgétaire” (operators of the State).',
  HORS_CHAMP: ({ facts, asks }) =>
    `${asks.whetherBound ? 'No: ' : ''}${
      facts.entite === 'collectivite'
        ? 'local authorities are out of scope of the circular: they are not bound to use the cloud, nor SecNumCloud; they are invited to (FAQ).'
        : 'the doctrine only binds central administration and the bodies under its supervision; an association or a company is not bound, unless it is an operator of the State.'
    }`,
  R6_APPLICABLE: () =>
    'The cloud, internal or commercial, is the default (R6) for every new project and every major evolution: change of provider, or at least 50 % of the initial cost.',
  R6_NON_VISE: ({ found, facts }) =>
    `R6 only applies to new projects and major evolutions (change of provider, at least 50 % of the initial cost): ${
      facts.projet?.nature === 'engage'
        ? 'what exists is only reached by such an evolution'
        : `this is not one${found.r6?.vise === null ? ', unless the provider changes' : ''}`
    }.`,
  R6_DEROGATION_A_DOCUMENTER: ({ found }) =>
    `${ifAimed(found, 'Staying out of the cloud derogates from R6')}: from €1 million, it must be documented to DINUM, with a comparative study (R7).`,
  R6_DEROGATION_SANS_DOSSIER_DINUM: ({ found }) =>
    `Under €1 million, R7 asks for no file to DINUM and no comparative study. ${ifAimed(found, 'The cloud remains the default (R6)')}.`,
  R6_A_PRECISER: () =>
    'R6 only applies to new projects and major evolutions (change of provider, at least 50 % of the initial cost); for them the cloud is the default.',
  CONTROLE_AUTORITE_PROJET: () =>
    'Under €1 million, control lies with the authority in charge of the project (FAQ) and the ministries (R8).',
  CONTROLE_MINISTERE: ({ found }) =>
    found.seuil?.limite === 'EXACTEMENT_9M'
      ? 'At exactly €9 million R8 does not settle it; the FAQ names the ministries, which inform DINUM.'
      : 'From €1 to 9 million, control lies with the ministries (R8), which inform DINUM (FAQ).',
  CONTROLE_GRANDS_PROJETS: () =>
    'Above €9 million, control is part of the procedure for major State IT projects (article 3 of decree 2019-1088) (R8).',
  CONTROLE_A_PRECISER: () =>
    'It depends on the full cost of the project: under €1 million, its authority and the ministries; from 1 to 9, the ministries, which inform DINUM; above, article 3 of decree 2019-1088.',
  SNC_REQUIS: (said) =>
    `${declared(said)}SecNumCloud (or a European equivalent) is required${ifBound(said)}, with immunity from unauthorised access by authorities of third States (R9). ${ANALYSIS}`,
  SNC_REQUIS_SI_COMMERCIAL: (said) =>
    `${declared(said)}SecNumCloud (or a European equivalent) is required${ifBound(said)} of a commercial offer, with immunity (R9); the State’s internal cloud is the other way. ${ANALYSIS}`,
  SNC_NON_REQUIS: (said) =>
    `${declared(said)}SecNumCloud is not required (R9)${unlessMission(said)}. ${ANALYSIS}`,
  R9_CLOUD_INTERNE_NON_VISE: () =>
    'R9 only speaks of commercial cloud offers: its SecNumCloud requirement does not apply to the State’s internal cloud.',
  A_EVALUER: (said) => `${toAssess(said)}${regimes(said)}`,
  R9_PRODUCTION_ET_RECETTE: () =>
    'R9 applies to systems in production and acceptance (“recette”), including what their resilience needs, such as backups; development on made-up data is not named.',
  R12_LIBRE: () =>
    'R12 lets a ministry offer services besides the interministerial suite, provided that the publisher complies with R9 (R14).',
  R14_R9_IMPERATIVE: () =>
    'A service offered to agents besides the interministerial suite (R12) must comply with R9: R14 makes it imperative. SecNumCloud itself depends on the two conditions of R9.',
  NOTE_2021_NON_CONFORME: () =>
    'The note of 15/09/2021, based on the R9 of 2021, calls a migration to Microsoft’s Office 365 offer non-compliant; under the circular of 2023, R14 makes R9 imperative: its two conditions are to be checked.',
  DEROGATION_R9_TRANSITOIRE: () =>
    'Only as a transition, for a project already under way: on the minister’s responsibility, after validation by the Prime Minister, for at most 12 months after an acceptable offer is available in France (R9).',
  DEROGATION_R9_NON: () =>
    'The circular keeps derogations from R9 for projects already under way; the FAQ asks for proof of SecNumCloud’s guarantees, then validation by the Prime Minister.',
  R4_REVERSIBILITE: () =>
    'R4 asks for sustainable end-of-contract and reversibility conditions, funded from the start of the project; R10 adds multi-cloud portability.',
  R5_PLUSIEURS_ZONES: () =>
    'R5 asks for services deployed in several geographical zones at least, according to criticality.',
  R9_LOCALISATION: () =>
    'For personal data, hosting in the EU, the EEA or a third country with an adequacy decision gives an adequate level (R9); transfers out of the EU call for particular attention, and immunity remains due.',
  COUT_HT_OU_TTC: () =>
    'The texts count in full cost, without saying whether taxes are included: under €1 million, control lies with the authority in charge of the project and the ministries; from 1 to 9, with the ministries, which inform DINUM.',
  R7_SI_DEROGATION: () =>
    'R7 only asks for a comparative study and a file to DINUM from a team that derogates from R6 (no cloud), from €1 million of full cost; the FAQ leaves that condition out, the circular prevails.',
  NOTE_2021_DEROGATION: () =>
    'The note of 2021 only admits a derogation for projects very advanced on 5 July 2021, on the minister’s responsibility, limited to mail and personal drive, for at most twelve months after an acceptable offer.',
  R13_SUR_ETAGERE: () =>
    'First an existing solution: R13 admits bespoke development only where there is no off-the-shelf solution, limited to that perimeter.',
  CLOUD_INTERNE_DEUX_OFFRES: () =>
    'Efforts to build internal clouds (maintenance apart) must go exclusively to the State’s two offers, PI and NUBO.',
  CLOUD_INTERNE_OUVERT: () =>
    'The text only speaks of the ministries; for an operator it says nothing: ask DINUM.',
  EXCEPTION_ARMEES: () =>
    'The ministry of the Armed Forces is an exception: it has its own internal cloud, suited to its operational systems.',
};

/** Whether R6 aims at the project was not said: what follows from it holds under that condition, which comes first. */
const ifAimed = ({ r6 }: Said['found'], text: string): string =>
  r6?.vise === null ? `If the project is new or a major evolution, ${lower(text)}` : text;

const ANALYSIS = 'The assessment is your entity’s (FAQ).';

const declared = ({ facts, found }: Said): string => {
  const words = declaredR9(facts, found.nature, 'en');
  return words === '' ? '' : `From what you declare (${words}): `;
};

const ifBound = ({ found }: Said): string =>
  found.scope.code === 'CHAMP_A_PRECISER'
    ? ', if your entity is bound by the doctrine (State, body under its supervision)'
    : '';

/** Data published or made up are no secret; whether an essential mission needs them was not said. */
const unlessMission = ({ facts }: Said): string =>
  isOpen(facts)
    ? ', unless an essential mission of the State depends on them and a breach would cause a harm that R9 names'
    : '';

const toAssess = ({ facts, found }: Said): string => {
  const { secret, mission, atteintes } = facts;
  const met = secret === true || mission === true || found.nature !== null;
  if (met && atteintes === null) {
    const what = declaredR9(
      { ...facts, secret: secret || null, mission: mission || null },
      found.nature,
      'en',
    );
    return `To be assessed: the first condition of R9 is met (${what}); SecNumCloud (or a European equivalent) is required if a breach would cause a harm that R9 names.`;
  }
  if (atteintes !== null && atteintes.length > 0) {
    return `To be assessed: the second condition of R9 is met (${harms(atteintes, 'en')}); SecNumCloud (or a European equivalent) is required if the data fall under a protected secret or an essential mission of the State.`;
  }
  return 'To be assessed: SecNumCloud (or a European equivalent) is required under two conditions: a protected secret or essential State mission, and a breach causing a harm R9 names.';
};

const regimes = ({ facts }: Said): string => {
  if (facts.sante === true && facts.personnelles !== false) {
    return ' Health data do not suffice (FAQ); HDS hosting and the GDPR apply in any case.';
  }
  return facts.personnelles === true
    ? ' Personal data do not suffice (FAQ); the GDPR and immunity from third States remain due.'
    : '';
};
