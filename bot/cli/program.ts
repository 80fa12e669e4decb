import { failureFields, newReference } from '../log/failure.ts';
import { createLog } from '../log/log.ts';
import { exitCodes, OperatorError } from '../operator-error.ts';
import { typeset } from '../render/typeset.ts';
import { storageTrouble } from '../store/sqlite-errors.ts';

/**
 * Runs a program to its exit code. What only the operator can put right is said in French on standard error;
 * a bug is logged under a reference, without message nor stack trace, and ends in exit code 1.
 */
export const runProgram = async (main: () => Promise<number>): Promise<void> => {
  process.stdout.on('error', leaveOutput);
  // The last resort, of the cryptographic core too: never a raw stack trace, which may quote somebody.
  process.on('uncaughtException', (error) => process.exit(tell(error)));
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = tell(error);
  }
  // A connection that is kept open must not keep a finished program alive.
  setTimeout(() => process.exit(), 1000).unref();
};

const tell = (error: unknown): number => {
  const known = error instanceof OperatorError ? error : fileTrouble(error);
  if (known !== null) {
    process.stderr.write(`${typeset(known.message)}\n`);
    return known.exitCode;
  }
  const reference = newReference();
  createLog({ level: 'error', write: (line) => process.stderr.write(line) }).error('program-failed', {
    reference,
    ...failureFields(error),
  });
  process.stderr.write(
    `Le programme s’est arrêté sur une erreur qui lui est propre. Signalez-la avec la référence ${reference} et la ligne ci-dessus.\n`,
  );
  return 1;
};

/** A file that the disk refuses (full, read-only, no right) is named, with its disk. */
const fileTrouble = (error: unknown): OperatorError | null => {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? storageTrouble(error, path) : null;
};

/** Whoever read our output has closed it (`… | head`), or its disk is full: nothing left to do. */
const leaveOutput = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(
    typeset(
      `La sortie standard ne peut pas être écrite (${error.code ?? error.name}). Si elle va dans un fichier, vérifiez la place sur son disque.\n`,
    ),
  );
  process.exit(exitCodes.storage);
};
