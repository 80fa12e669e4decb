import { storageCode } from '../store/sqlite-errors.ts';

/** Why no backup was made, and what to do, as a French sentence; the log has the code of anything else. */
export const refusalOf = (error: unknown, folder: string): string => {
  if (error instanceof Error && error.message === 'not started')
    return 'Le robot n’a pas fini de démarrer : réessayez dans un instant.';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return `Le dossier qui doit contenir « ${folder} » n’existe pas, ou n’accepte rien : créez-le, ou corrigez data.backupFolder.`;
  return (
    BY_CODE.get(storageCode(error) ?? 0)?.(folder) ??
    'La copie n’a pas pu être faite ; le journal du robot en dit le code (backup-failed).'
  );
};

const damaged = (folder: string): string =>
  `La copie, relue, est endommagée, et n’a pas été gardée : vérifiez le disque de « ${folder} », puis recommencez.`;

/** By primary code of SQLite. */
const BY_CODE: ReadonlyMap<number, (folder: string) => string> = new Map([
  [
    8,
    (folder) =>
      `Le dossier « ${folder} » ne peut pas être écrit : donnez-en le droit au compte du robot, ou changez data.backupFolder.`,
  ],
  [11, damaged],
  [26, damaged],
  [
    13,
    (folder) =>
      `Le disque de « ${folder} » est plein : libérez de la place, ou gardez moins de copies (data.backupsKept).`,
  ],
]);
