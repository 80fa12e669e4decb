import { readFileSync, statSync } from 'node:fs';
import { exitCodes, OperatorError } from '../operator-error.ts';

/** Where a secret may come from. */
export interface SecretSource {
  /** Key of the configuration that names the file: `homeserver.tokenFile`. */
  readonly key: string;
  readonly file: string | null;
  /** Environment variable: `TCHAP_TOKEN`. */
  readonly variable: string;
}

/**
 * A secret from its file or from the environment, without the line feed at its end; null when neither is given.
 * @throws OperatorError when both are given, or when the file is missing, empty or readable by everybody;
 *   the message names the key, never the value, and the path only of a file that exists (a secret may have been pasted as the path)
 */
export const readSecret = (source: SecretSource, env: NodeJS.ProcessEnv): string | null => {
  const fromEnv = env[source.variable]?.trim() ?? '';
  if (source.file === null) return fromEnv === '' ? null : fromEnv;
  if (fromEnv !== '') {
    throw givenTwice(source.key, source.variable);
  }
  return fromFile(source.file, source.key);
};

export const givenTwice = (key: string, variable: string): OperatorError =>
  refused(`Le secret est donné deux fois : par ${key} et par ${variable}. N’en garder qu’un.`);

const fromFile = (file: string, key: string): string => {
  let text: string;
  try {
    if ((statSync(file).mode & OTHERS) !== 0) {
      throw refused(
        `Le fichier de ${key} est lisible par tous les comptes de la machine. Lancer : chmod 600 '${file}'`,
      );
    }
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw refused(
      `Le fichier de ${key} ne peut pas être lu. Vérifier qu’il existe et que le compte du robot y a accès.`,
    );
  }
  if (text === '') throw refused(`Le fichier de ${key} est vide. Y écrire le secret, seul, sur une ligne.`);
  return text;
};

const OTHERS = 0o007;

const refused = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
