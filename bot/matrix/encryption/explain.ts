import type { CryptoStoreError, CryptoStoreErrorCode } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { exitCodes, OperatorError } from '../../operator-error.ts';

const { alreadyRunning, configuration, encryptionLost, storage } = exitCodes;

const explanations: Readonly<Record<CryptoStoreErrorCode, readonly [message: string, exitCode: number]>> = {
  'not-configured': ['La base des clés de chiffrement est ouverte avant d’être configurée.', configuration],
  unreadable: [
    'La base des clés de chiffrement ne peut pas être ouverte. Vérifiez que le dossier de données existe et que le compte du robot peut y écrire.',
    storage,
  ],
  locked: [
    'Un autre robot utilise déjà ce dossier de données. Arrêtez-le, ou donnez un autre dossier à celui-ci\u00a0: deux robots ne peuvent pas partager les mêmes clés.',
    alreadyRunning,
  ],
  corrupt: [
    'La base des clés de chiffrement est endommagée. Restaurez le dossier de données depuis la dernière sauvegarde.',
    encryptionLost,
  ],
  'unknown-schema': [
    'La base des clés de chiffrement a été écrite par une version plus récente du robot. Revenez à cette version, ou restaurez une sauvegarde faite avec la version actuelle.',
    storage,
  ],
  'wrong-key': [
    'La clé de chiffrement fournie n’est pas celle de la base. Remettez la clé d’origine (fichier ou configuration).',
    configuration,
  ],
  'other-device': [
    'La base des clés de chiffrement appartient à un autre compte ou à un autre appareil que le jeton d’accès fourni. Remettez le jeton d’origine, ou donnez un dossier de données vide à ce nouvel appareil.',
    configuration,
  ],
  'commit-failed': [
    'Les clés de chiffrement ne peuvent plus être écrites sur le disque (disque plein\u00a0?). Le robot s’arrête pour ne pas en perdre\u00a0; libérez de la place et relancez-le.',
    storage,
  ],
};

/** What the operator is told of a crypto store that cannot be used, and the exit code of the process. */
export function explainStoreError(error: CryptoStoreError): OperatorError {
  const [message, exitCode] = explanations[error.code];
  return new OperatorError(message, exitCode, error);
}
