import type { Standing } from '../events/standing.ts';

/** What the transport itself says in rooms; what it tells the administrators stands in `bot/administration/wording.ts`. */

export const apology = (reference: string): string =>
  `Je n’ai pas réussi à traiter ce message, malgré trois essais. L’équipe du robot est prévenue (référence ${reference}). Vous pouvez reformuler votre question.`;

export const refusalOfExternals = (contact: string): string =>
  `Je ne réponds qu’aux agents de l’État. Pour une question sur la doctrine « cloud au centre », adressez-vous à ${contact}.`;

export const refusalOfUnlisted = (contact: string): string =>
  `Je ne suis pas encore ouvert aux personnes de votre serveur. Pour une question sur la doctrine « cloud au centre », adressez-vous à ${contact}.`;

/** Why an invitation is declined; clients show it to who sent it. */
export const declined: Record<Exclude<Standing, 'served'>, string> = {
  external:
    'Ce robot ne sert que les agents de l’État : il n’entre pas dans les salons des partenaires extérieurs.',
  unlisted:
    'Ce robot n’accepte pas encore les invitations venues de votre serveur. Demandez à l’équipe qui l’exploite d’ajouter ce serveur à sa liste, puis invitez-le à nouveau.',
};

/** The same, to somebody whom the bot answers where others have let it in. */
export const declinedInvitation =
  'Vous ne figurez pas parmi les personnes qui peuvent inviter ce robot. Demandez à l’équipe qui l’exploite de vous y ajouter, puis invitez-le à nouveau.';

/** Said in a room that was replaced, once the bot is in the other. */
export const replaced =
  'Ce salon a été remplacé : je réponds désormais dans celui qui lui succède. Son registre, ses réglages et son récapitulatif m’y ont suivi.';

/** The same, when the bot is not let into the other. */
export const shutOut =
  'Ce salon a été remplacé par un salon privé où je ne peux pas entrer sans invitation. Pour m’y retrouver, avec le registre et les réglages, invitez-moi dans le nouveau salon.';

export const undecryptable =
  'Je ne peux pas lire certains messages de ce salon : leur clé de chiffrement ne m’est pas parvenue. ' +
  'Je répondrai si elle arrive dans les douze heures. Sinon, renvoyez le message ; si cela persiste, quittez puis rouvrez Tchap, ou réinvitez-moi dans le salon.';

/** Of messages that came during an interruption. */
export const unread =
  'Après une interruption, je n’ai pas pu relire tous les messages de ce salon. Si votre demande est restée sans réponse, renvoyez-la.';

/** Instead of what the homeserver found too large. */
export const tooLarge =
  'Ma réponse est trop volumineuse pour le serveur, qui l’a refusée. Demandez-la par parties : une page d’export à la fois, une liste plus courte, ou une question plus précise.';
