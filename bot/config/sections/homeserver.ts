import { filePath, homeserverUrl, section, userId } from '../fields.ts';

/** Account of the bot. The secrets themselves are never in the configuration: `secrets.ts` reads them. */
export const homeserver = section({
  url: homeserverUrl(),
  userId: userId(),
  tokenFile: filePath().nullable().default(null),
  passwordFile: filePath().nullable().default(null),
});
