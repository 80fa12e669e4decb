import type { DocumentStatus } from '../../knowledge/answer/answer.ts';

/** Standing of a text, as `!source` says it. */
export const STATUS: Record<DocumentStatus, string> = {
  'in-force': 'en vigueur',
  'superseded-in-part': 'à jour en partie seulement',
  context: 'pour contexte',
  press: 'document de presse, sans valeur de règle',
  commercial: 'document d’un fournisseur, sans valeur de règle',
};

/** Standing of the bot's summaries, as `!source` says it. */
export const unread = ({ all, read }: { readonly all: number; readonly read: number }): string =>
  `Au-dessus des citations\u00a0: résumé du robot, non relu\u00a0; les textes font foi (${read} ${read > 1 ? 'fiches relues' : 'fiche relue'} sur ${all}).`;
export const ALL_READ = 'Au-dessus des citations\u00a0: résumé du robot, relu\u00a0; les textes font foi.';
