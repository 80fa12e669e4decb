import type { Entry, FieldChange } from './derogation.ts';
import { FIELDS } from './fields.ts';

/** What differs between two entries, in the order of the fields. */
export const changesBetween = (before: Entry, after: Entry): readonly FieldChange[] =>
  FIELDS.filter(({ name }) => before[name] !== after[name]).map(({ name }) => ({
    field: name,
    before: before[name],
    after: after[name],
  }));

/** All that was given of a new entry. */
export const firstChanges = (entry: Entry): readonly FieldChange[] =>
  FIELDS.filter(({ name }) => entry[name] !== null).map(({ name }) => ({
    field: name,
    before: null,
    after: entry[name],
  }));

/** Two entries that say the same project, rule and reference are taken for one and the same derogation. */
export const sameKey = ({ projet, regle, reference }: Entry): string =>
  JSON.stringify([projet, regle, reference ?? ''].map((part) => part.normalize('NFKC').toLowerCase()));
