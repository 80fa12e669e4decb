import { day, filePath, homeserverUrl, proxyUrl, section, sentencePart, userId } from '../fields.ts';

/** Account of the bot. The secrets themselves are never in the configuration: `secrets.ts` reads them. */
export const homeserver = section({
  url: homeserverUrl(),
  userId: userId(),
  tokenFile: filePath().nullable().default(null),
  passwordFile: filePath().nullable().default(null),
  /** Day the account was created or last renewed: Tchap accounts live 13 months. */
  renewedOn: day().nullable().default(null),
  /** Name and picture that the account takes at the start; null = left as they are. */
  displayName: sentencePart('Robot cloud au centre').nullable().default(null),
  avatarFile: filePath().nullable().default(null),
  /** null = HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment. */
  proxy: proxyUrl().nullable().default(null),
  /** Authorities added to those of Node, PEM. */
  caFile: filePath().nullable().default(null),
});
