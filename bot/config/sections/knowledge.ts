import { z } from 'zod';
import { filePath, folderPath, oneOf, section } from '../fields.ts';

/** Texts and catalogue given by the operator instead of those of the program. */
export const knowledge = section({
  corpusFolder: folderPath().nullable().default(null),
  offersFile: filePath().nullable().default(null),
  /** Ids of cards that no longer answer. */
  withdrawn: z.array(z.string().min(1)).default([]),
}).prefault({});

/** `auto` = the language of the question. */
export const language = oneOf(['auto', 'fr', 'en']).default('auto');
