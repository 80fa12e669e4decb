import { champ, type Projet } from '../champ.ts';
import type { DossierFacts, ProjetDeclare } from '../dossier-types.ts';
import type { Invalid, Known, NotCovered } from '../result.ts';
import type { SeuilDecided } from '../seuil.ts';
import { R6_DEFAUT, R6_EVOLUTION, R7 } from '../texts/circulaire.ts';
import { FAQ_REFONTE } from '../texts/faq.ts';
import { inForce } from '../texts/in-force.ts';
import type { IsoDate } from '../time/iso-date.ts';
import type { DossierR6, Missing, R6Code } from './result.ts';

/**
 * R6 and R7 for an entity that is bound, or would be: does R6 aim at the project, and if the team stays out of the
 * cloud, what is owed. A project of which nothing is said may be a new one: nothing is concluded, and it is asked.
 */
export const r6Of = (
  facts: DossierFacts,
  cost: SeuilDecided | null,
  asOf: IsoDate,
): DossierR6 | NotCovered | Invalid => {
  const found = champ({ entite: 'administration_centrale', projet: projetOf(facts.projet) }, asOf);
  if (found.kind === 'invalid' || found.kind === 'not-covered') return found;
  const undecided = found.kind === 'undetermined' ? found.missing : [];
  const vise = found.kind === 'decided' ? found.dansLeChamp : null;
  const minor = vise === false || isMinor(facts.projet);
  const reasons = found.kind === 'decided' ? found.reasons : [];
  const code = codeOf(facts, cost, vise, minor);
  const missing: Missing[] = undecided.flatMap((fact) =>
    fact === 'entite' ? [] : [{ fact, decides: 'R6' } as const],
  );
  if (facts.hebergement === 'hors_cloud' && cost === null && !minor) {
    missing.unshift({ fact: 'cents', decides: 'R6' });
  }
  const derogates = code === 'R6_DEROGATION_A_DOCUMENTER' || code === 'R6_DEROGATION_SANS_DOSSIER_DINUM';
  const evolution = facts.projet !== null && facts.projet.nature !== 'nouveau';
  return {
    code,
    vise,
    reason: minor ? 'EVOLUTION_MINEURE' : (REASONS.find((reason) => reasons.includes(reason)) ?? null),
    divergence: found.kind === 'decided' && found.divergences.length > 0,
    missing,
    citations: inForce(
      [
        ...(derogates ? [R7] : []),
        ...(evolution || vise === null ? [R6_EVOLUTION, R6_DEFAUT] : [R6_DEFAUT, R6_EVOLUTION]),
        FAQ_REFONTE,
      ],
      asOf,
    ),
  };
};

const REASONS = ['CHANGEMENT_DE_PRESTATAIRE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE', 'PROJET_NOUVEAU'] as const;

/** A project under way, or its maintenance, is aimed at only by what it changes: R6's « évolution majeure ». */
const projetOf = (projet: ProjetDeclare | null): Projet | null => {
  if (projet === null) return null;
  if (projet.nature === 'nouveau') return { nature: 'nouveau' };
  const { changementPrestataire, part } = projet;
  return {
    nature: 'evolution',
    changementPrestataire,
    part: part === null && projet.nature === 'maintenance' ? 0 : part,
  };
};

/** Under half of the initial cost, the only open question being the provider. */
const isMinor = (projet: ProjetDeclare | null): boolean => {
  if (projet === null || projet.nature === 'nouveau' || projet.changementPrestataire === true) return false;
  return projet.part === null ? projet.nature === 'maintenance' : projet.part < HALF;
};

/** Percent of the initial cost from which (included) an evolution is major: R6, « au moins 50 % ». */
const HALF = 50;

const codeOf = (
  { hebergement, projet }: DossierFacts,
  cost: SeuilDecided | null,
  vise: Known,
  minor: boolean,
): R6Code => {
  if (minor) return 'R6_NON_VISE';
  if (hebergement === 'hors_cloud' && cost !== null) {
    return cost.bande === 'MOINS_1M' ? 'R6_DEROGATION_SANS_DOSSIER_DINUM' : 'R6_DEROGATION_A_DOCUMENTER';
  }
  if (vise === true) return 'R6_APPLICABLE';
  // A project under way is aimed at only by a major evolution, of which nothing is said (FAQ, « projet engagé »).
  return projet?.nature === 'engage' ? 'R6_NON_VISE' : 'R6_A_PRECISER';
};
