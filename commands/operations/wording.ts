import type { AccountState, Departure, LinkState } from './operations.ts';

/** How the link with the homeserver is, as `!etat` says it. */
export const LINK: Record<LinkState, string> = {
  starting: 'connexion en cours',
  running: 'en service',
  reconnecting: 'coupée ; le robot réessaie sans cesse',
  'storage-failing': 'suspendue : le dossier de données refuse les écritures (disque plein ?)',
  'account-expired': 'suspendue : le compte a expiré ; le robot réessaie chaque minute',
  'account-refused': 'arrêtée : le compte est refusé par le serveur',
  stopped: 'arrêtée',
};

/** What the signature of the device means for those who write to the bot. */
export const SIGNATURE: Record<'signed' | 'unsigned' | 'unknown', string> = {
  signed: 'signé par le compte du robot',
  unsigned:
    'non signé : les clients qui n’écrivent qu’aux appareils signés ne sont pas lus. Fournir la clé de récupération (encryption.recoveryKeyFile), puis relancer',
  unknown: 'signature inconnue tant que le chiffrement n’est pas ouvert',
};

/** `day` is written `31/12/2026`. */
export const ACCOUNT: Record<AccountState['kind'], (day: string) => string> = {
  unknown: () =>
    'échéance inconnue : renseigner homeserver.renewedOn, date de création ou de dernier renouvellement du compte',
  valid: (day) => `à renouveler avant le ${day}`,
  'to-renew': (day) =>
    `à renouveler avant le ${day} : suivre le courriel envoyé à l’adresse du compte, puis mettre à jour homeserver.renewedOn`,
  overdue: (day) =>
    `échéance du ${day} dépassée : vérifier que le compte a été renouvelé, puis mettre à jour homeserver.renewedOn`,
};

export const DEPARTURE: Record<Exclude<Departure, 'left'>, string> = {
  unknown: 'Le robot n’est dans aucun salon de cet identifiant.',
  'admin-room':
    'C’est le salon d’administration : le robot n’en part pas. Changer d’abord administration.room dans la configuration.',
  failed: 'Le serveur n’a pas laissé le robot quitter ce salon. Réessayer dans quelques minutes.',
};
