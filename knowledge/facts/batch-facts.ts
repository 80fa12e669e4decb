import type { ProjetDeclare } from '../rules/dossier-types.ts';
import type { QuestionFacts } from './read-facts.ts';

/** The facts of a question as the batch mode writes them; null or [] = not said. */
export interface BatchFacts {
  readonly entite: string | null;
  readonly projet: 'nouveau' | 'evolution_majeure' | 'evolution_mineure' | 'engage' | null;
  readonly hebergement: string | null;
  readonly fournisseur: string | null;
  readonly donnees: readonly string[];
  readonly personnelles: boolean | null;
  readonly secret: boolean | null;
  readonly mission: boolean | null;
  readonly atteintes: readonly string[];
  readonly service_collaboratif: boolean | null;
  readonly cout_euros: number | null;
}

/** Flattens what was read for the record of the batch mode. */
export const batchFacts = ({ facts }: QuestionFacts): BatchFacts => ({
  entite: facts.entite,
  projet: facts.projet === null ? null : projectState(facts.projet),
  hebergement: facts.hebergement,
  fournisseur: facts.fournisseur,
  donnees: facts.donnees,
  personnelles: facts.personnelles,
  secret: facts.secret,
  mission: facts.mission,
  atteintes: facts.atteintes ?? [],
  service_collaboratif: facts.collaboratif,
  cout_euros: facts.cents === null ? null : facts.cents / 100,
});

/** Half of the initial cost, or a change of provider, make an evolution major (R6); one of unknown size is not told. */
const projectState = ({ nature, changementPrestataire, part }: ProjetDeclare): BatchFacts['projet'] => {
  if (nature === 'maintenance') return 'evolution_mineure';
  if (nature !== 'evolution') return nature;
  if (changementPrestataire === true || (part !== null && part >= HALF)) return 'evolution_majeure';
  return part === null ? null : 'evolution_mineure';
};

const HALF = 50;
