import type { RuleCitation } from './citation.ts';
import type {
  Obligation,
  ObligationCode,
  ObligationFacts,
  ObligationSilence,
  Obligations,
} from './obligations-types.ts';
import { and, checkDay, type Invalid, type Known, type NotCovered, or } from './result.ts';
import type { SensibiliteOutcome } from './sensibilite-types.ts';
import { seuil } from './seuil.ts';
import * as c from './texts/circulaire.ts';
import { FAQ_REFONTE } from './texts/faq.ts';
import { isPublished } from './texts/in-force.ts';
import type { IsoDate } from './time/iso-date.ts';

/**
 * The checklist R1–R15 for a project of an entity bound by the circular of 2023. Where the texts can be read in two
 * ways, `applicable` is null and `silence` says of what they do not speak: nothing is asserted.
 * @param asOf day for which the rule is asked, `YYYY-MM-DD`
 */
export const obligations = (facts: ObligationFacts, asOf: IsoDate): Obligations | NotCovered | Invalid => {
  const day = checkDay(asOf);
  if (day !== null) return day;
  const { nature, vise, serviceUtilisateur: service, surMesure, sensibilite } = facts;
  const etude = etudeOf(facts, asOf);
  if (etude !== null && typeof etude === 'object') return etude;
  const commercial = is(facts.hebergement, 'commercial');
  const cloud = negate(is(facts.hebergement, 'hors_cloud'));
  // « Tout projet » (R4, R5) has no condition of being new; whether maintenance is a project is not said.
  const unlessMaintained = nature === 'maintenance' ? null : true;
  const maintained = nature === 'maintenance' ? 'MAINTENANCE_EST_ELLE_UN_PROJET' : null;
  const existing = nature !== null && nature !== 'nouveau';
  return {
    kind: 'decided',
    liste: [
      projet('R1_CHERCHER_UNE_SOLUTION_CLOUD', r1Of(facts, asOf), c.R1, existing ? 'R1_REFONTE' : null),
      owed('R2_FORMER', 'ADMINISTRATION', c.R2),
      owed('R3_INCITER_ET_CONTROLER', 'ADMINISTRATION', c.R3),
      projet('R4_REVERSIBILITE', and(commercial, unlessMaintained), c.R4_REVERSIBILITE, maintained),
      projet('R5_RESILIENCE', and(cloud, unlessMaintained), c.R5_ZONES, maintained),
      projet('R5_DETECTION_ET_ISOLATION', and(commercial, unlessMaintained), c.R5_DETECTION, maintained),
      projet('R6_CLOUD_PAR_DEFAUT', vise, c.R6_DEFAUT),
      // Who is not aimed at by R6 has nothing to derogate from.
      projet('R7_DOCUMENTER_LA_DEROGATION', and(vise, etude), c.R7),
      projet('R8_CONTROLE', r8Of(facts), c.R8, vise === false ? 'R8_SANS_R6' : null),
      projet(
        'R9_PROTECTION_DES_DONNEES',
        and(commercial, personalOf(facts)),
        c.R9_RGPD,
        isContradicted(facts) ? 'R9_SANTE_SANS_DONNEES_PERSONNELLES' : null,
      ),
      projet('R9_SECNUMCLOUD', and(commercial, isRequired(sensibilite)), c.R9_QUALIFICATION),
      projet(
        'R10_PORTABILITE',
        and(cloud, unlessMaintained, service === true ? null : true),
        c.R10,
        service === true ? 'R10_LOGICIEL_A_LA_DEMANDE' : maintained,
      ),
      owed('R11_SUITE_INTERMINISTERIELLE', 'DINUM', c.R11),
      projet(
        'R12_SERVICES_ADDITIONNELS',
        and(service, facts.entite === 'organisme_sous_tutelle' ? null : true),
        c.R12,
        facts.entite === 'organisme_sous_tutelle' ? 'R12_DIT_LES_MINISTERES' : null,
      ),
      projet(
        'R13_PAS_DE_SUR_MESURE',
        or(is(nature, 'nouveau'), surMesure),
        c.R13,
        existing ? 'R13_PRODUIT_EXISTANT' : null,
      ),
      projet(
        'R14_CONFORMITE_DE_L_EDITEUR',
        and(service, commercial === true ? true : null),
        c.R14,
        commercial === false ? 'R14_HORS_OFFRE_COMMERCIALE' : null,
      ),
      owed('R15_DIVERSITE_DES_FOURNISSEURS', 'ADMINISTRATION', c.R15),
    ],
  };
};

const projet = (
  code: ObligationCode,
  applicable: Known,
  citation: RuleCitation,
  silence: ObligationSilence | null = null,
): Obligation => ({
  code,
  porteur: 'PROJET',
  applicable,
  silence: applicable === null ? silence : null,
  citation,
});

/** Owed by somebody else than the project's team, whatever the project. */
const owed = (
  code: ObligationCode,
  porteur: 'ADMINISTRATION' | 'DINUM',
  citation: RuleCitation,
): Obligation => ({ code, porteur, applicable: true, silence: null, citation });

/**
 * R1 says « tout nouveau projet », and only R6 « s'applique par extension » to existing products. Since the FAQ, a
 * « refonte de plus de 50 % » is concerned by the doctrine, in words that do not say by which rules.
 */
const r1Of = ({ nature, part }: ObligationFacts, asOf: IsoDate): Known => {
  if (nature === null || nature === 'nouveau') return nature === null ? null : true;
  if (nature === 'maintenance' || !isPublished(FAQ_REFONTE, asOf)) return false;
  return part !== null && part <= REFONTE_ABOVE ? false : null;
};

/** Percent of the existing product above which (excluded) the FAQ speaks of a « refonte ». */
const REFONTE_ABOVE = 50;

/** R7 is owed by a team that does without cloud (derogates from R6), from the threshold of its full cost. */
const etudeOf = ({ hebergement, cents }: ObligationFacts, asOf: IsoDate): Known | NotCovered | Invalid => {
  const horsCloud = is(hebergement, 'hors_cloud');
  if (cents === null) return horsCloud === false ? false : null;
  const cost = seuil({ cents, derogeR6: horsCloud }, asOf);
  if (cost.kind !== 'decided') return cost;
  if (cost.etude === 'DUE_SI_DEROGATION_R6') return null;
  return cost.etude === 'DUE';
};

/** « Le contrôle de la doctrine »: of a project that R6 does not aim at, and that uses no cloud, nothing is left to control. */
const r8Of = ({ vise, hebergement }: ObligationFacts): Known => {
  if (vise !== false) return vise;
  return hebergement === 'hors_cloud' ? false : null;
};

/** « traitant des données à caractère personnel »; health data are, unless the person says otherwise of them. */
const personalOf = (facts: ObligationFacts): Known => {
  if (facts.personnelles === false) return isContradicted(facts) ? null : false;
  return facts.sante === true ? true : facts.personnelles;
};

const isContradicted = ({ personnelles, sante }: ObligationFacts): boolean =>
  personnelles === false && sante === true;

const isRequired = (outcome: SensibiliteOutcome | null): Known => {
  if (outcome === null || outcome === 'A_EVALUER') return null;
  return outcome === 'SNC_REQUIS' || outcome === 'SNC_REQUIS_SI_COMMERCIAL';
};

const is = <T>(value: T | null, wanted: T): Known => (value === null ? null : value === wanted);

const negate = (value: Known): Known => (value === null ? null : !value);
