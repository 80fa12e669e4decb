/**
 * The doctrine « cloud au centre » as pure functions: no dependency, no clock, no input or output.
 * Codes and quotations out, no sentences. Published as `tchap-cloud-au-centre/rules`.
 */
export * from './champ.ts';
export type { RuleCitation } from './citation.ts';
export * from './derogation.ts';
export * from './derogation-types.ts';
export type { ExempleR9, NatureNommee } from './dossier/nature.ts';
export type * from './dossier/result.ts';
export * from './dossier.ts';
export * from './dossier-types.ts';
export * from './obligations.ts';
export type * from './obligations-types.ts';
export * from './plafond.ts';
export type { Invalid, Known, NotCovered } from './result.ts';
export * from './sensibilite.ts';
export * from './sensibilite-types.ts';
export * from './seuil.ts';
export * from './seuil-values.ts';
export { type Dated, valueAt } from './time/dated.ts';
export { addMonths, dayOfWeek, type IsoDate } from './time/iso-date.ts';
