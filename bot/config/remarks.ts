import type { Config } from './schema.ts';

/** What is allowed in a configuration and probably not meant, in French sentences. */
export const remarksOn = ({ homeserver, invitations, administration }: Config): readonly string[] => [
  ...(invitations.homeservers.length + invitations.users.length === 0
    ? [
        'Personne ne peut inviter le robot dans un salon : renseigner invitations.homeservers ou invitations.users.',
      ]
    : []),
  ...(administration.room === null
    ? ['Les alertes du robot ne vont que dans son journal : renseigner administration.room.']
    : []),
  ...(homeserver.renewedOn === null
    ? [
        'L’expiration du compte, treize mois après son renouvellement, ne sera pas annoncée : renseigner homeserver.renewedOn.',
      ]
    : []),
];
