import type { Config } from './schema.ts';

/** What is allowed in a configuration and probably not meant, in French sentences. */
export const remarksOn = ({ homeserver, invitations, administration }: Config): readonly string[] => [
  ...otherServer(homeserver),
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

/** A homeserver may well be found under another name; on Tchap it never is. */
const otherServer = ({ url, userId }: Config['homeserver']): readonly string[] => {
  const { hostname } = new URL(url);
  const server = userId
    .slice(userId.indexOf(':') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return local || hostname === server || hostname.endsWith(`.${server}`)
    ? []
    : [
        `homeserver.userId est un compte de ${server}, et homeserver.url mène à ${hostname} : est-ce bien son serveur ? Sur Tchap, "@robot:agent.dinum.tchap.gouv.fr" va avec https://matrix.agent.dinum.tchap.gouv.fr.`,
      ];
};
