/** The device of the bot, as clients show it. */
export interface Shown {
  readonly deviceId: string;
  /** Ed25519 key, in groups of four. */
  readonly fingerprint: string;
}

/** Reason of the cancellation, which some clients show. */
export const cancelReason = ({ deviceId, fingerprint }: Shown): string =>
  `Ce robot ne compare pas d’emoji : un programme qui confirmerait seul ne prouverait rien. Empreinte de son appareil ${deviceId} : ${fingerprint}. Comparez-la à celle que publie l’équipe qui l’exploite.`;

/** The same as a message, where the request came in a room. */
export const fingerprintWords = ({ deviceId, fingerprint }: Shown): string =>
  `Je ne peux pas comparer des emoji avec vous : un programme qui confirmerait seul ne prouverait rien. Voici l’empreinte de mon appareil ${deviceId} : ${fingerprint}. Comparez-la à celle que publie l’équipe qui m’exploite, puis à celle que montre votre client pour cet appareil ; si les trois sont égales, vérifiez-le « par texte ».`;
