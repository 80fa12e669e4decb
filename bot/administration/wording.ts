import { duration } from '../../commands/operations/duration.ts';
import type { AccountState, ReplacedRoom } from '../../commands/operations/operations.ts';
import type { Reason, Subject } from '../../commands/signaler/reports.ts';
import { REASONS, subjectName } from '../../commands/signaler/wording.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { HINDRANCES, type Hindrance } from '../health/readiness.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';

/** Something that the administration room is told, at most once per `everyMs` for a `key`. */
export interface AdminAlert {
  readonly key: string;
  readonly everyMs: number;
  readonly text: string;
}

/** Instead of the twentieth notice of an hour. */
export const TOO_MANY =
  'Plus de vingt alertes en une heure : les suivantes ne vont que dans le journal du robot, jusqu’à ce que l’heure soit passée.';

/** All that the administration room is told. */
export const notices = {
  started: (version: string, corpus: string): AdminAlert => ({
    key: 'started',
    // A supervisor that restarts the bot without end must not fill the room.
    everyMs: 10 * MINUTE,
    text: `Le robot a démarré (version ${version}, textes ${corpus}). L’état complet : « !etat ».`,
  }),
  stopping: (signal: string): AdminAlert => ({
    key: 'stopping',
    everyMs: 10 * MINUTE,
    text: `Le robot s’arrête, à la demande de son superviseur (${signal}). Les messages reçus entre-temps auront leur réponse au redémarrage, s’il vient dans les douze heures.`,
  }),
  deaf: (): AdminAlert => ({
    key: 'deaf',
    everyMs: HOUR,
    text: `Le robot n’entend plus rien depuis quelques minutes : ${HINDRANCES['sync-deaf']}. Rien n’est perdu : les messages auront leur réponse si la liaison reprend dans les douze heures.`,
  }),
  unsigned: (): AdminAlert => ({
    key: 'unsigned',
    everyMs: DAY,
    text: 'L’appareil du robot n’est pas signé par son compte : les clients qui n’écrivent qu’aux appareils signés ne seront pas lus. Fournissez la clé de récupération (encryption.recoveryKeyFile), puis relancez.',
  }),
  outage: (seconds: number, reason: Hindrance): AdminAlert => ({
    key: 'outage',
    everyMs: 10 * MINUTE,
    text: `Le robot répond de nouveau, après ${duration(seconds)} d’interruption : ${HINDRANCES[reason]}. Les messages de moins de douze heures reçoivent leur réponse.`,
  }),
  backlog: (waiting: number, outgoing: number): AdminAlert => ({
    key: 'backlog',
    everyMs: 6 * HOUR,
    text: `Le robot prend du retard depuis dix minutes : ${waiting} messages à traiter, ${outgoing} à envoyer. Regardez « !etat » et le journal ; le rythme d’envoi se règle par pacing.millisecondsBetweenMessages.`,
  }),
  backupFailed: (reason: string): AdminAlert => ({
    key: 'backup-failed',
    everyMs: HOUR,
    text: `Aucune sauvegarde n’a été faite. ${reason}`,
  }),
  throttled: (times: number): AdminAlert => ({
    key: 'throttled',
    everyMs: HOUR,
    text: `Le serveur ralentit le robot : ${times} réponses 429 en dix minutes. Rien n’est perdu, les réponses tardent. Si cela dure, augmentez pacing.millisecondsBetweenMessages ou demandez à l’équipe de Tchap une limite plus haute pour ce compte.`,
  }),
  healthUnavailable: (code: string): AdminAlert => ({
    key: 'health-unavailable',
    everyMs: HOUR,
    text: `La surveillance du robot (http.port) n’est pas disponible (${code}) : le port est pris ou interdit. Le robot répond, et réessaie d’ouvrir le port toutes les 30 secondes.`,
  }),
  digestLate: (room: string, period: string): AdminAlert => ({
    key: `digest-late/${room}/${period}`,
    everyMs: DAY,
    text: `Le récapitulatif du salon ${room} est parti en retard : le robot ne tournait pas, ou n’avait pas de liaison, à l’heure prévue.`,
  }),
  digestMissed: (room: string, period: string): AdminAlert => ({
    key: `digest-missed/${room}/${period}`,
    everyMs: DAY,
    text: `Un récapitulatif du salon ${room} n’est pas parti : plus de six jours avaient passé depuis l’heure prévue. Le suivant partira à son heure ; d’ici là, « !digest maintenant » dans ce salon l’envoie.`,
  }),
  deadLetter: (reference: string, room: string): AdminAlert => ({
    key: `dead-letter/${reference}`,
    everyMs: DAY,
    text: `Message abandonné après trois essais. Référence : ${reference}. Salon : ${room}. Le journal du robot donne la cause sous cette référence.`,
  }),
  undecryptable: (room: string): AdminAlert => ({
    key: `undecryptable/${room}`,
    everyMs: HOUR,
    text: `Des messages du salon ${room} ne peuvent pas être déchiffrés : leur clé n’est pas arrivée. Vérifiez avec « !etat » que l’appareil du robot est signé.`,
  }),
  contradicted: (room: string): AdminAlert => ({
    key: `contradicted/${room}`,
    everyMs: DAY,
    text: `Le serveur se contredit sur le salon ${room} : un événement y a activé le chiffrement, son état dit qu’il n’est pas chiffré. Le robot n’y envoie rien, surtout pas en clair, et relit l’état du salon toutes les cinq secondes ; les réponses en attente partent dès que l’état confirme le chiffrement, ou sont abandonnées après douze heures. Activez de nouveau le chiffrement dans ce salon ; si cela ne suffit pas, ouvrez un nouveau salon.`,
  }),
  truncated: (room: string): AdminAlert => ({
    key: `truncated/${room}`,
    everyMs: HOUR,
    text: `Après une interruption, les plus anciens messages du salon ${room} n’ont pas tous été relus : il y en avait plus de 500, ou le serveur en a refusé la lecture. Le salon en est averti : les demandes restées sans réponse sont à renvoyer.`,
  }),
  refusedInvitation: (inviter: string): AdminAlert => ({
    key: `invitation/${inviter}`,
    everyMs: DAY,
    text: `Invitation refusée : ${inviter} ne figure ni parmi les serveurs, ni parmi les personnes autorisés à inviter le robot. Pour l’accepter : compléter invitations.homeservers ou invitations.users, puis demander une nouvelle invitation.`,
  }),
  unlisted: (server: string): AdminAlert => ({
    key: `unlisted/${server}`,
    everyMs: DAY,
    text: `Des personnes du serveur ${server} écrivent au robot et n’ont pas de réponse : ce serveur ne figure pas dans invitations.homeservers. Pour leur répondre : l’y ajouter. Sinon, l’inscrire dans externals.servers.`,
  }),
  failedJoin: (room: string, code: string): AdminAlert => ({
    key: `join/${room}`,
    everyMs: 10 * MINUTE,
    text: `Impossible d’entrer dans le salon ${room} malgré plusieurs essais (${code}). Demandez une nouvelle invitation.`,
  }),
  verification: (
    sender: string,
    device: { readonly deviceId: string; readonly fingerprint: string },
  ): AdminAlert => ({
    key: `verification/${sender}`,
    everyMs: DAY,
    text: `${sender} a demandé à vérifier le robot. La demande a été annulée : personne ne pouvait comparer des emoji pour lui (docs/salons.md, « Vérifier le robot »). Donnez à cette personne, par une autre voie, l’empreinte de l’appareil ${device.deviceId} : ${device.fingerprint}.`,
  }),
  shutOut: (from: string, to: string): AdminAlert => ({
    key: `shut-out/${from}/${to}`,
    everyMs: 365 * DAY,
    text: `Le salon ${from} a été remplacé par ${to}, où le robot ne peut pas entrer sans invitation ; l’ancien salon en est averti. Une fois le robot invité, le registre et les réglages suivront.`,
  }),
  replacedRoom: ({ setting, from, to }: ReplacedRoom): AdminAlert => ({
    key: `room-replaced/${setting}/${from}/${to}`,
    everyMs: 365 * DAY,
    text: `Un salon nommé par la configuration (${setting}) a été remplacé : ${from} est devenu ${to}, que le robot suit désormais. Mettez à jour la configuration.`,
  }),
  refusedMessage: (room: string, code: string): AdminAlert => ({
    key: `refused/${room}/${code}`,
    everyMs: 10 * MINUTE,
    text: `Le serveur a refusé une réponse du robot dans le salon ${room} (${code}) ; elle n’a pas été envoyée.`,
  }),
  reported: (subject: Subject, reason: Reason | null): AdminAlert => ({
    key: `report/${subject.id}`,
    everyMs: HOUR,
    text: `Réponse signalée par une personne : ${subjectName(subject)}${reason === null ? ' (👎)' : `, motif : ${REASONS[reason]}`}. Le compte : « !lacunes ».${subject.kind === 'card' ? ` À relire : npm run relecture -- --fiche ${subject.id} ; pour qu’elle ne réponde plus d’ici là : knowledge.withdrawn: [${subject.id}].` : ''}`,
  }),
  renewed: (): AdminAlert => ({
    key: 'renewed',
    everyMs: 10 * MINUTE,
    text: 'Le compte du robot avait expiré ; il est de nouveau actif et le robot répond.',
  }),
  expiredSession: (): AdminAlert => ({
    key: 'token-lost',
    everyMs: 10 * MINUTE,
    text: 'Le serveur ne reconnaît plus le jeton de synchronisation : le robot relit chaque salon depuis le dernier message qu’il y avait vu, et répond à ce qui attendait.',
  }),
  account: (account: AccountState): AdminAlert | null => {
    if (account.kind !== 'to-renew' && account.kind !== 'overdue') return null;
    const day = shortDate(account.expiresOn);
    const steps =
      'Ouvrez le courriel de renouvellement envoyé à l’adresse du compte et suivez son lien, puis écrivez la date du jour dans homeserver.renewedOn.';
    return {
      key: `account/${account.kind}`,
      everyMs: 7 * DAY,
      text:
        account.kind === 'to-renew'
          ? `Le compte Tchap du robot expire le ${day}, treize mois après son dernier renouvellement : ensuite, le robot ne répondra plus. ${steps}`
          : `Le compte Tchap du robot devait expirer le ${day}, selon homeserver.renewedOn. S’il a été renouvelé, écrivez-y la date du renouvellement. Sinon : ${steps}`,
    };
  },
};
