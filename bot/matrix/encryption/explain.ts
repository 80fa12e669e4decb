import type { CryptoStoreError, CryptoStoreErrorCode } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import { storageTrouble } from '../../store/sqlite-errors.ts';
import type { CrossSigningOutcome } from './cross-signing.ts';

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
    'Les clés de chiffrement ne peuvent plus être écrites dans leur base. Le robot s’arrête pour ne pas en perdre\u00a0; vérifiez le disque, puis relancez-le.',
    storage,
  ],
};

/** The disk may be why: it is named, with the room that it has left. */
const ofDisk: readonly CryptoStoreErrorCode[] = ['unreadable', 'commit-failed'];

/**
 * What the operator is told of a crypto store that cannot be used, and the exit code of the process.
 * @param store path of its file
 */
export const explainStoreError = (error: CryptoStoreError, store: string): OperatorError => {
  const trouble = ofDisk.includes(error.code) ? storageTrouble(error, store) : null;
  if (trouble !== null) return trouble;
  const [message, exitCode] = explanations[error.code];
  return new OperatorError(`${message} Fichier : « ${store} ».`, exitCode, error);
};

const refusals: Readonly<Record<Extract<CrossSigningOutcome, { kind: 'refused' }>['reason'], string>> = {
  'recovery-key-needed':
    'L’appareil du robot n’est pas signé : le compte a déjà une identité, dont ce dossier de données n’a pas les clés. Donnez la clé de récupération du robot dans la configuration, puis relancez-le.',
  'recovery-key-wrong':
    'L’appareil du robot n’est pas signé : la clé de récupération fournie n’ouvre pas le stockage secret du compte. Vérifiez que c’est la dernière clé écrite par le robot.',
  'password-needed':
    'L’appareil du robot n’est pas signé : le serveur demande le mot de passe du compte pour publier son identité. Donnez-le dans la configuration le temps d’un démarrage.',
  'password-wrong':
    'L’appareil du robot n’est pas signé : le serveur a refusé le mot de passe du compte. Corrigez-le (homeserver.passwordFile), puis relancez le robot.',
};

/** What the operator must know or do after `ensureCrossSigning`; null when there is nothing to say. */
export const explainCrossSigning = (outcome: CrossSigningOutcome): string | null => {
  if (outcome.kind === 'refused') return refusals[outcome.reason];
  if (outcome.recoveryFile === null) return null;
  return `La clé de récupération du robot vient d’être écrite dans ${outcome.recoveryFile}. Conservez-la ailleurs, dans un coffre-fort de mots de passe, puis supprimez ce fichier.`;
};
