import { existsSync } from 'node:fs';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { Homeserver } from './homeserver.ts';

/**
 * Throws `OperatorError` when the homeserver knows keys of this very device and the store that held them is gone: the
 * device cannot be rebuilt, and going on would end in « One time key already exists » or in messages nobody can read.
 * To be called before `client.crypto.prepare()`.
 */
export const refuseLostStore = async (
  homeserver: Homeserver,
  { userId, deviceId, store }: { userId: string; deviceId: string; store: string },
): Promise<void> => {
  if (existsSync(store)) return;
  const answer = (await homeserver.doRequest('POST', '/_matrix/client/v3/keys/query', null, {
    device_keys: { [userId]: [deviceId] },
  })) as { device_keys?: Record<string, Record<string, unknown>> } | null;
  if (answer?.device_keys?.[userId]?.[deviceId] === undefined) return;
  throw new OperatorError(
    `L’appareil ${deviceId} du robot a déjà servi, mais la base de ses clés de chiffrement est introuvable (${store}). ` +
      'Restaurez le dossier de données depuis la sauvegarde. À défaut\u00a0: supprimez « session.json » (ou donnez un ' +
      'nouveau jeton d’accès), gardez le reste, donnez la clé de récupération dans la configuration si « recovery.key » ' +
      'n’est plus là, puis relancez : le robot aura un nouvel appareil, signé. Les anciens messages chiffrés resteront ' +
      'illisibles\u00a0; les registres sont gardés.',
    exitCodes.encryptionLost,
  );
};
