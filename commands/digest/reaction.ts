import type { Answer } from '../../knowledge/answer/answer.ts';
import { type ItemKey, itemOf, seen } from '../../knowledge/digest/item.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import type { Asked } from '../command.ts';
import { refuseRoom, roomsSeen } from '../derogation/access.ts';
import { mayDecide, refuseRight } from './rights.ts';
import { type Silenced, silencedAnswer } from './silence.ts';
import type { DigestTools } from './tools.ts';
import { REFUSED } from './wording.ts';

export interface Reaction {
  readonly key: string;
  /** What caused the message that it is put on; null = not one of ours. */
  readonly cause: string | null;
}

/**
 * ✅ on a digest: acknowledges what this person answers for; all of it for a moderator who answers for none of it.
 * Null when the reaction is not one, or the message no digest.
 */
export const createDigestReaction =
  (tools: DigestTools) =>
  async ({ key, cause }: Reaction, asked: Asked): Promise<Answer | null> => {
    if (cause === null || !SEEN.has(key.replace(/\ufe0f/g, ''))) return null;
    const { conversation, today, now } = asked;
    const { roomId, sender } = conversation;
    const listed = await tools.digest.listed(roomId, cause);
    if (listed === null || refuseRoom(asked, tools.corpus.version) !== null) return null;
    const derogations = await readAll(listed, roomId, tools);
    const own = derogations.filter(({ entry }) => entry.responsable === sender);
    if (own.length === 0 && !mayDecide(asked, tools.access))
      return refuseRight(asked, tools.corpus.version, 'acquitter', REFUSED.reaction);
    const until = await tools.schedule.until(today);
    const silenced = (own.length === 0 ? derogations : own).flatMap((derogation): Silenced[] => {
      const item = itemOf(derogation, today, until);
      const cause = conversation.eventId;
      return item === null ? [] : [{ derogation, silence: { ...seen(item, today, sender, now), cause } }];
    });
    if (silenced.length === 0) return null;
    await tools.digest.silence(
      roomId,
      silenced.map(({ silence }) => silence),
    );
    return silencedAnswer('acquitter', silenced, asked, tools);
  };

/** Check marks, whatever their presentation. */
const SEEN = new Set(['✅', '✔', '☑']);

/** Derogations that a message lists, as they are now; those that this room may no longer see are left out. */
const readAll = async (
  listed: readonly ItemKey[],
  roomId: string,
  { store, access }: Pick<DigestTools, 'store' | 'access'>,
): Promise<readonly Derogation[]> => {
  const seenRooms = roomsSeen(access, roomId);
  const found: Derogation[] = [];
  for (const { origin, number } of listed) {
    if (seenRooms !== 'all' && !seenRooms.includes(origin)) continue;
    const derogation = await store.find(origin, number);
    if (derogation !== null) found.push(derogation);
  }
  return found;
};
