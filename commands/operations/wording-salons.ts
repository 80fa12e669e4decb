import type { Conversation } from '../command.ts';

/** What a room is, as `!salons` says it. */
export const KINDS: Record<Conversation['room'], string> = {
  direct: 'conversation directe',
  private: 'salon privé',
  external: 'salon ouvert aux externes',
  forum: 'forum',
  console: 'terminal',
  unknown: 'nature inconnue',
};
