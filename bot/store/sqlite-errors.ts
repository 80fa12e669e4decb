import { join } from 'node:path';
import type { LogFields } from '../log/fields.ts';
import { exitCodes, OperatorError } from '../operator-error.ts';
import { diskOf, spaceInWords } from './disk-space.ts';

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can do something about. */
const advice: Readonly<Record<number, { readonly code: number; readonly text: string }>> = {
  5: {
    code: exitCodes.alreadyRunning,
    text: 'est déjà utilisé par un autre processus. Un seul robot peut employer ce dossier de données : arrêtez l’autre, ou donnez à celui-ci son propre dossier.',
  },
  8: {
    code: exitCodes.storage,
    text: 'ne peut pas être modifié : droit manquant, ou disque en lecture seule. Donnez au compte du robot le droit d’écrire dans ce dossier (par exemple « chown » puis « chmod 700 »), puis relancez.',
  },
  10: {
    code: exitCodes.storage,
    text: 'ne peut être ni lu ni écrit : le disque renvoie une erreur. Vérifiez le disque, puis relancez.',
  },
  11: {
    code: exitCodes.storage,
    text: 'est endommagé. Arrêtez le robot, renommez ce fichier, remettez à sa place votre dernière sauvegarde, puis relancez ; sans sauvegarde, le robot repart d’une base vide sans répondre aux anciens messages.',
  },
  13: {
    code: exitCodes.storage,
    text: 'ne peut plus grandir : le disque est plein. Libérez de la place ; le robot reprendra là où il en était.',
  },
  14: {
    code: exitCodes.storage,
    text: 'ne peut pas être ouvert. Vérifiez que son dossier existe et que le compte du robot peut y lire et y écrire.',
  },
};
// "Not a database" is damage too.
const synonyms: Readonly<Record<number, number>> = { 6: 5, 26: 11 };

/** Codes of Node for a file that cannot be written, as codes of SQLite. */
const codesOfFiles: Readonly<Record<string, number>> = {
  ENOSPC: 13,
  EDQUOT: 13,
  EROFS: 8,
  EACCES: 8,
  EPERM: 8,
  EIO: 10,
};

/** Code of SQLite of an error of the storage, wherever it stands in its chain of causes; null for any other error. */
export const storageCode = (error: unknown): number | null => {
  if (!(error instanceof Error)) return null;
  // The low byte is the primary code; the rest says more (SQLITE_IOERR_WRITE…).
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  const { code } = error as NodeJS.ErrnoException;
  // A port or a socket that is refused is no disk.
  if (code !== undefined && Object.hasOwn(codesOfFiles, code) && isOfFile(error))
    return codesOfFiles[code] ?? null;
  return error.cause === undefined ? null : storageCode(error.cause);
};

const isOfFile = (error: NodeJS.ErrnoException): boolean =>
  error.path !== undefined || ['write', 'fsync', 'read', 'ftruncate'].includes(error.syscall ?? '');

/**
 * The same error with a French message for the operator when it comes from the storage and has a known remedy: the
 * file, what is wrong, what to do, and which disk holds it. Null for anything else.
 */
export const storageTrouble = (error: unknown, path: string): OperatorError | null => {
  const primary = storageCode(error);
  // What is explained already is left as it is.
  if (primary === null || error instanceof OperatorError) return null;
  const known = advice[synonyms[primary] ?? primary];
  if (known === undefined) return null;
  const where = hasDisk.has(primary) ? spaceInWords(path) : '';
  return new OperatorError(`Le fichier « ${path} » ${known.text}${where}`, known.code, error);
};

/** What the disk has to do with: read-only, failing, full, unreachable. */
const hasDisk = new Set([8, 10, 13, 14]);

/** What the log says of a trouble of the storage: code of SQLite, and the disk of the data folder. */
export const storageFields = (error: unknown, dataFolder: string): LogFields => {
  const disk = diskOf(join(dataFolder, 'file'));
  const sqlite = storageCode(error);
  return disk === null ? { sqlite } : { sqlite, path: disk.mount, free: disk.free, size: disk.size };
};
