import { isCollaborative } from '../rules/dossier/r9.ts';
import type { DossierFound, MissingFact } from '../rules/dossier/result.ts';
import { dossier } from '../rules/dossier.ts';
import type { Obligation, ObligationCode } from '../rules/obligations-types.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { type SheetFacts, toDossierFacts } from './facts.ts';
import type { DutyName, RuleName, Sheet } from './sheet.ts';

/** A fact that a duty waits for; `service` = whether it is a service offered to agents (R11, R12), `personnelles` = personal data. */
export type DutyFact = MissingFact | 'service' | 'personnelles';

/** A duty of the checklist R1–R15 for the project of a sheet. */
export interface Duty extends Obligation {
  readonly rule: RuleName;
  /** What it is declared done by: R5 and R9 ask two things each. */
  readonly name: DutyName;
  /** What is not known and decides whether it applies; empty where that is decided. */
  readonly dependsOn: readonly DutyFact[];
  /** What the team says that it has done for the rule; null = nothing. */
  readonly done: string | null;
}

/** What the rules say of a sheet on a day. */
export interface SheetReading {
  readonly found: DossierFound;
  /** All rules in order; empty for an entity that the doctrine does not bind. */
  readonly duties: readonly Duty[];
  /** What the project owes, or would owe if its entity is bound, and does not say to have done; most decisive first. */
  readonly first: readonly Duty[];
  /** What is not known and decides something, most decisive first. */
  readonly missing: readonly DutyFact[];
}

/**
 * `dossier(facts, asOf)` for a sheet, with what the team says that it has done. Null before the circular of 2023.
 * Everything rests on what is declared.
 */
export const readSheet = (
  { facts, done }: Pick<Sheet, 'facts' | 'done'>,
  asOf: IsoDate,
): SheetReading | null => {
  const found = dossier(toDossierFacts(facts), asOf);
  if (found.kind === 'not-covered' || found.kind === 'invalid') return null;
  const duties = (found.obligations ?? []).map((obligation): Duty => {
    const { code, applicable } = obligation;
    const name = NAME[code] ?? ruleOf(code);
    const dependsOn = applicable === null ? openFacts(obligation, facts, found) : [];
    return { ...obligation, rule: ruleOf(code), name, dependsOn, done: done[name] ?? null };
  });
  const due = new Set(
    (found.obligationsSiSoumise ?? duties)
      .filter(({ applicable, porteur }) => applicable === true && porteur === 'PROJET')
      .map(({ code }) => code),
  );
  const owed = duties.filter(({ code, done: said }) => due.has(code) && said === null);
  return {
    found,
    duties,
    first: FIRST.flatMap((code) => owed.filter((duty) => duty.code === code)),
    missing: missingOf(duties, found),
  };
};

/** What a derogation from R9 would need is of no use where R9 does not require SecNumCloud. */
const missingOf = (duties: readonly Duty[], found: DossierFound): readonly DutyFact[] => {
  const { outcome } = found.sensibiliteSiSoumise ?? found.sensibilite;
  const required = outcome === 'SNC_REQUIS' || outcome === 'SNC_REQUIS_SI_COMMERCIAL';
  const [main, derogation] = [false, true].map((wanted) =>
    found.missing.filter(({ decides }) => (decides === 'DEROGATION_R9') === wanted).map(({ fact }) => fact),
  );
  const others = (['personnelles', 'service'] as const).filter((fact) =>
    duties.some(({ dependsOn }) => dependsOn.includes(fact)),
  );
  return [...new Set([...(main ?? []), ...others, ...(required ? (derogation ?? []) : [])])];
};

/** `R4` of `R4_REVERSIBILITE`. */
export const ruleOf = (code: ObligationCode): RuleName => (/^R\d+/.exec(code)?.[0] ?? code) as RuleName;

/** Duties that share their rule with another. */
const NAME: Partial<Record<ObligationCode, DutyName>> = {
  R5_RESILIENCE: 'R5.zones',
  R5_DETECTION_ET_ISOLATION: 'R5.detection',
  R9_PROTECTION_DES_DONNEES: 'R9.rgpd',
  R9_SECNUMCLOUD: 'R9.secnumcloud',
};

/** What is decided before an offer is chosen, then what goes in the contract, then what is built. R12 permits: it asks nothing. */
const FIRST: readonly ObligationCode[] = [
  'R7_DOCUMENTER_LA_DEROGATION',
  'R9_SECNUMCLOUD',
  'R14_CONFORMITE_DE_L_EDITEUR',
  'R9_PROTECTION_DES_DONNEES',
  'R8_CONTROLE',
  'R4_REVERSIBILITE',
  'R5_RESILIENCE',
  'R5_DETECTION_ET_ISOLATION',
  'R10_PORTABILITE',
  'R13_PAS_DE_SUR_MESURE',
  'R6_CLOUD_PAR_DEFAUT',
  'R1_CHERCHER_UNE_SOLUTION_CLOUD',
];

const PROJECT: readonly DutyFact[] = ['projet', 'changementPrestataire', 'part'];
const SENSITIVITY: readonly DutyFact[] = ['hebergement', 'secret', 'mission', 'atteintes'];

/** Facts that each duty looks at. */
const LOOKS_AT: Partial<Record<ObligationCode, readonly DutyFact[]>> = {
  R1_CHERCHER_UNE_SOLUTION_CLOUD: PROJECT,
  R4_REVERSIBILITE: ['hebergement'],
  R5_RESILIENCE: ['hebergement'],
  R5_DETECTION_ET_ISOLATION: ['hebergement'],
  R6_CLOUD_PAR_DEFAUT: PROJECT,
  R7_DOCUMENTER_LA_DEROGATION: [...PROJECT, 'hebergement', 'cents'],
  R8_CONTROLE: PROJECT,
  R9_PROTECTION_DES_DONNEES: ['hebergement', 'personnelles'],
  R9_SECNUMCLOUD: SENSITIVITY,
  R10_PORTABILITE: ['hebergement'],
  R12_SERVICES_ADDITIONNELS: ['service'],
  R13_PAS_DE_SUR_MESURE: ['projet'],
  R14_CONFORMITE_DE_L_EDITEUR: ['hebergement', 'service'],
};

const openFacts = ({ code }: Obligation, facts: SheetFacts, found: DossierFound): readonly DutyFact[] => {
  const bound = found.sensibiliteSiSoumise ?? found.sensibilite;
  const isOpen = (fact: DutyFact): boolean => {
    if (fact === 'service') return isCollaborative(toDossierFacts(facts)) === null;
    if (fact === 'personnelles') return facts.personnelles === null;
    if (fact === 'hebergement') return facts.hebergement === null;
    if (fact === 'cents') return facts.cout === null;
    if (SENSITIVITY.includes(fact)) return bound.missing.some((missing) => missing === fact);
    return found.r6?.missing.some((missing) => missing.fact === fact) ?? false;
  };
  const alone = found.obligationsSiSoumise?.find((duty) => duty.code === code)?.applicable === true;
  const entity: readonly DutyFact[] = found.scope.bound === null ? ['entite'] : [];
  return [...entity, ...(alone ? [] : (LOOKS_AT[code] ?? []).filter(isOpen))];
};
