import type { LinkState } from '../../commands/operations/operations.ts';
import type { TransportStatus } from '../transport.ts';

/** Why the bot cannot do its work now. */
export type Hindrance =
  | Exclude<LinkState, 'running'>
  /** No synchronisation for longer than a long poll lasts. */
  | 'sync-stale'
  /** Answers come and bring nothing, not even what we send to ourselves. */
  | 'sync-deaf'
  | 'store-not-writable'
  | 'crypto-closed';

/** A long poll lasts 30 s; three of them without an answer are an outage. */
const OLDEST_SYNC_MS = 90_000;

/** What keeps the bot from answering, worst first; empty when it is ready. @param now epoch milliseconds */
export const hindrances = (
  status: Pick<TransportStatus, 'state' | 'lastSyncAt' | 'deaf' | 'fingerprint'>,
  storeWritable: boolean,
  now: number,
): readonly Hindrance[] => {
  const { state, lastSyncAt, fingerprint } = status;
  const stale = state === 'running' && (lastSyncAt === null || now - lastSyncAt > OLDEST_SYNC_MS);
  return [
    ...(state === 'running' ? [] : [state]),
    ...(stale ? ['sync-stale' as const] : []),
    ...(status.deaf === true && state === 'running' ? ['sync-deaf' as const] : []),
    ...(storeWritable ? [] : ['store-not-writable' as const]),
    ...(fingerprint === null ? ['crypto-closed' as const] : []),
  ];
};

/** The same in words, for whoever reads the probe. */
export const HINDRANCES: Record<Hindrance, string> = {
  starting: 'le robot démarre',
  reconnecting: 'le serveur Matrix ne répond pas ; le robot réessaie',
  'storage-failing': 'le dossier de données refuse les écritures (disque plein ?)',
  'account-expired': 'le compte Tchap a expiré : le renouveler par le courriel envoyé à son adresse',
  'account-refused': 'le compte ou son jeton est refusé par le serveur',
  stopped: 'le robot s’arrête',
  'sync-stale': 'aucune synchronisation récente avec le serveur',
  'sync-deaf':
    'le serveur répond, mais ne transmet plus rien au robot : relancer le robot, puis prévenir l’équipe de Tchap',
  'store-not-writable': 'la base de données ne peut pas être écrite',
  'crypto-closed': 'le chiffrement n’est pas ouvert',
};
