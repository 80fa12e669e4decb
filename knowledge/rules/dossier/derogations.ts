import { derogation } from '../derogation.ts';
import type { DerogationResult, ServiceBureautique } from '../derogation-types.ts';
import type { DossierFacts, Service } from '../dossier-types.ts';
import type { Invalid, NotCovered } from '../result.ts';
import type { IsoDate } from '../time/iso-date.ts';
import { isOffice365 } from './r9.ts';
import type { DerogationCode, DossierDerogations, Missing } from './result.ts';

/**
 * What a derogation would ask: to R6 for a team out of the cloud, to R9, and under the note of 2021 for Office 365.
 * None says that one is granted.
 */
export const derogationsOf = (
  facts: DossierFacts,
  asOf: IsoDate,
): DossierDerogations | NotCovered | Invalid => {
  const { offreAcceptable, cents, hebergement } = facts;
  const r9 = derogation(
    { regle: 'R9', projetDejaEngage: isEngaged(facts), preuve: null, offreAcceptable },
    asOf,
  );
  if (!isFound(r9)) return r9;
  const r6 = hebergement === 'hors_cloud' ? derogation({ regle: 'R6', cents }, asOf) : null;
  if (r6 !== null && !isFound(r6)) return r6;
  const note2021 = isOffice365(facts)
    ? derogation(
        { regle: 'NOTE_2021', tresAvance: null, service: serviceOf(facts.service), offreAcceptable },
        asOf,
      )
    : null;
  if (note2021 !== null && !isFound(note2021)) return note2021;
  return { r6, r9, note2021 };
};

/** R9 reserves its derogation to « les projets déjà engagés »: a new project has none by the circular. */
export const derogationR9Code = ({ projet }: DossierFacts): DerogationCode =>
  projet?.nature === 'nouveau' ? 'DEROGATION_R9_NON' : 'DEROGATION_R9_TRANSITOIRE';

/** What the derogation from R9 still needs; its ceiling, the date of the acceptable offer. */
export const missingOfDerogation = ({ r9 }: DossierDerogations): readonly Missing[] =>
  MISSING.filter((fact) => r9.missing.includes(fact)).map((fact) => ({ fact, decides: 'DEROGATION_R9' }));

const MISSING = ['projetDejaEngage', 'preuve', 'offreAcceptable'] as const;

const isFound = (found: DerogationResult | NotCovered | Invalid): found is DerogationResult =>
  'conditions' in found;

const isEngaged = ({ projet }: DossierFacts): boolean | null => {
  if (projet === null) return null;
  // An evolution or the maintenance of a product says nothing of when its hosting was engaged.
  return projet.nature === 'nouveau' ? false : projet.nature === 'engage' ? true : null;
};

const serviceOf = (service: Service | null): ServiceBureautique | null => {
  switch (service) {
    case 'messagerie':
    case 'visioconference':
    case 'messagerie_instantanee':
      return service;
    case 'partage_documents':
      return 'documentaire';
    case 'autre_collaboratif':
      return 'collaboratif';
    default:
      return null;
  }
};
