import type { DossierFacts, Service } from '../dossier-types.ts';
import type { Invalid, Known, NotCovered } from '../result.ts';
import { sensibilite } from '../sensibilite.ts';
import type { SensibiliteDecided } from '../sensibilite-types.ts';
import type { IsoDate } from '../time/iso-date.ts';
import { isOpen, natureNommee } from './nature.ts';
import type { Missing, R9Code } from './result.ts';

/**
 * R9 on what is declared, the scope being given. A category of data (staff files) is no secret by itself: `secret`
 * stays unknown until it is said, or until the data are an example that R9 itself names (`natureNommee`). Data said
 * not to be personal keep no medical secrecy.
 */
export const r9Of = (
  facts: DossierFacts,
  champ: Known,
  asOf: IsoDate,
): SensibiliteDecided | NotCovered | Invalid => {
  const named = natureNommee(facts)?.condition;
  return sensibilite(
    {
      champ,
      // R9 speaks of a commercial offer: out of any cloud, what it would ask of one can still be told.
      hebergement: facts.hebergement === 'hors_cloud' ? null : facts.hebergement,
      secret: named === 'secret' ? true : facts.secret,
      mission: named === 'mission' ? true : isOpen(facts) ? false : facts.mission,
      atteintes: facts.atteintes,
      personnelles: facts.personnelles,
      sante: facts.personnelles === false ? false : facts.sante,
      collaboratif: isCollaborative(facts),
    },
    asOf,
  );
};

/** Codes of R9 for an entity that is bound, or would be; most decisive first. */
export const r9Codes = (
  facts: DossierFacts,
  known: SensibiliteDecided,
  bound: SensibiliteDecided,
): readonly R9Code[] => {
  const outcomes = [known.outcome, bound.outcome].filter((code) => code !== 'HORS_CHAMP');
  const outOfCloud = facts.hebergement === 'hors_cloud';
  const collaborative = isCollaborative(facts) === true && facts.hebergement !== 'interne';
  return [
    ...(isNotProduction(facts) ? (['R9_PRODUCTION_ET_RECETTE'] as const) : []),
    ...(collaborative && isOffice365(facts) ? (['NOTE_2021_NON_CONFORME'] as const) : []),
    ...(facts.entite === null ? [bound.outcome, known.outcome] : outcomes).filter(
      (code) => code !== 'HORS_CHAMP' && !(code === 'A_EVALUER' && outOfCloud),
    ),
    ...(collaborative ? (['R14_R9_IMPERATIVE'] as const) : []),
    ...(collaborative && facts.entite === 'administration_centrale' ? (['R12_LIBRE'] as const) : []),
  ].filter((code): code is R9Code => code !== 'HORS_CHAMP');
};

/** What R9 still needs, in the order in which it decides. The entity is asked for by the scope. */
export const missingOfR9 = (facts: DossierFacts, found: SensibiliteDecided): readonly Missing[] => {
  if (facts.hebergement === 'hors_cloud') return [];
  const hosting: Missing[] =
    found.outcome === 'SNC_REQUIS_SI_COMMERCIAL' ? [{ fact: 'hebergement', decides: 'R9' }] : [];
  // The conditions decide more than the hosting, which is asked for last.
  const order = ['secret', 'mission', 'atteintes', 'hebergement'] as const;
  const open = order.filter((fact) => found.missing.includes(fact));
  return [...hosting, ...open.map((fact) => ({ fact, decides: 'R9' }) as const)];
};

/** Service of R11 or R12, as declared or by its kind. */
export const isCollaborative = ({ collaboratif, service }: DossierFacts): Known =>
  collaboratif ?? (service !== null && COLLABORATIVE.has(service) ? true : null);

const COLLABORATIVE: ReadonlySet<Service> = new Set([
  'messagerie',
  'visioconference',
  'messagerie_instantanee',
  'partage_documents',
  'suite_bureautique',
  'autre_collaboratif',
]);

/** R9 binds « en production et en recette, incluant les éléments nécessaires à leur résilience ». */
const isNotProduction = ({ service, donnees }: DossierFacts): boolean =>
  service === 'recette' ||
  service === 'developpement' ||
  service === 'sauvegarde' ||
  donnees.includes('fictives');

/** The offer of the note of 2021, by the names that people give it. */
export const isOffice365 = ({ fournisseur }: DossierFacts): boolean =>
  fournisseur !== null && /office|365|microsoft|exchange|teams|sharepoint|outlook/i.test(fournisseur);
