import type { ShortString } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { emojiLines } from './emoji.ts';

/** The device of the bot, as clients show it. */
export interface Shown {
  readonly deviceId: string;
  /** Ed25519 key, in groups of four. */
  readonly fingerprint: string;
}

/** Reason of the cancellation, which some clients show. */
export const cancelReason = ({ deviceId, fingerprint }: Shown): string =>
  `Personne ne peut comparer d’emoji avec vous pour ce robot, et un programme qui confirmerait seul ne prouverait rien. Empreinte de son appareil ${deviceId} : ${fingerprint}. Comparez-la à celle que publie l’équipe qui l’exploite.`;

/** The same as a message, where the request came in a room. */
export const fingerprintWords = ({ deviceId, fingerprint }: Shown): string =>
  `Personne ne peut comparer des emoji avec vous pour moi en ce moment, et un programme qui confirmerait seul ne prouverait rien. Voici l’empreinte de mon appareil ${deviceId} : ${fingerprint}. Comparez-la à celle que publie l’équipe qui m’exploite, puis à celle que montre votre client pour cet appareil ; si les trois sont égales, vérifiez-le « par texte ».`;

/** What the person is told while an operator is awaited. */
export const WAIT =
  'Votre demande de vérification est transmise à l’équipe qui m’exploite. L’un de ses membres doit vous joindre autrement que par Tchap (téléphone, de vive voix), sous dix minutes ; sinon la demande expire. Votre client montrera alors sept emoji : comparez-les avec cette personne, et ne confirmez que s’ils sont tous les mêmes, dans le même ordre. Ne confirmez rien avant son appel.';

/** How a verification has ended. `alarm`: somebody may stand between the person and the bot. */
export type End = 'done' | 'alarm' | 'refused' | 'withdrawn' | 'expired' | 'failed';

/** What the person is told of the end; null where their client says it all. */
export const endForPerson = (end: End, device: Shown): string | null => {
  const words: Record<End, string | null> = {
    done: 'Vérification terminée : un opérateur a comparé les emoji avec vous, mon appareil est bien le mien.',
    alarm:
      'La vérification a échoué : ce que montrait votre client et ce que je montrais à l’équipe qui m’exploite n’étaient pas la même chose. Quelqu’un s’est peut-être interposé. N’écrivez rien de confidentiel ici avant d’en avoir parlé avec cette équipe, de vive voix.',
    refused: fingerprintWords(device),
    withdrawn: null,
    expired:
      'La vérification a expiré. Recommencez quand un membre de l’équipe qui m’exploite est en ligne avec vous : les emoji se comparent en une minute.',
    failed: 'La vérification n’a pas pu aller à son terme. Recommencez-la depuis votre client.',
  };
  return words[end];
};

/** What the operators are told. Each names who is to do what. */
export const forOperators = {
  asked: (code: string, person: string, deviceId: string | null, isTold: boolean): string =>
    [
      `Vérification ${code}. ${person} demande à comparer des emoji avec le robot${deviceId === null ? '' : ` (son appareil : ${deviceId})`}.`,
      'Joignez cette personne autrement que par Tchap (téléphone, de vive voix) et assurez-vous que c’est elle.',
      `Une fois en ligne avec elle : ✅ sous ce message, ou « !verifier ${code} ». Les emoji viendront ici, et vous aurez une minute.`,
      `Pour refuser : ❌, ou « !verifier non ${code} ». Sans réponse sous dix minutes, la demande expire.`,
      ...(isTold
        ? []
        : [
            'Elle n’a pas de conversation directe avec le robot, qui n’a pas pu lui dire d’attendre votre appel.',
          ]),
    ].join('\n'),
  shown: (code: string, person: string, { emoji, decimals }: ShortString): string =>
    [
      `Vérification ${code}, ${person}. Le robot voit :`,
      ...emojiLines(emoji),
      `ou, si son client montre des nombres : ${decimals.join(' – ')}.`,
      'Faites-lui lire son écran, sans lire le vôtre.',
      `Tout est pareil, dans le même ordre : ✅ sous ce message, ou « !verifier oui ${code} ».`,
      `Une seule différence : ❌, ou « !verifier non ${code} ». Vous avez une minute.`,
    ].join('\n'),
  end: (code: string, person: string, end: End, reason: string): string =>
    `Vérification ${code}, ${person} : ${ENDS[end]}${end === 'done' || reason === '' ? '' : ` (${reason})`}`,
};

const ENDS: Record<End, string> = {
  done: 'terminée. Les deux côtés ont confirmé, les clés concordent.',
  alarm:
    'ÉCHEC. Les emoji ou les clés ne concordent pas : quelqu’un s’est peut-être interposé entre cette personne et le robot. Prévenez-la de vive voix, ne recommencez pas avant d’avoir compris, et gardez le journal du robot.',
  refused: 'refusée par un opérateur. La personne en est avertie, avec l’empreinte à comparer.',
  withdrawn: 'annulée par la personne ou par son client. Rien à faire.',
  expired: 'expirée. Si elle le veut encore, qu’elle recommence pendant que vous êtes en ligne avec elle.',
  failed: 'interrompue. Qu’elle recommence depuis son client.',
};
