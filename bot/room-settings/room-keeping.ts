import type { RegisterAccess } from '../../commands/derogation/access.ts';
import { greeting } from '../../commands/greeting.ts';
import { EVERY_ROOM, type RoomSettingsStore } from '../../commands/room-settings/settings.ts';
import type { Notify } from '../administration/notify.ts';
import { openReplacedRooms, type ReplacedRooms } from '../administration/replaced-rooms.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Config } from '../config/schema.ts';
import type { Log } from '../log/log.ts';
import type { TchapOptions } from '../matrix/options.ts';
import type { Queues } from '../queues/queues.ts';
import { rightsFrom } from '../rights/from-config.ts';
import type { Rights } from '../rights/rights.ts';

export interface RoomKeepingParts {
  readonly config: Config;
  readonly queues: Pick<Queues, 'values'>;
  readonly roomSettings: Pick<RoomSettingsStore, 'read'>;
  /** Takes what is kept of a room to the one that replaces it. */
  readonly move: (from: string, to: string) => Promise<void>;
  readonly notify: Notify;
  readonly corpusVersion: () => string;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** What depends on which rooms there are: who is greeted, what follows a room that is replaced, whom the configuration means. */
export interface RoomKeeping {
  readonly replaced: Pick<ReplacedRooms, 'list'>;
  /** As the configuration says, of the rooms of today. */
  readonly rights: Rights;
  readonly registerAccess: RegisterAccess;
  readonly adminRoom: () => string | null;
  readonly referentsRoom: () => string | null;
  readonly hooks: Required<Pick<TchapOptions, 'greeting' | 'moved' | 'followed'>>;
  /** Tells the operators which rooms of the configuration were replaced. */
  tellReplaced(): Promise<void>;
}

export const openRoomKeeping = async (parts: RoomKeepingParts): Promise<RoomKeeping> => {
  const { config, queues, roomSettings, move, notify, clock, log } = parts;
  const replaced = await openReplacedRooms(queues, config, log);
  return {
    replaced,
    rights: liveRights(() => rightsFrom(replaced.config())),
    registerAccess: {
      writers: config.register.writers,
      get views() {
        return replaced.config().register.views;
      },
    },
    adminRoom: () => replaced.config().administration.room,
    referentsRoom: () => replaced.config().referents.room,
    hooks: {
      greeting: async (room) =>
        (await roomSettings.read(EVERY_ROOM)).greets
          ? greeting(room, parisDate(clock), parts.corpusVersion())
          : null,
      moved: move,
      followed: async (succession) => {
        replaced.note(succession);
        await replaced.tell(notify);
      },
    },
    tellReplaced: () => replaced.tell(notify),
  };
};

/** Rights that are read anew at each use: rooms may be replaced while the bot runs. */
const liveRights = (rights: () => Rights): Rights => ({
  get operators() {
    return rights().operators;
  },
  get adminRoom() {
    return rights().adminRoom;
  },
  get externals() {
    return rights().externals;
  },
  get commands() {
    return rights().commands;
  },
});
