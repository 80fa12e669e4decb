import { filePath, folderPath, section } from '../fields.ts';

/** Session, keys and database of the bot. */
export const data = section({
  folder: folderPath().default('./data'),
  storeKeyFile: filePath().nullable().default(null),
}).prefault({});
