import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { exitCodes, OperatorError } from '../operator-error.ts';
import type { Config } from './schema.ts';

/**
 * Certificates of `homeserver.caFile`, PEM; undefined when none is configured.
 * @throws OperatorError when the file cannot be read or does not hold certificates
 */
export const readAuthorities = ({ homeserver: { caFile } }: Config): string | undefined => {
  if (caFile === null) return undefined;
  const text = read(caFile);
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate))
    throw refused(
      `Le fichier de homeserver.caFile ne contient pas de certificat au format PEM. Attendu : des blocs « -----BEGIN CERTIFICATE----- … ». Depuis un fichier DER : openssl x509 -inform der -in autorite.crt -out autorite.pem`,
    );
  return certificates.join('\n');
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw refused(
      `Le fichier de homeserver.caFile (${file}) ne peut pas être lu. Vérifier qu’il existe et que le compte du robot y a accès.`,
    );
  }
};

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

const refused = (message: string): OperatorError => new OperatorError(message, exitCodes.configuration);
