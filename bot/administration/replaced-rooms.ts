import type { ReplacedRoom } from '../../commands/operations/operations.ts';
import { namedRooms, withCurrentRooms } from '../config/configured-rooms.ts';
import type { Config } from '../config/schema.ts';
import type { Log } from '../log/log.ts';
import type { Queues } from '../queues/queues.ts';
import { follow, readSuccessions, type Succession } from '../queues/successions.ts';
import type { Notify } from './notify.ts';
import { notices } from './wording.ts';

/** The rooms that the configuration names, as they are today. */
export interface ReplacedRooms {
  /** The configuration with the rooms of today. */
  config(): Config;
  /** What is to be written anew in the configuration. */
  list(): readonly ReplacedRoom[];
  /** A room has been replaced by another. */
  note(succession: Succession): void;
  /** Tells the operators of each, once; the log at every call. */
  tell(notify: Notify): Promise<void>;
}

/** Follows the rooms of the configuration from successor to successor, as far as the bot has checked them. */
export const openReplacedRooms = async (
  queues: Pick<Queues, 'values'>,
  config: Config,
  log: Pick<Log, 'warn'>,
): Promise<ReplacedRooms> => {
  let successions = await readSuccessions(queues);
  const current = (roomId: string): string => follow(successions, roomId);
  const list = (): readonly ReplacedRoom[] =>
    namedRooms(config)
      .map(({ setting, roomId }) => ({ setting, from: roomId, to: current(roomId) }))
      .filter(({ from, to }) => from !== to);
  return {
    config: () => withCurrentRooms(config, current),
    list,
    note: (succession) => {
      successions = [...successions.filter(({ from }) => from !== succession.from), succession];
    },
    tell: async (notify) => {
      for (const { setting, from, to } of list()) {
        log.warn('room-replaced', { kind: setting, from, to });
        await notify(notices.replacedRoom({ setting, from, to }));
      }
    },
  };
};
