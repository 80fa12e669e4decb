import { changesBetween } from '../../knowledge/register/changes.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Derogation, Entry } from '../../knowledge/register/derogation.ts';
import type { Mark, NewDerogation, Revision } from '../../knowledge/register/store.ts';

/** A derogation to R9 of which everything is known. */
export const entry = (fields: Partial<Entry> = {}): Entry => ({
  projet: 'SIRH',
  regle: 'R9',
  entite: 'DGX',
  accordee: '2026-03-12',
  validation_pm: '2026-04-02',
  offre_acceptable: '2026-07-31',
  fin: null,
  service: null,
  dinum: null,
  etude: null,
  reexamen: null,
  offre: 'Offre A',
  responsable: '@camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr',
  reference: 'DEC-2026-014',
  ...fields,
});

/** A derogation to write down, with its deadline as seen on 22 November 2026. */
export const fresh = (fields: Partial<Entry> = {}): NewDerogation => {
  const whole = entry(fields);
  return { entry: whole, due: deadlineOf(whole, '2026-11-22')?.date ?? null };
};

export const mark = (cause: string, fields: Partial<Mark> = {}): Mark => ({
  by: '@camille.martin-beta.gouv.fr:agent.dinum.tchap.gouv.fr',
  at: Date.UTC(2026, 10, 22, 9),
  cause,
  ...fields,
});

/** A change of some fields, as one who has read the derogation would write it. */
export const revisionOf = (
  of: Derogation,
  fields: Partial<Entry>,
  change: Partial<Revision> = {},
): Revision => {
  const after = { ...of.entry, ...fields };
  const { number, version, state, motif, due } = of;
  const fieldChanges = changesBetween(of.entry, after);
  return {
    number,
    version,
    state,
    motif,
    due,
    entry: after,
    change: 'modification',
    fields: fieldChanges,
    ...change,
  };
};
