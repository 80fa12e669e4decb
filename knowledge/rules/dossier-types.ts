import type { Entite } from './champ.ts';
import type { Known } from './result.ts';
import type { Atteinte } from './sensibilite-types.ts';
import type { IsoDate } from './time/iso-date.ts';

/**
 * What kind of entity carries the project. `incertaine` = named, but the texts do not settle whether it is bound
 * (hospital, GIP, EPIC, public company, independent authority, school): both branches are to be told.
 */
export type EntiteDeclaree = Entite | 'incertaine';

/** State of the project: R6 binds new ones and major evolutions. `engage` = already under way (derogations from R9). */
export interface ProjetDeclare {
  readonly nature: 'nouveau' | 'evolution' | 'maintenance' | 'engage';
  /** null = not said. */
  readonly changementPrestataire: Known;
  /** Cost of the evolution, in percent of the cost of building the initial product; null = not said. */
  readonly part: number | null;
}

/** Kinds of service, as people name them. */
export const SERVICES = [
  'messagerie',
  'visioconference',
  'messagerie_instantanee',
  'partage_documents',
  'suite_bureautique',
  'autre_collaboratif',
  'sirh',
  'application_metier',
  'site',
  'sauvegarde',
  'recette',
  'developpement',
] as const;

export type Service = (typeof SERVICES)[number];

/** What a person declares of a project; null = not said, [] = said to be none. Nothing here is verified. */
export interface DossierFacts {
  readonly entite: EntiteDeclaree | null;
  readonly projet: ProjetDeclare | null;
  readonly hebergement: 'commercial' | 'interne' | 'hors_cloud' | null;
  /** Provider or offer, by its usual name. */
  readonly fournisseur: string | null;
  /** The provider is said to be, or is known as, under the law of a State outside the Union. */
  readonly extraeuropeen: Known;
  readonly service: Service | null;
  /** Collaborative or on-demand software service offered to agents (R11, R12), hence R14. */
  readonly collaboratif: Known;
  /** Data categories by their codes (`sante`, `rh`, `open_data`…). */
  readonly donnees: readonly string[];
  readonly personnelles: Known;
  readonly sante: Known;
  /** Data under a secret protected by law. A category is not a secret by itself: only what is said. */
  readonly secret: Known;
  /** Data necessary to the essential missions of the State. */
  readonly mission: Known;
  /** Harms that a violation could cause. */
  readonly atteintes: readonly Atteinte[] | null;
  /** Full cost (coût complet), integer cents. */
  readonly cents: number | null;
  /** Date of the acceptable offer, as declared; no text designates it. */
  readonly offreAcceptable: IsoDate | null;
}

/** Nothing said. */
export const NO_FACTS: DossierFacts = {
  entite: null,
  projet: null,
  hebergement: null,
  fournisseur: null,
  extraeuropeen: null,
  service: null,
  collaboratif: null,
  donnees: [],
  personnelles: null,
  sante: null,
  secret: null,
  mission: null,
  atteintes: null,
  cents: null,
  offreAcceptable: null,
};
