import type { DocumentStatus } from '../../knowledge/answer/answer.ts';

/** Standing of a text, as `!source` says it. */
export const STATUS: Record<DocumentStatus, string> = {
  'in-force': 'en vigueur',
  'superseded-in-part': 'à jour en partie seulement',
  context: 'pour contexte',
  press: 'document de presse, sans valeur de règle',
  commercial: 'document d’un fournisseur, sans valeur de règle',
};
