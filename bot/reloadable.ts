import type { Bot } from './compose.ts';

export interface ReloadableBot extends Bot {
  /**
   * Builds the bot anew, then puts it in place of the old one, which finishes what it has begun.
   * @throws OperatorError when texts or data are not right: nothing has changed then
   */
  reload(): void;
}

/** A bot whose texts and data can be replaced while it runs. */
export const reloadable = (build: () => Bot): ReloadableBot => {
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
    reload: () => {
      current = build();
    },
  };
};
