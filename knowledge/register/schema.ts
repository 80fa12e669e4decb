import { z } from 'zod';
import type { Entry, FieldChange } from './derogation.ts';
import { SERVICES } from './read-value.ts';

const text = z.string().nullable();

/** An entry as it is kept, in JSON; a field added by a later version is null in what was kept before. */
export const entrySchema: z.ZodType<Entry> = z.object({
  projet: z.string(),
  regle: z.enum(['R6', 'R9', 'NOTE_2021']),
  entite: text.default(null),
  accordee: text.default(null),
  validation_pm: text.default(null),
  offre_acceptable: text.default(null),
  fin: text.default(null),
  service: z
    .enum([...SERVICES.values()])
    .nullable()
    .default(null),
  dinum: text.default(null),
  etude: z.boolean().nullable().default(null),
  reexamen: text.default(null),
  offre: text.default(null),
  responsable: text.default(null),
  reference: text.default(null),
});

const value = z.union([z.string(), z.boolean(), z.null()]);

/** Changes of one line of the history, in JSON. */
export const changesSchema: z.ZodType<readonly FieldChange[]> = z.array(
  z.object({
    field: z.string() as unknown as z.ZodType<keyof Entry>,
    before: value as z.ZodType<FieldChange['before']>,
    after: value as z.ZodType<FieldChange['after']>,
  }),
);
