import { filePath, folderPath, section, wholeNumber } from '../fields.ts';

/** Session, keys and database of the bot. */
export const data = section({
  folder: folderPath().default('./data'),
  /** Where `!sauvegarder` and SIGUSR2 put copies; null = `sauvegardes` in the data folder. */
  backupFolder: folderPath().nullable().default(null),
  backupsKept: wholeNumber(1, 365, 7).default(7),
}).prefault({});

/** Keys that open the encrypted rooms; made in the data folder when no file is named. */
export const encryption = section({
  storeKeyFile: filePath().nullable().default(null),
  recoveryKeyFile: filePath().nullable().default(null),
}).prefault({});
