import { type ParseArgsConfig, parseArgs } from 'node:util';
import { exitCodes, OperatorError } from '../operator-error.ts';

/**
 * Reads a command line by node:util.
 * @throws OperatorError that names the option and points to --help
 */
export const readArguments = <T extends ParseArgsConfig>(config: T) => {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, option = ''] = /'(--?[^\s']*)/.exec(error.message) ?? [];
    throw usageError(explain('code' in error ? error.code : '', option));
  }
};

/** A command line that cannot be understood. */
export const usageError = (message: string): OperatorError =>
  new OperatorError(`${message}\nL’aide : ajouter --help.`, exitCodes.usage);

const explain = (code: unknown, option: string): string => {
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `L’option ${option} n’existe pas.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `L’option ${option} est mal employée, ou sa valeur manque.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return 'Un argument est en trop. Avec npm, les options viennent après deux tirets : npm start -- --config config.yaml';
  }
  return 'La ligne de commande n’est pas comprise.';
};
