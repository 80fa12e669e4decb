import { readFileSync } from 'node:fs';
import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Config } from './schema.ts';

export interface Avatar {
  readonly bytes: Buffer;
  readonly mimetype: string;
}

/**
 * The picture of `homeserver.avatarFile`; null when none is configured.
 * @throws OperatorError when the file cannot be read, is neither PNG nor JPEG, or is too big
 */
export const readAvatar = ({ homeserver: { avatarFile } }: Config): Avatar | null => {
  if (avatarFile === null) return null;
  const bytes = read(avatarFile);
  const mimetype = KINDS.find(([start]) => bytes.subarray(0, start.length).equals(start))?.[1];
  if (mimetype === undefined || bytes.length > MOST_BYTES)
    throw refused(
      `Le fichier de homeserver.avatarFile (${avatarFile}) ne convient pas : lu, ${bytes.length} octets${mimetype === undefined ? ' qui ne sont ni du PNG ni du JPEG' : ''}. Attendu : une image PNG ou JPEG de 1 Mio au plus, par exemple 256 × 256 points.`,
    );
  return { bytes, mimetype };
};

const MOST_BYTES = 1024 * 1024;

const KINDS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'image/png'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
];

const read = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    throw refused(
      `Le fichier de homeserver.avatarFile (${file}) ne peut pas être lu. Vérifier qu’il existe et que le compte du robot y a accès.`,
    );
  }
};

const refused = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
