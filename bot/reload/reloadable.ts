import type { Bot } from '../compose.ts';
import type { LoadedParts } from '../load-parts.ts';

export interface ReloadableBot extends Bot {
  /**
   * Builds the bot anew, then puts it in place of the old one, which finishes what it has begun.
   * @throws OperatorError when texts or data are not right: nothing has changed then
   */
  reload(): Promise<void>;
}

/**
 * A bot whose texts and data can be replaced while it runs.
 * @param load loads anew, without holding up the bot in service
 */
export const reloadable = (
  build: (loaded?: LoadedParts) => Bot,
  load: () => Promise<LoadedParts>,
): ReloadableBot => {
  let current = build();
  return {
    handler: (incoming) => current.handler(incoming),
    overhears: (roomId, sender) => current.overhears(roomId, sender),
    withdrawn: (eventId) => current.withdrawn(eventId),
    isInterviewed: (roomId, sender) => current.isInterviewed(roomId, sender),
    get knowledge() {
      return current.knowledge;
    },
    get digest() {
      return current.digest;
    },
    reload: async () => {
      current = build(await load());
    },
  };
};
