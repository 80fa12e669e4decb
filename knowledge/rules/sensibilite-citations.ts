import type { RuleCitation } from './citation.ts';
import type { SensibiliteDecided, SensibiliteFacts } from './sensibilite-types.ts';
import * as c from './texts/circulaire.ts';
import * as f from './texts/faq.ts';
import { PRESSE_OIV } from './texts/press-2021.ts';

/** The words on which a verdict of R9 rests: those of the outcome first, then regimes and alerts. */
export const sensibiliteCitations = (
  facts: SensibiliteFacts,
  found: Pick<SensibiliteDecided, 'outcome' | 'regimes' | 'alerts' | 'missing'>,
): readonly RuleCitation[] => [
  ...ofOutcome(found, facts),
  ...found.alerts.flatMap((alert) => ALERTS[alert]),
  ...found.regimes.flatMap((regime) => (usesOtherRegimes(found) ? [f.FAQ_AUTRES_REGIMES] : REGIMES[regime])),
];

const ALERTS = {
  VERIFIER_SECRET_MEDICAL: [c.R9_EXEMPLES_SECRETS],
  TRANSFERTS_HORS_UE: [c.R9_TRANSFERTS],
} as const;

const REGIMES = {
  RGPD: [c.R9_RGPD],
  IMMUNITE_DEMANDES_ETATS_TIERS: [c.R9_IMMUNITE],
  HDS: [c.R9_HDS, f.FAQ_HDS],
  R14: [c.R14],
} as const;

/** Where R9 itself does not apply, only the FAQ says that the other regimes still do. */
const usesOtherRegimes = ({ outcome }: Pick<SensibiliteDecided, 'outcome'>): boolean =>
  outcome === 'HORS_CHAMP' || outcome === 'R9_CLOUD_INTERNE_NON_VISE';

const ofOutcome = (
  { outcome, missing }: Pick<SensibiliteDecided, 'outcome' | 'missing'>,
  facts: SensibiliteFacts,
): readonly RuleCitation[] => {
  switch (outcome) {
    case 'HORS_CHAMP':
      return [
        f.FAQ_COLLECTIVITES,
        c.CHAMP,
        f.FAQ_CHAMP,
        f.FAQ_COLLECTIVITES_ADAPTE,
        f.FAQ_ETAT_CIVIL,
        PRESSE_OIV,
      ];
    case 'R9_CLOUD_INTERNE_NON_VISE':
      return [c.R9_COMMERCIAL, c.CLOUD_INTERNE, c.R6_CHOIX];
    case 'SNC_NON_REQUIS':
      return [c.R9_NON_REQUIS, f.FAQ_DEUX_CONDITIONS, f.FAQ_RGPD_NE_SUFFIT_PAS];
    case 'A_EVALUER':
      return toAssess(missing);
    case 'SNC_REQUIS_SI_COMMERCIAL':
      return [c.R9_QUALIFICATION, c.R9_COMMERCIAL, c.R6_CHOIX, ...grounds(facts)];
    case 'SNC_REQUIS':
      return [c.R9_QUALIFICATION, ...grounds(facts), ...derogation, c.CHAMP];
  }
};

/** Why the data are « d'une sensibilité particulière ». */
const grounds = ({ secret, mission }: SensibiliteFacts): readonly RuleCitation[] => [
  f.FAQ_DEUX_CONDITIONS,
  ...(secret === true ? [c.R9_SECRETS] : []),
  ...(mission === true ? [c.R9_MISSIONS] : []),
];

const derogation = [c.R9_DEROGATION, f.FAQ_DEROGATION_DECONSEILLEE, f.FAQ_PREUVE];

const toAssess = (missing: SensibiliteDecided['missing']): readonly RuleCitation[] => {
  const scope = missing.includes('champ') ? [c.CHAMP, f.FAQ_CHAMP, f.FAQ_JAUNE] : [];
  const data = missing.some((fact) => fact !== 'champ' && fact !== 'hebergement')
    ? [f.FAQ_ENTITE_PORTEUSE, f.FAQ_DICT, c.R9_CRITERES]
    : [];
  return [...scope, ...data, f.FAQ_DEUX_CONDITIONS, c.R9_QUALIFICATION];
};
