import { failureFields, newReference } from '../log/failure.ts';
import { createLog } from '../log/log.ts';
import { OperatorError } from '../operator-error.ts';
import { typeset } from '../render/typeset.ts';

/**
 * Runs a program to its exit code. What only the operator can put right is said in French on standard error;
 * a bug is logged under a reference, without message nor stack trace, and ends in exit code 1.
 */
export const runProgram = async (main: () => Promise<number>): Promise<void> => {
  process.stdout.on('error', leaveBrokenPipe);
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = tell(error);
  }
  // A connection that is kept open must not keep a finished program alive.
  setTimeout(() => process.exit(), 1000).unref();
};

const tell = (error: unknown): number => {
  if (error instanceof OperatorError) {
    process.stderr.write(`${typeset(error.message)}\n`);
    return error.exitCode;
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

/** Whoever read our output has closed it (`… | head`): nothing left to do. */
const leaveBrokenPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
};
