import type { Ask, Asks } from '../../knowledge/facts/asks.ts';
import type { DossierFound } from '../../knowledge/rules/dossier/result.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { VerdictCode } from './codes.ts';

/** Short verdicts in one answer, at most. */
const MOST = 2;

/** What is said first: scope before all, then what was asked, else what the facts decide. */
export const chooseCodes = (facts: DossierFacts, found: DossierFound, asks: Asks): readonly VerdictCode[] => {
  if (found.scope.code === 'HORS_CHAMP') return ['HORS_CHAMP'];
  const asked = ordered(asks.topics).flatMap((ask) => OF[ask](facts, found));
  const chosen = asked.length > 0 ? asked : whatFactsDecide(facts, found);
  const distinct = [...new Set(chosen)].filter(
    (code, at) => at === 0 || !isMet(code, facts) || asked.includes(code),
  );
  if (found.scope.code !== 'INCERTAIN') return distinct.slice(0, MOST);
  // Not required whether or not the entity is bound: the scope changes nothing.
  if (distinct[0] === 'SNC_NON_REQUIS' || distinct[0] === 'R9_CLOUD_INTERNE_NON_VISE')
    return distinct.slice(0, MOST);
  // Asked only whether it is in scope, it is told the branch in which it is, too.
  return [...new Set<VerdictCode>(['INCERTAIN', ...distinct, ...whatFactsDecide(facts, found)])].slice(
    0,
    MOST,
  );
};

/** Who goes to a cloud meets R6: beside what R9 asks, it is told only to who asked. */
const isMet = (code: VerdictCode, facts: DossierFacts): boolean =>
  code === 'R6_APPLICABLE' && goesToCloud(facts);

/** All that the facts decide, for machines: what is said, then the rest. */
export const decidedCodes = (
  facts: DossierFacts,
  found: DossierFound,
  said: readonly VerdictCode[],
): readonly VerdictCode[] => {
  const rest = [
    ...whatFactsDecide(facts, found),
    ...found.codes.filter((code) => R9.has(code) && concernsR9(facts)),
  ];
  const open = found.scope.code === 'INCERTAIN' && found.sensibilite.outcome === 'A_EVALUER';
  const all = found.scope.code === 'HORS_CHAMP' ? said : [...said, ...rest, ...(open ? OPEN : [])];
  return [...new Set(all)].filter((code) => !code.endsWith('_A_PRECISER'));
};

/** Whether a fact was declared that R9 looks at. */
const concernsR9 = (facts: DossierFacts): boolean =>
  facts.hebergement === 'commercial' ||
  facts.hebergement === 'interne' ||
  facts.fournisseur !== null ||
  facts.secret !== null ||
  facts.mission !== null ||
  facts.atteintes !== null ||
  facts.personnelles !== null ||
  facts.sante !== null ||
  facts.donnees.length > 0;

type Choice = (facts: DossierFacts, found: DossierFound) => readonly VerdictCode[];

const controllers: Choice = (_, { codes }) => codes.filter((code) => code.startsWith('CONTROLE_'));
/** Who controls; first, where it is so, that R6 does not aim at the project: R8 may then have nothing to control. */
const controle: Choice = (facts, found) => [
  ...(found.r6?.vise === false ? [found.r6.code] : []),
  ...controllers(facts, found),
];
const r6: Choice = (_, found) => (found.r6 === null ? [] : [found.r6.code]);

/** R9 as it is told: a service to agents by R14 unless the conditions settle it; « recette » before the conditions. */
const r9: Choice = (facts, { codes, sensibilite, sensibiliteSiSoumise }) => {
  const { outcome } = sensibiliteSiSoumise ?? sensibilite;
  if (outcome === 'HORS_CHAMP') return [];
  // R9 does not name development: nothing of its conditions is told of it.
  if (facts.service === 'developpement') return ['R9_PRODUCTION_ET_RECETTE'];
  if (facts.service === 'recette' || facts.donnees.includes('fictives')) {
    return facts.donnees.includes('fictives') && outcome === 'A_EVALUER'
      ? ['R9_PRODUCTION_ET_RECETTE']
      : ['R9_PRODUCTION_ET_RECETTE', outcome];
  }
  if (codes.includes('R14_R9_IMPERATIVE') && outcome === 'A_EVALUER') {
    return codes.includes('NOTE_2021_NON_CONFORME') ? ['NOTE_2021_NON_CONFORME'] : ['R14_R9_IMPERATIVE'];
  }
  return codes.includes('R14_R9_IMPERATIVE') ? [outcome, 'R14_R9_IMPERATIVE'] : [outcome];
};

/** R7 speaks to who does without cloud; to others, its condition is said, then who controls. */
const etude: Choice = (facts, found) =>
  facts.hebergement === 'hors_cloud'
    ? [...r6(facts, found), ...controllers(facts, found)]
    : ['R7_SI_DEROGATION', ...controllers(facts, found).filter((code) => code !== 'CONTROLE_A_PRECISER')];

