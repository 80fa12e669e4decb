import { phoneLines } from '../../knowledge/answer/phone.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { DossierFound } from '../../knowledge/rules/dossier/result.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { VerdictCode } from './codes.ts';
import { offersOf } from './provider.ts';
import { VERDICT_WORDS } from './wording-missing.ts';

/** The command that goes on from a verdict, filled in with what is known. */
export const nextCommand = (
  code: VerdictCode,
  facts: DossierFacts,
  found: DossierFound,
  catalogue: Catalogue,
): string => {
  switch (code) {
    case 'HORS_CHAMP':
      return facts.entite === 'collectivite' ? '!faq collectivités' : '!faq champ d’application';
    case 'INCERTAIN':
    case 'CHAMP_A_PRECISER':
    case 'DANS_LE_CHAMP':
      return '!faq champ d’application';
    case 'SNC_REQUIS':
    case 'SNC_REQUIS_SI_COMMERCIAL':
      return offers(facts, catalogue);
    case 'R9_CLOUD_INTERNE_NON_VISE':
    case 'CLOUD_INTERNE_DEUX_OFFRES':
    case 'CLOUD_INTERNE_OUVERT':
    case 'EXCEPTION_ARMEES':
      return '!offres internes';
    case 'A_EVALUER':
    case 'SNC_NON_REQUIS':
    case 'R14_R9_IMPERATIVE':
    case 'R9_PRODUCTION_ET_RECETTE':
      return sensibilite(facts, found);
    case 'NOTE_2021_NON_CONFORME':
    case 'NOTE_2021_DEROGATION':
      return '!o365';
    case 'COUT_HT_OU_TTC':
      return '!faq contrôle';
    default:
      return seuil(facts) ?? `!regle ${RULE.exec(code)?.[0] ?? 'R6'}`;
  }
};

const RULE = /R\d+/;

const offers = ({ fournisseur }: DossierFacts, catalogue: Catalogue): string =>
  fournisseur !== null && offersOf(fournisseur, catalogue).length > 0
    ? `!offres ${fold(fournisseur)}`
    : '!offres secnumcloud';

/** `!sensibilite` with the facts that are known, in as few letters as it reads; what is not said is asked by the command. */
const sensibilite = (facts: DossierFacts, { scope }: DossierFound): string => {
  const yesNo = (key: string, value: boolean | null): readonly string[] =>
    value === null ? [] : [`${key}=${value ? 'oui' : 'non'}`];
  const { hebergement, atteintes } = facts;
  const pairs = [
    ...yesNo('champ', scope.bound),
    ...(hebergement === 'commercial' || hebergement === 'interne' ? [`hebergement=${hebergement}`] : []),
    ...yesNo('secret', facts.secret),
    ...yesNo('mission', facts.mission),
    ...(atteintes === null ? [] : [`atteintes=${atteintes.join(',') || 'aucune'}`]),
    ...yesNo('collaboratif', facts.collaboratif),
    ...DUE_ANYWAY.flatMap((key) => yesNo(key, facts[key])),
  ];
  const bare = pairs.map((pair) => pair.replace(/=oui$|^hebergement=/, ''));
  // A word alone could be the name of data: two, or one pair in full, tell that facts are written.
  const [first, only] = bare;
  const told = first !== undefined && only === undefined ? pairs.slice(0, 1) : bare;
  const linesOf = (line: string): number => phoneLines(`${VERDICT_WORDS.fr.next}${line}`);
  return told.reduce((line, word) => {
    const longer = `${line} ${word}`;
    const most = DUE_ANYWAY.some((key) => word.startsWith(key)) ? linesOf(line) : MOST_LINES;
    return linesOf(longer) <= most ? longer : line;
  }, '!sensibilite');
};

/** Lines of a phone; what no longer fits is asked by the command. */
const MOST_LINES = 2;
/** Facts that decide nothing of R9, and whose consequence the verdict has told: written where they take no line more. */
const DUE_ANYWAY = ['personnelles', 'sante'] as const;

const seuil = ({ cents, hebergement }: DossierFacts): string | null =>
  cents === null ? null : `!seuil ${amount(cents)}${hebergement === 'hors_cloud' ? ' derogation=oui' : ''}`;

/** « 3,5 M€ », « 600 k€ », else in euros: what `!seuil` reads back without asking. */
const amount = (cents: number): string => {
  const euros = cents / 100;
  const written = (value: number): string => String(value).replace('.', ',');
  if (euros >= 1e6 && Number.isInteger(euros / 1e4)) return `${written(euros / 1e6)} M€`;
  if (euros >= 1e3 && Number.isInteger(euros / 1e3)) return `${written(euros / 1e3)} k€`;
  return `${written(euros)} €`;
};
