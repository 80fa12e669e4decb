import { fold } from '../search/text/fold.ts';
import type { Entry, Regle } from './derogation.ts';

export type FieldKind = 'text' | 'date' | 'regle' | 'service' | 'oui-non' | 'matrix-id';

/** One thing that is written of a derogation. */
export interface Field {
  /** What a team types before `=`, and the column of the CSV. */
  readonly name: keyof Entry;
  readonly kind: FieldKind;
  /** Rules for which it has an object. */
  readonly rules: readonly Regle[];
  /** Other ways to write the name, folded. */
  readonly aliases: readonly string[];
  readonly required: boolean;
}

const ALL: readonly Regle[] = ['R6', 'R9', 'NOTE_2021'];
const TRANSITORY: readonly Regle[] = ['R9', 'NOTE_2021'];

const field = (
  name: keyof Entry,
  kind: FieldKind,
  rules: readonly Regle[] = ALL,
  aliases: readonly string[] = [],
): Field => ({ name, kind, rules, aliases, required: name === 'projet' || name === 'regle' });

/** All fields, in the order of the guided addition, of the display and of the CSV. */
export const FIELDS: readonly Field[] = [
  field('projet', 'text', ALL, ['nom', 'systeme']),
  field('regle', 'regle', ALL, ['regles']),
  field('entite', 'text', ALL, ['service_porteur', 'direction', 'ministere']),
  field('accordee', 'date', ALL, ['accorde', 'decision', 'decision_ministre', 'date_accord']),
  field('validation_pm', 'date', ['R9'], ['validation', 'premier_ministre', 'pm']),
  field('offre_acceptable', 'date', TRANSITORY, ['date_offre', 'date_offre_acceptable']),
  field('fin', 'date', TRANSITORY, ['date_fin', 'jusqu_au', 'terme']),
  field('service', 'service', ['NOTE_2021'], ['services']),
  field('dinum', 'date', ['R6'], ['documentee', 'documentation_dinum']),
  field('etude', 'oui-non', ['R6'], ['etude_comparative']),
  field('reexamen', 'date', ['R6'], ['revue', 'date_reexamen', 'date_revue']),
  field('offre', 'text', ALL, ['offre_utilisee', 'hebergeur']),
  field('responsable', 'matrix-id', ALL, ['responsables', 'resp']),
  field('reference', 'text', ALL, ['ref', 'references']),
];

const byName = new Map(
  FIELDS.flatMap((one) => [one.name, ...one.aliases].map((name): [string, Field] => [name, one])),
);

/** The field that a key or a column header names, whatever its accents, capitals, spaces and dashes; else null. */
export const fieldNamed = (typed: string): Field | null =>
  byName.get(
    fold(typed)
      .replace(/[\s'-]+/g, '_')
      .replace(/^_|_$/g, ''),
  ) ?? null;

/** Whether the field has an object for that rule. */
export const concerns = ({ rules }: Field, regle: Regle): boolean => rules.includes(regle);