/** A derogation needs something to derogate from: nothing where R9 does not require. */
const derogationR9: Choice = (_, { codes, sensibilite, sensibiliteSiSoumise }) => {
  const { outcome } = sensibiliteSiSoumise ?? sensibilite;
  if (outcome === 'SNC_NON_REQUIS' || outcome === 'R9_CLOUD_INTERNE_NON_VISE') return [outcome];
  if (codes.includes('NOTE_2021_NON_CONFORME')) return ['NOTE_2021_DEROGATION'];
  return codes.filter((code) => code.startsWith('DEROGATION_R9'));
};

const always =
  (code: VerdictCode): Choice =>
  () => [code];

const OF: Record<Ask, Choice> = {
  CHAMP: (facts, found) => [found.scope.code, ...unaimed(facts, found)],
  CLOUD: (facts, found) => cloud(facts, found),
  SECNUMCLOUD: r9,
  RECETTE: (facts, found) => ['R9_PRODUCTION_ET_RECETTE', ...r9(facts, found)],
  LOCALISATION: always('R9_LOCALISATION'),
  DEROGATION_R6: r6,
  DEROGATION_R9: derogationR9,
  DEROGATION: (facts, found) => (facts.hebergement === 'hors_cloud' ? r6 : derogationR9)(facts, found),
  ETUDE: etude,
  CONTROLE: controle,
  REVERSIBILITE: always('R4_REVERSIBILITE'),
  ZONES: always('R5_PLUSIEURS_ZONES'),
  SUR_MESURE: always('R13_SUR_ETAGERE'),
  CLOUD_INTERNE_CONSTRUIRE: always('CLOUD_INTERNE_DEUX_OFFRES'),
  CLOUD_INTERNE_OUVERT: (facts) => (facts.hebergement === 'interne' ? ['CLOUD_INTERNE_OUVERT'] : []),
  ARMEES: always('EXCEPTION_ARMEES'),
  PERMIS: (facts, found) => (goesToCloud(facts) ? [...unaimed(facts, found), ...r9(facts, found)] : []),
  TAXES: ({ cents }) => (cents === null ? ['COUT_HT_OU_TTC'] : []),
  NOTE_2021: (_, { codes }) => (codes.includes('NOTE_2021_NON_CONFORME') ? ['NOTE_2021_DEROGATION'] : []),
};

/** A cloud was said to be where it goes, of whatever kind. */
export const goesToCloud = ({ hebergement }: DossierFacts): boolean =>
  hebergement === 'commercial' || hebergement === 'interne';

/** Who goes to a cloud already meets R6: what is left is what R9 asks of it. */
const cloud: Choice = (facts, found) => {
  return goesToCloud(facts) && found.r6?.code === 'R6_A_PRECISER' ? r9(facts, found) : r6(facts, found);
};

/** A derogation by its rule replaces the bare word; whether one is bound is answered by the rule that binds. */
const ordered = (topics: readonly Ask[]): readonly Ask[] => {
  const named = topics.includes('DEROGATION_R6') || topics.includes('DEROGATION_R9');
  const derogates = topics.includes('DEROGATION');
  const kept = topics.filter(
    (ask) => !(ask === 'DEROGATION' && named) && !(ask === 'SECNUMCLOUD' && derogates),
  );
  const others = kept.filter((ask) => ask !== 'CHAMP');
  return kept.includes('CHAMP') && !others.includes('CLOUD') ? [...others, 'CHAMP'] : others;
};

/** A maintenance is told first that R6 does not aim at it: what it does not change is not questioned anew. */
const unaimed: Choice = (facts, found) =>
  facts.projet?.nature === 'maintenance' && found.r6?.code === 'R6_NON_VISE' ? [found.r6.code] : [];

const whatFactsDecide: Choice = (facts, found) => [
  ...unaimed(facts, found),
  ...(facts.cents !== null && facts.hebergement === 'hors_cloud' ? r6(facts, found) : []),
  ...(concernsR9(facts) && facts.hebergement !== 'hors_cloud' ? r9(facts, found) : []),
  ...(facts.cents === null ? [] : controllers(facts, found)),
  ...(facts.projet === null && facts.hebergement !== 'hors_cloud' ? [] : r6(facts, found)),
];

const OPEN: readonly VerdictCode[] = ['A_EVALUER'];

const R9: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'SNC_REQUIS',
  'SNC_REQUIS_SI_COMMERCIAL',
  'SNC_NON_REQUIS',
  'R9_CLOUD_INTERNE_NON_VISE',
  'A_EVALUER',
  'R12_LIBRE',
  'R14_R9_IMPERATIVE',
]);
