import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { exitCodes, OperatorError } from '../../operator-error.ts';

export interface StoreKeySource {
  /** Base64 of 32 bytes, from the environment; null: read `file`. */
  readonly value: string | null;
  /** Where the key is, or will be. */
  readonly file: string;
  /** The store that the key opens: when it exists, its key must exist too. */
  readonly store: string;
}

const example = 'openssl rand -base64 32';

/**
 * The 32 bytes that encrypt the crypto store. At the first start they are drawn and written to `file`, mode 0600.
 * Throws `OperatorError`: key missing, too short, or readable by others.
 */
export const loadStoreKey = ({ value, file, store }: StoreKeySource): Uint8Array => {
  if (value !== null) return decode(value, 'dans la configuration');
  if (existsSync(file)) {
    refuseIfShared(file);
    return decode(readFileSync(file, 'utf8'), `dans ${file}`);
  }
  if (existsSync(store)) {
    throw refusal(
      `La base des clés de chiffrement ${store} existe, mais la clé qui l’ouvre est introuvable (${file}). Remettez ce fichier en place depuis la sauvegarde.`,
    );
  }
  const key = randomBytes(32);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return key;
};

const decode = (text: string, where: string): Uint8Array => {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32 && /^[A-Za-z0-9+/]{43}=?$/.test(text.trim())) return key;
  throw refusal(
    `La clé de chiffrement lue ${where} n’est pas une clé de 32 octets en base64 (44 caractères attendus, ${text.trim().length} lus). Pour en créer une\u00a0: ${example}`,
  );
};

const refuseIfShared = (file: string): void => {
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw refusal(
    `Le fichier ${file} contient une clé secrète et d’autres comptes peuvent le lire (mode ${mode.toString(8)}). Attendu\u00a0: 600. Pour corriger\u00a0: chmod 600 ${file}`,
  );
};

const refusal = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
