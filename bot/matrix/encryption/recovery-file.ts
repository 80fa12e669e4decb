import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { decodeRecoveryKey, encodeRecoveryKey } from './recovery-key.ts';

/** The key in a recovery file, or null when there is no file or no key in it. */
export const readRecoveryFile = (file: string): Uint8Array | null =>
  existsSync(file) ? recoveryKeyIn(readFileSync(file, 'utf8')) : null;

/** The key that is the whole of a text, or a line of it: people keep the file as it was written. Null for neither. */
export const recoveryKeyIn = (text: string): Uint8Array | null => {
  const keys = [text, ...text.split('\n')].map(decodeRecoveryKey);
  return keys.find((key) => key !== null) ?? null;
};

/**
 * The key in the file, or a new one written to it, mode 0600. The file is on the disk before anything depends on its
 * key; a key left there by an attempt that was cut short is used again.
 */
export const recoveryKeyOnDisk = (file: string, userId: string): Uint8Array => {
  const existing = readRecoveryFile(file);
  if (existing !== null) return existing;
  const key = randomBytes(32);
  const text = `Clé de récupération du robot ${userId}

${encodeRecoveryKey(key)}

Elle seule permet de signer un nouvel appareil du robot si ce dossier de données est perdu.
Conservez-la ailleurs (coffre-fort de mots de passe du service), puis supprimez ce fichier.
Quiconque la possède peut se faire passer pour le robot dans les salons chiffrés.
`;
  writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  return key;
};
