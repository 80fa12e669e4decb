import { z } from 'zod';
import { ATTEINTES } from '../rules/sensibilite-types.ts';
import { splitDone } from './duty-names.ts';
import type { SheetFacts } from './facts.ts';
import type { DutyName, SheetChange } from './sheet.ts';

const text = z.string().nullable().default(null);
const known = z.boolean().nullable().default(null);
const count = z.number().nullable().default(null);

/** Facts as they are kept, in JSON; a field added by a later version is « not said » in what was kept before. */
export const factsSchema = z.object({
  nom: text,
  porteur: text,
  entite: text,
  etat: text,
  prestataire_change: known,
  part: count,
  hebergement: text,
  fournisseur: text,
  extraeuropeen: known,
  service: text,
  collaboratif: known,
  donnees: z.array(z.string()).default([]),
  personnelles: known,
  sante: known,
  secret: known,
  mission: known,
  atteintes: z.array(z.enum(ATTEINTES)).nullable().default(null),
  cout: count,
  offre_acceptable: text,
  // Codes were checked when they were written.
} satisfies Record<keyof SheetFacts, z.ZodType>) as unknown as z.ZodType<SheetFacts>;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** Changes of one line of the history, or of a draft, in JSON. */
export const sheetChangesSchema = z.array(
  z.object({ field: z.string(), before: value, after: value }),
) as unknown as z.ZodType<readonly SheetChange[]>;

/** What the team says that it has done, by duty, in JSON; kept before by rule, it was said of all that the rule asks. */
export const doneSchema = z.record(z.string(), z.string()).transform(splitDone) as unknown as z.ZodType<
  Readonly<Partial<Record<DutyName, string>>>
>;
