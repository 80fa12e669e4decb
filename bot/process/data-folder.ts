import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, OperatorError } from '../operator-error.ts';

/**
 * Creates the data folder if needed, for this account alone, and makes sure that it accepts a file.
 * @throws OperatorError that says what to do when it does not
 */
export const prepareDataFolder = (folder: string): void => {
  const probe = join(folder, '.write-test');
  try {
    create(folder);
    writeFileSync(probe, '', { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    throw new OperatorError(
      `Le dossier de données « ${folder} » (data.folder) ne peut pas être écrit${reasonOf(error)}. ` +
        'Donner au compte du robot le droit d’y écrire, par exemple : chown robot <dossier> && chmod 700 <dossier>',
      exitCodes.storage,
      error,
    );
  }
};

/** One folder, not its parents: a path with a typing error must not grow a tree. */
const create = (folder: string): void => {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons.get(code);
  return reason === undefined ? '' : ` : ${reason}`;
};

const reasons = new Map([
  ['EACCES', 'le droit manque'],
  ['EPERM', 'le droit manque'],
  ['EROFS', 'le disque est en lecture seule'],
  ['ENOSPC', 'le disque est plein'],
  ['ENOTDIR', 'un fichier se trouve à la place d’un dossier'],
  ['ENOENT', 'le dossier qui doit le contenir n’existe pas'],
]);
