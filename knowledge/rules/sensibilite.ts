import { and, checkDay, type Invalid, type Known, type NotCovered, or } from './result.ts';
import { sensibiliteCitations } from './sensibilite-citations.ts';
import type {
  Regime,
  SensibiliteAlert,
  SensibiliteDecided,
  SensibiliteFacts,
  SensibiliteOutcome,
  SensibiliteReason,
} from './sensibilite-types.ts';
import { inForce } from './texts/in-force.ts';
import type { IsoDate } from './time/iso-date.ts';

/**
 * R9 of the circular of 2023, read with the FAQ: two cumulative conditions, on commercial clouds only.
 * Order: out of scope, internal cloud, one condition clearly false, both true, else to be assessed.
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const sensibilite = (
  facts: SensibiliteFacts,
  asOf: IsoDate,
): SensibiliteDecided | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  const nature = natureOf(facts);
  const atteinte = facts.atteintes === null ? null : facts.atteintes.length > 0;
  const outcome = outcomeOf(facts, and(nature, atteinte));
  const found = {
    outcome,
    reasons: reasonsOf(facts, outcome, nature, atteinte),
    regimes: regimesOf(facts),
    alerts: alertsOf(facts, outcome),
    missing: outcome === 'A_EVALUER' ? missingOf(facts, nature) : [],
    missingForRegimes: missingForRegimesOf(facts),
  };
  return {
    kind: outcome === 'A_EVALUER' ? 'undetermined' : 'decided',
    ...found,
    criteres: ['DISPONIBILITE', 'INTEGRITE', 'CONFIDENTIALITE', 'TRACABILITE'],
    citations: inForce(sensibiliteCitations(facts, found), asOf),
  };
};

/** First condition. « No secret » is not believed of health data: medical secrecy is one, says R9. */
const natureOf = (facts: SensibiliteFacts): Known =>
  or(contradictsMedicalSecrecy(facts) ? null : facts.secret, facts.mission);

const contradictsMedicalSecrecy = ({ sante, secret }: SensibiliteFacts): boolean =>
  sante === true && secret === false;

const outcomeOf = ({ champ, hebergement }: SensibiliteFacts, sensible: Known): SensibiliteOutcome => {
  if (champ === false) return 'HORS_CHAMP';
  if (hebergement === 'interne') return 'R9_CLOUD_INTERNE_NON_VISE';
  if (sensible === false) return 'SNC_NON_REQUIS';
  if (sensible === null || champ === null) return 'A_EVALUER';
  return hebergement === null ? 'SNC_REQUIS_SI_COMMERCIAL' : 'SNC_REQUIS';
};

const reasonsOf = (
  facts: SensibiliteFacts,
  outcome: SensibiliteOutcome,
  nature: Known,
  atteinte: Known,
): readonly SensibiliteReason[] => {
  if (outcome === 'HORS_CHAMP') return ['ENTITE_HORS_CHAMP'];
  if (outcome === 'R9_CLOUD_INTERNE_NON_VISE') return ['OFFRE_NON_COMMERCIALE'];
  const reasons: SensibiliteReason[] = [];
  if (facts.secret === true) reasons.push('SECRET_PROTEGE');
  if (facts.mission === true) reasons.push('MISSION_ESSENTIELLE');
  if (nature === false) reasons.push('NI_SECRET_NI_MISSION');
  if (atteinte !== null) reasons.push(atteinte ? 'ATTEINTE_POSSIBLE' : 'AUCUNE_ATTEINTE');
  if (outcome === 'A_EVALUER' && nature === true && atteinte === true)
    reasons.push('REQUIS_SI_ENTITE_SOUMISE');
  if (outcome !== 'SNC_NON_REQUIS') return reasons;
  if (facts.champ === null) reasons.push('CHAMP_SANS_EFFET');
  if (facts.personnelles === true || facts.sante === true) reasons.push('AUTRES_REGIMES_NE_SUFFISENT_PAS');
  return reasons;
};

/** GDPR and HDS apply in any case; R9's immunity and R14 speak of commercial offers of bound entities. */
const regimesOf = ({ champ, hebergement, personnelles, sante, collaboratif }: SensibiliteFacts): Regime[] => {
  const r9 = champ !== false && hebergement !== 'interne';
  const regimes: Regime[] = [];
  if (personnelles === true) regimes.push('RGPD');
  if (personnelles === true && r9) regimes.push('IMMUNITE_DEMANDES_ETATS_TIERS');
  if (sante === true) regimes.push('HDS');
  if (collaboratif === true && r9) regimes.push('R14');
  return regimes;
};

const alertsOf = (facts: SensibiliteFacts, outcome: SensibiliteOutcome): SensibiliteAlert[] => {
  const alerts: SensibiliteAlert[] = [];
  const r9 = outcome !== 'HORS_CHAMP' && outcome !== 'R9_CLOUD_INTERNE_NON_VISE';
  if (r9 && contradictsMedicalSecrecy(facts)) alerts.push('VERIFIER_SECRET_MEDICAL');
  if (r9 && facts.personnelles === true) alerts.push('TRANSFERTS_HORS_UE');
  return alerts;
};

const missingOf = (facts: SensibiliteFacts, nature: Known): (keyof SensibiliteFacts)[] => {
  const missing: (keyof SensibiliteFacts)[] = [];
  if (facts.champ === null) missing.push('champ');
  if (facts.hebergement === null) missing.push('hebergement');
  if (nature === null && (facts.secret === null || contradictsMedicalSecrecy(facts))) missing.push('secret');
  if (nature === null && facts.mission === null) missing.push('mission');
  if (facts.atteintes === null) missing.push('atteintes');
  return missing;
};

const missingForRegimesOf = (facts: SensibiliteFacts): (keyof SensibiliteFacts)[] =>
  (['personnelles', 'sante'] as const).filter((name) => facts[name] === null);
