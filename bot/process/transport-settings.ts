import { readAvatar } from '../config/avatar.ts';
import type { Config } from '../config/schema.ts';
import type { TchapOptions } from '../matrix/options.ts';
import { DAY } from '../time.ts';

type Settings = Pick<
  TchapOptions,
  | 'homeserverUrl'
  | 'userId'
  | 'dataFolder'
  | 'profile'
  | 'invitations'
  | 'externals'
  | 'operators'
  | 'bots'
  | 'adminRoom'
  | 'pacingMs'
  | 'retentionMs'
>;

/** What the configuration says to the transport. @throws OperatorError when the picture of the account cannot be read */
export const transportSettings = (config: Config): Settings => ({
  homeserverUrl: config.homeserver.url,
  userId: config.homeserver.userId,
  dataFolder: config.data.folder,
  profile: { displayName: config.homeserver.displayName, avatar: readAvatar(config) },
  invitations: config.invitations,
  externals: config.externals,
  operators: config.administration.operators,
  bots: config.bots,
  adminRoom: config.administration.room,
  pacingMs: config.pacing.millisecondsBetweenMessages,
  retentionMs: config.retention.messagesDays * DAY,
});
