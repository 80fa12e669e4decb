import {
  type DossierFacts,
  type EntiteDeclaree,
  NO_FACTS,
  type ProjetDeclare,
  type Service,
} from '../rules/dossier-types.ts';
import type { Known } from '../rules/result.ts';
import type { Atteinte } from '../rules/sensibilite-types.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';

/**
 * What a team declares of its project, one field a fact; the names are those that it types (`hebergement=…`). Null (or
 * `[]` for `donnees`) = not said. Nothing here is verified.
 */
export interface SheetFacts {
  /** Name of the project. */
  readonly nom: string | null;
  /** Entity that carries it, by its name. */
  readonly porteur: string | null;
  readonly entite: EntiteDeclaree | null;
  readonly etat: ProjetDeclare['nature'] | null;
  readonly prestataire_change: Known;
  /** Cost of the evolution, in percent of the cost of building the initial product. */
  readonly part: number | null;
  readonly hebergement: DossierFacts['hebergement'];
  readonly fournisseur: string | null;
  readonly extraeuropeen: Known;
  readonly service: Service | null;
  readonly collaboratif: Known;
  readonly donnees: readonly string[];
  readonly personnelles: Known;
  readonly sante: Known;
  readonly secret: Known;
  readonly mission: Known;
  readonly atteintes: readonly Atteinte[] | null;
  /** Full cost, integer cents. */
  readonly cout: number | null;
  readonly offre_acceptable: IsoDate | null;
}

export type FactName = keyof SheetFacts;
export type FactValue = SheetFacts[FactName];
/** Values said at once. */
export type SaidFacts = Partial<SheetFacts>;

const {
  entite: _entite,
  projet: _projet,
  cents: _cents,
  offreAcceptable: _offre,
  ...NOTHING_ELSE
} = NO_FACTS;

/** Nothing said, in the order in which it is shown: what the rules take, under the names of the sheet. */
export const NO_SHEET_FACTS: SheetFacts = {
  nom: null,
  porteur: null,
  entite: null,
  etat: null,
  prestataire_change: null,
  part: null,
  ...NOTHING_ELSE,
  cout: null,
  offre_acceptable: null,
};

/** All fields, in the order in which they are shown. */
export const FACT_NAMES = Object.keys(NO_SHEET_FACTS) as readonly FactName[];

/** Whether a value says something; « aucune atteinte » does, an empty list of data does not. */
export const isSaid = (name: FactName, value: FactValue): boolean =>
  value !== null && !(name === 'donnees' && Array.isArray(value) && value.length === 0);

/** The facts as the rules take them. A share, or the word on the provider, is said of an evolution. */
export const toDossierFacts = ({
  nom: _nom,
  porteur: _porteur,
  etat,
  prestataire_change: changementPrestataire,
  part,
  cout: cents,
  offre_acceptable: offreAcceptable,
  ...same
}: SheetFacts): DossierFacts => {
  const nature = etat ?? (part !== null || changementPrestataire !== null ? 'evolution' : null);
  return {
    ...NO_FACTS,
    ...same,
    projet: nature === null ? null : { nature, changementPrestataire, part },
    cents,
    offreAcceptable,
  };
};

/** What was read in a sentence, as values said; what it does not say is left out. */
export const fromDossierFacts = ({ projet, cents, offreAcceptable, ...facts }: DossierFacts): SaidFacts => {
  const all: SheetFacts = {
    ...NO_SHEET_FACTS,
    ...facts,
    etat: projet?.nature ?? null,
    prestataire_change: projet?.changementPrestataire ?? null,
    part: projet?.part ?? null,
    cout: cents,
    offre_acceptable: offreAcceptable,
  };
  return Object.fromEntries(
    FACT_NAMES.filter((name) => isSaid(name, all[name])).map((name) => [name, all[name]]),
  );
};
