import type { Ask, Asks } from '../../knowledge/facts/asks.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { AskedCode } from './codes.ts';

/**
 * Whether a question describes a situation that the rules decide, or make depend on what is declared. A subject that
 * is only named (« que dit R9 des données de santé ? ») is a look-up: the texts answer it, not a verdict.
 * @param follows the message puts one thing for another in what was asked before (« et l’État, lui ? »)
 */
export const isSituation = (
  facts: DossierFacts,
  { topics, lookUp, sought }: Asks,
  follows = false,
): boolean => {
  const { entite } = facts;
  const told = statedOf(facts);
  if (lookUp || sought === 'particular') return false;
  // A name or two, and nothing asked, is a search.
  if (sought === 'nothing' && entite === null && told < TOLD_ENOUGH) return false;
  const asked = topics.length > 0;
  if (entite === 'administration_centrale' || entite === 'organisme_sous_tutelle') {
    if (follows && asked) return true;
    // « ministère » stands in any question on the State: it takes more than one fact, or something asked of it.
    return told === 0 ? topics.includes('CHAMP') || topics.includes('SUR_MESURE') : asked || told >= 2;
  }
  if (entite !== null) return asked || told > 0;
  if (told >= 2) return true;
  if (facts.projet !== null && facts.projet.nature !== 'nouveau') return asked || facts.projet.part !== null;
  const about = (...wanted: readonly Ask[]): boolean => wanted.some((ask) => topics.includes(ask));
  if (facts.cents !== null) return about('CONTROLE', 'ETUDE', 'DEROGATION', 'DEROGATION_R6', 'CLOUD');
  return facts.offreAcceptable !== null && about('DEROGATION', 'DEROGATION_R9');
};

const TOLD_ENOUGH = 3;

/**
 * The point of the rules that a question asks for, which no fact decides: from when a derogation is to be documented,
 * whether an amount counts with taxes. Null for any other.
 */
export const pointOf = ({ topics, lookUp }: Asks, amounts: readonly number[]): AskedCode | null => {
  if (lookUp) return null;
  if (topics.includes('TAXES') && amounts.length > 0) return 'COUT_HT_OU_TTC';
  const ofR9 = topics.includes('DEROGATION_R9') || topics.includes('SECNUMCLOUD');
  const derogates = topics.includes('DEROGATION') && !ofR9;
  return derogates && (topics.includes('CONTROLE') || topics.includes('ETUDE')) ? 'R7_SI_DEROGATION' : null;
};

/**
 * Whether a situation is told so fully that the rules answer it, however unusual its words: an entity that they do not
 * bind, or two facts at least, and something asked that they decide.
 */
export const isToldFully = (facts: DossierFacts, asks: Asks): boolean => {
  if (!isSituation(facts, asks)) return false;
  const outside = facts.entite === 'collectivite' || facts.entite === 'autre';
  return outside
    ? asks.topics.length > 0 || asks.sought === 'rules'
    : statedOf(facts) >= 2 && asks.topics.some((ask) => DECIDED.has(ask));
};

const DECIDED: ReadonlySet<Ask> = new Set<Ask>([
  'DEROGATION_R6',
  'DEROGATION_R9',
  'DEROGATION',
  'ETUDE',
  'CONTROLE',
  'CLOUD',
  'CHAMP',
  'SECNUMCLOUD',
]);

/** Kinds of facts that are stated, the entity apart. */
const statedOf = (facts: DossierFacts): number =>
  [
    facts.projet !== null,
    facts.hebergement !== null || facts.fournisseur !== null,
    facts.donnees.length > 0 || facts.personnelles !== null || facts.sante !== null,
    facts.secret !== null || facts.mission !== null || facts.atteintes !== null,
    facts.cents !== null,
    facts.collaboratif !== null || facts.service !== null,
    facts.offreAcceptable !== null,
  ].filter(Boolean).length;
