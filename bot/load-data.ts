import { CorpusError } from '../knowledge/corpus/corpus-error.ts';
import { DataFileError } from '../knowledge/data-file.ts';
import { exitCodes, OperatorError } from './operator-error.ts';

/**
 * Reads texts or data.
 * @throws OperatorError, in French, when they do not hold what they should
 */
export const loadData = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CorpusError) && !(error instanceof DataFileError)) throw error;
    throw new OperatorError(
      `Les textes ou les données du robot sont à corriger.\n${error.message}`,
      exitCodes.texts,
      error,
    );
  }
};
