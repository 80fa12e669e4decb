import type { DigestFacts } from '../../knowledge/digest/select.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { roomsSeen } from '../derogation/access.ts';
import type { DigestTools } from './tools.ts';

/** Reads all that the digest of a room is drawn from on a day. */
export const gather = async (
  roomId: string,
  today: IsoDate,
  {
    store,
    access,
    catalogue,
    digest,
    schedule,
    projects,
  }: Omit<DigestTools, 'corpus' | 'laterLaw' | 'account'>,
): Promise<DigestFacts> => {
  const rooms = roomsSeen(access, roomId);
  const { items: derogations } = await store.list(rooms, { state: 'ouverte' });
  return {
    derogations,
    catalogue,
    sheet: (await projects?.find(roomId)) ?? null,
    today,
    until: await schedule.until(today),
    silences: await digest.silences(roomId),
    told: await digest.told(roomId),
  };
};
