import { createHash } from 'node:crypto';
import type { KeyValue } from '../../queues/queues.ts';
import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import type { TchapOptions, TransportLog } from '../options.ts';
import { readDisplayName } from './display-name.ts';

type ProfileClient = Pick<
  TchapClient,
  'getUserProfile' | 'setDisplayName' | 'setAvatarUrl' | 'uploadContent'
>;

/**
 * Gives the account the display name and the picture of the configuration, where they differ. A homeserver that lets nobody
 * change them is no reason not to start: the log says so.
 */
export const applyProfile = async (
  client: ProfileClient,
  values: KeyValue,
  { userId, profile }: Pick<TchapOptions, 'userId' | 'profile'>,
  log: TransportLog,
): Promise<void> => {
  const { displayName = null, avatar = null } = profile ?? {};
  const attempt = async (kind: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn('profile-not-changed', { kind, code: failureOf(error).code });
    }
  };
  if (displayName !== null)
    await attempt('display-name', async () => {
      if ((await readDisplayName(client, userId)) === displayName) return;
      await client.setDisplayName(displayName);
      log.info('profile-changed', { kind: 'display-name' });
    });
  if (avatar !== null)
    await attempt('avatar', async () => {
      const digest = createHash('sha256').update(avatar.bytes).digest('hex');
      if ((await values.get(AVATAR)) === digest) return;
      await client.setAvatarUrl(await client.uploadContent(avatar.bytes, avatar.mimetype));
      await values.set(AVATAR, digest);
      log.info('profile-changed', { kind: 'avatar' });
    });
};

/** Digest of the picture last given. */
const AVATAR = 'avatar';
