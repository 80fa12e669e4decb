import { type DossierFacts, NO_FACTS, type ProjetDeclare } from '../../../knowledge/rules/dossier-types.ts';
import type { Atteinte } from '../../../knowledge/rules/sensibilite-types.ts';

/** Facts as a question set states them; null or [] = not stated. */
export interface StatedFacts {
  readonly entite: DossierFacts['entite'];
  readonly projet: 'nouveau' | 'evolution_majeure' | 'evolution_mineure' | null;
  readonly hebergement: DossierFacts['hebergement'];
  readonly fournisseur: string | null;
  readonly donnees: readonly string[];
  readonly personnelles: boolean | null;
  readonly secret: boolean | null;
  readonly mission: boolean | null;
  readonly atteintes: readonly Atteinte[] | null;
  readonly service_collaboratif: boolean | null;
  readonly cout_euros: number | null;
}

/** What dev2 states as facts of the rules, with what its fields leave out, read by hand from the questions. */
export const declaredOf = (id: string, stated: Partial<StatedFacts>): DossierFacts => {
  const donnees = stated.donnees ?? [];
  return {
    ...NO_FACTS,
    entite: stated.entite ?? null,
    projet: PROJETS.get(id) ?? projetOf(stated.projet ?? null),
    hebergement: stated.hebergement ?? null,
    fournisseur: stated.fournisseur ?? null,
    extraeuropeen: FOREIGN.has(stated.fournisseur ?? '') ? true : null,
    service: SERVICES.get(id) ?? null,
    collaboratif: stated.service_collaboratif ?? null,
    donnees,
    personnelles: stated.personnelles ?? null,
    sante: donnees.includes('sante') ? true : null,
    secret: stated.secret ?? null,
    mission: stated.mission ?? null,
    // In the set, an empty list is « not stated »; « aucun impact si ça fuite » is read by hand.
    atteintes: NO_HARM.has(id) ? [] : stated.atteintes?.length ? stated.atteintes : null,
    cents: stated.cout_euros == null ? null : stated.cout_euros * 100,
  };
};

const projetOf = (projet: StatedFacts['projet']): ProjetDeclare | null =>
  projet === 'nouveau' ? { nature: 'nouveau', changementPrestataire: null, part: null } : null;

const evolution = (part: number | null, changementPrestataire: boolean | null = null): ProjetDeclare => ({
  nature: 'evolution',
  changementPrestataire,
  part,
});

const ENGAGED: ProjetDeclare = { nature: 'engage', changementPrestataire: null, part: null };

const PROJETS: ReadonlyMap<string, ProjetDeclare> = new Map([
  ['dev2-004', evolution(null, true)],
  ['dev2-011', evolution(60)],
  ['dev2-012', { nature: 'maintenance', changementPrestataire: null, part: null }],
  ['dev2-030', evolution(45)],
  ['dev2-031', evolution(50)],
  ['dev2-043', ENGAGED],
  ['dev2-045', evolution(null, true)],
  ['dev2-053', evolution(0, true)],
  ['dev2-059', { nature: 'maintenance', changementPrestataire: false, part: null }],
  ['dev2-066', ENGAGED],
  ['dev2-071', evolution(100)],
]);

const SERVICES: ReadonlyMap<string, DossierFacts['service']> = new Map([
  ['dev2-019', 'sauvegarde'],
  ['dev2-021', 'recette'],
  ['dev2-070', 'sauvegarde'],
]);

const NO_HARM: ReadonlySet<string> = new Set(['dev2-050']);

const FOREIGN: ReadonlySet<string> = new Set([
  'AWS',
  'Azure',
  'Google Cloud',
  'Google Workspace',
  'Salesforce',
  'OpenAI',
  'Zoom',
  'Slack',
  'Microsoft',
  'Microsoft 365',
  'Exchange Online',
  'Office 365',
  'ADP',
  'WhatsApp',
  'Dropbox',
  'Heroku',
]);
