import { exitCodes, OperatorError } from '../operator-error.ts';

/**
 * A rule for a command that does not exist protects nothing: a typing error must not open a door.
 * @throws OperatorError that names them, and the commands that exist
 */
export const refuseUnknownCommands = (
  rules: ReadonlyMap<string, unknown>,
  commands: readonly { readonly name: string }[],
): void => {
  const names = commands.map(({ name }) => name);
  const unknown = [...rules.keys()].filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new OperatorError(
    `rights.commands : aucune commande ne s’appelle ${unknown.join(', ')}. Commandes : ${names.join(', ')}.`,
    exitCodes.configuration,
  );
};
