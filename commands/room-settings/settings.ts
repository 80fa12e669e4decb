import type { Lang } from '../../knowledge/answer/answer.ts';

/** What the moderators of a room decide for it. */
export interface RoomSettings {
  /** A `!` alone does not call the bot: it must be mentioned. */
  readonly mentionOnly: boolean;
  /** Answers go to a thread under the question. */
  readonly inThread: boolean;
  /** The bot reacts: numbers to tap under what it asks back, a thumb for thanks. */
  readonly reactions: boolean;
  /** The bot introduces itself where it enters: decided by the operators, for all rooms, under `EVERY_ROOM`. */
  readonly greets: boolean;
  /** `auto` = that of the message; null = as the configuration of the bot says. */
  readonly language: Lang | 'auto' | null;
}

/** A room where nothing was decided. */
export const DEFAULT_SETTINGS: RoomSettings = {
  mentionOnly: false,
  inThread: false,
  reactions: true,
  greets: true,
  language: null,
};

/** Stands for a room where the operators decide for all of them; no room has such an id. */
export const EVERY_ROOM = '*';

/** Settings of rooms. A room never seen has the default ones. */
export interface RoomSettingsStore {
  read(roomId: string): Promise<RoomSettings>;
  /** Replaces the settings named in `change`, and gives the result. */
  change(roomId: string, change: Partial<RoomSettings>): Promise<RoomSettings>;
  /** A room was upgraded: its settings follow, over those of the new room. Nothing happens the second time. */
  move(from: string, to: string): Promise<void>;
}
