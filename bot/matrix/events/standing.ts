import type { TchapOptions } from '../options.ts';
import { serverOf } from './user-id.ts';

/** `external` = on a server of partners; `unlisted` = on a server that nobody has named: refused by default too. */
export type Standing = 'served' | 'external' | 'unlisted';

/**
 * Whether somebody is answered, in rooms as for invitations: people of our own server and of the servers that may invite
 * the bot, people who may invite it, and its operators.
 */
export const standingOf = (
  userId: string,
  me: string,
  { externals, invitations, operators = [] }: Pick<TchapOptions, 'externals' | 'invitations' | 'operators'>,
): Standing => {
  const server = serverOf(userId);
  if (externals.servers.includes(server)) return 'external';
  if (server === serverOf(me) || invitations.homeservers.includes(server)) return 'served';
  return [...invitations.users, ...operators].includes(userId) ? 'served' : 'unlisted';
};
