import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** Keys that the schema knows at a path; empty when no section stands there. */
export const keysAt = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const here = unwrap(schema);
  const [key, ...rest] = path;
  if (here instanceof z.ZodArray || here instanceof z.ZodRecord) {
    const inner = here instanceof z.ZodArray ? here.element : here.valueType;
    return key === undefined ? [] : keysAt(inner as z.ZodType, rest);
  }
  if (!(here instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(here.shape);
  const next = new Map(Object.entries<z.ZodType>(here.shape)).get(String(key));
  return next === undefined ? [] : keysAt(next, rest);
};

/** The known key that was probably meant, or null. */
export const nearestKey = (typed: string, known: readonly string[]): string | null => {
  const [best] = known
    .map((key) => ({ key, away: distance(typed.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  return best !== undefined && best.away <= Math.max(2, Math.floor(best.key.length / 3)) ? best.key : null;
};

const unwrap = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.def.innerType as z.ZodType);
  }
  return schema;
};
