import type { DossierFound } from '../../../knowledge/rules/dossier/result.ts';
import { dossier } from '../../../knowledge/rules/dossier.ts';
import { type DossierFacts, NO_FACTS, type ProjetDeclare } from '../../../knowledge/rules/dossier-types.ts';

export const TODAY = '2026-11-27';
export const STATE = { entite: 'administration_centrale' } as const;
export const NEW: ProjetDeclare = { nature: 'nouveau', changementPrestataire: null, part: null };

export const project = (
  nature: ProjetDeclare['nature'],
  rest: Partial<ProjetDeclare> = {},
): ProjetDeclare => ({
  ...NEW,
  nature,
  ...rest,
});

export const of = (facts: Partial<DossierFacts>, asOf = TODAY): DossierFound => {
  const found = dossier({ ...NO_FACTS, ...facts }, asOf);
  if (found.kind === 'invalid' || found.kind === 'not-covered') throw new Error(found.reason);
  return found;
};
