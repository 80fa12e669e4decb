/** What the transport itself says in rooms, and in the room of the administrators. */

export const apology = (reference: string): string =>
  `Je n’ai pas réussi à traiter ce message, malgré trois essais. L’équipe du robot est prévenue (référence ${reference}). Vous pouvez reformuler votre question.`;

export const refusalOfExternals = (contact: string): string =>
  `Je ne réponds qu’aux agents de l’État. Pour une question sur la doctrine « cloud au centre », adressez-vous à ${contact}.`;

export const refusalOfUnlisted = (contact: string): string =>
  `Je ne suis pas encore ouvert aux personnes de votre serveur. Pour une question sur la doctrine « cloud au centre », adressez-vous à ${contact}.`;

export const undecryptable =
  'Je ne peux pas lire certains messages de ce salon : leur clé de chiffrement ne m’est pas parvenue. ' +
  'Je répondrai si elle arrive dans les douze heures. Sinon, renvoyez le message ; si cela persiste, quittez puis rouvrez Tchap, ou réinvitez-moi dans le salon.';

/** Of messages that came during an interruption. */
export const unread =
  'Après une interruption, je n’ai pas pu relire tous les messages de ce salon. Si votre demande est restée sans réponse, renvoyez-la.';

/** Instead of what the homeserver found too large. */
export const tooLarge =
  'Ma réponse est trop volumineuse pour le serveur, qui l’a refusée. Demandez-la par parties : une page d’export à la fois, une liste plus courte, ou une question plus précise.';

export const alerts = {
  deadLetter: (reference: string, room: string) =>
    `Message abandonné après trois essais. Référence : ${reference}. Salon : ${room}. Le journal du robot donne la cause sous cette référence.`,
  undecryptable: (room: string) =>
    `Des messages du salon ${room} ne peuvent pas être déchiffrés : leur clé n’est pas arrivée. Vérifiez avec « !etat » que l’appareil du robot est signé.`,
  truncated: (room: string) =>
    `Après une interruption, les plus anciens messages du salon ${room} n’ont pas tous été relus : il y en avait plus de 500, ou le serveur en a refusé la lecture. Le salon en est averti : les demandes restées sans réponse sont à renvoyer.`,
  refusedInvitation: (inviter: string) =>
    `Invitation refusée : ${inviter} ne figure ni parmi les serveurs, ni parmi les personnes autorisés à inviter le robot. Pour l’accepter : compléter invitations.homeservers ou invitations.users, puis demander une nouvelle invitation.`,
  unlisted: (server: string) =>
    `Des personnes du serveur ${server} écrivent au robot et n’ont pas de réponse : ce serveur ne figure pas dans invitations.homeservers. Pour leur répondre : l’y ajouter. Sinon, l’inscrire dans externals.servers.`,
  failedJoin: (room: string, code: string) =>
    `Impossible d’entrer dans le salon ${room} malgré plusieurs essais (${code}). Demandez une nouvelle invitation.`,
  refusedMessage: (room: string, code: string) =>
    `Le serveur a refusé une réponse du robot dans le salon ${room} (${code}) ; elle n’a pas été envoyée.`,
  tooMany:
    'Plus de vingt alertes en une heure : les suivantes ne vont que dans le journal du robot, jusqu’à ce que l’heure soit passée.',
  renewed: 'Le compte du robot avait expiré ; il est de nouveau actif et le robot répond.',
  expiredSession:
    'Le serveur ne reconnaît plus le jeton de synchronisation : le robot relit chaque salon depuis le dernier message qu’il y avait vu, et répond à ce qui attendait.',
};
