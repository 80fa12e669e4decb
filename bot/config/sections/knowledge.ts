import { filePath, folderPath, oneOf, section } from '../fields.ts';

/** Texts and catalogue given by the operator instead of those of the program. */
export const knowledge = section({
  corpusFolder: folderPath().nullable().default(null),
  offersFile: filePath().nullable().default(null),
}).prefault({});

/** `auto` = the language of the question. */
export const language = oneOf(['auto', 'fr', 'en']).default('auto');
