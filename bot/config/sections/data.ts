import { filePath, folderPath, section } from '../fields.ts';

/** Session, keys and database of the bot. */
export const data = section({
  folder: folderPath().default('./data'),
}).prefault({});

/** Keys that open the encrypted rooms; made in the data folder when no file is named. */
export const encryption = section({
  storeKeyFile: filePath().nullable().default(null),
  recoveryKeyFile: filePath().nullable().default(null),
}).prefault({});
