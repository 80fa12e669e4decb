import type { Entry } from './derogation.ts';
import { concerns, FIELDS, type Field } from './fields.ts';

/** Values read for some of the fields. */
export type Values = Partial<{ readonly [K in keyof Entry]: Entry[K] }>;

export type EntryError =
  /** A field that must be given is not. */
  | 'CLE_MANQUANTE'
  /** The field has no object for that rule. */
  | 'CLE_SANS_OBJET'
  /** The derogation ends before it begins. */
  | 'FIN_AVANT_DECISION';

export interface EntryProblem {
  readonly error: EntryError;
  readonly field: Field;
}

export type Validated =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly problems: readonly EntryProblem[] };

/** A whole entry from the values given, or everything that is wrong with them together. */
export const validate = (values: Values): Validated => {
  const entry = { ...NOTHING, ...values };
  const { projet, regle } = entry;
  const problems = FIELDS.flatMap((field): EntryProblem[] => {
    const value = entry[field.name];
    if (field.required && value === null) return [{ error: 'CLE_MANQUANTE', field }];
    if (regle !== null && value !== null && !concerns(field, regle))
      return [{ error: 'CLE_SANS_OBJET', field }];
    const backwards = field.name === 'fin' && entry.accordee !== null && entry.fin !== null;
    // ISO dates compare as strings.
    return backwards && String(entry.fin) < String(entry.accordee)
      ? [{ error: 'FIN_AVANT_DECISION', field }]
      : [];
  });
  if (problems.length > 0 || projet === null || regle === null) return { ok: false, problems };
  return { ok: true, entry: { ...entry, projet, regle } };
};

const NOTHING: { readonly [K in keyof Entry]: Entry[K] | null } = {
  projet: null,
  regle: null,
  entite: null,
  accordee: null,
  validation_pm: null,
  offre_acceptable: null,
  fin: null,
  service: null,
  dinum: null,
  etude: null,
  reexamen: null,
  offre: null,
  responsable: null,
  reference: null,
};
