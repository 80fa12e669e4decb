import type { RoomKind } from '../../commands/command.ts';
import type { DigestTools } from '../../commands/digest/tools.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { addDays } from '../../knowledge/dates/days.ts';
import type { Told } from '../../knowledge/digest/item.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import type { Outgoing } from '../messages.ts';
import { renderText } from '../render/text.ts';
import type { Standing } from '../store/records/digest-ledger.ts';
import { instantOf } from './due.ts';
import { type Planning, planRoom } from './plan.ts';

/** What a room would receive, or why it would not. */
export interface Rehearsal {
  readonly roomId: string;
  /** Minutes after midnight, in Europe/Paris. */
  readonly minute: number;
  readonly outgoing: Outgoing;
  readonly refused: RoomKind | null;
}

export interface RehearsalParts extends Planning {
  readonly standings: readonly Standing[];
  readonly roomKind: (roomId: string) => Promise<RoomKind>;
}

/**
 * What would be sent on a day to each room, if the bot runs until then and nobody changes or acknowledges anything.
 * Writes nothing.
 */
export const rehearse = async (
  { from, day }: { readonly from: IsoDate; readonly day: IsoDate },
  parts: RehearsalParts,
): Promise<readonly Rehearsal[]> => {
  const earliest = addDays(day, -LONG_AGO);
  // ISO dates compare as strings. A day gone by is taken by itself.
  const first = from > day ? day : from < earliest ? earliest : from;
  const found: Rehearsal[] = [];
  for (const standing of parts.standings) {
    const outgoing = await lived(standing, first, day, parts);
    if (outgoing === null) continue;
    const { roomId, minute } = standing.subscription;
    const kind = await parts.roomKind(roomId);
    const refused = kind === 'private' || kind === 'direct' ? null : kind;
    found.push({ roomId, minute, outgoing, refused });
  }
  return found.toSorted((a, b) => a.minute - b.minute);
};

/** Lives through the days of a room, and gives what the last one brings. */
const lived = async (
  standing: Standing,
  first: IsoDate,
  last: IsoDate,
  { tools, ...planning }: Planning,
): Promise<Outgoing | null> => {
  const told: Told[] = [...(await tools.digest.told(standing.subscription.roomId))];
  const remembering = { ...planning, tools: await readOnce(standing, tools, told) };
  let now = standing;
  for (let day = first; ; day = addDays(day, 1)) {
    const { run } = await planRoom(now, instantOf(day, now.subscription.minute), remembering);
    if (day >= last) return run?.outgoing ?? null;
    if (run === null) continue;
    told.push(...run.told);
    const week = run.periods.find((period) => period.includes('W'));
    now = { ...now, lastDay: day, lastWeek: week ?? now.lastWeek };
  }
};

/** The same tools over what was read once, and a memory of what was told. */
const readOnce = async (
  { subscription: { roomId } }: Standing,
  tools: DigestTools,
  told: readonly Told[],
): Promise<DigestTools> => {
  const silences = await tools.digest.silences(roomId);
  const lists = new Map<string, ReturnType<DigestTools['store']['list']>>();
  return {
    ...tools,
    store: {
      ...tools.store,
      list: (rooms, options) => {
        const key = JSON.stringify([rooms, options]);
        const list = lists.get(key) ?? tools.store.list(rooms, options);
        lists.set(key, list);
        return list;
      },
    },
    digest: { ...tools.digest, silences: async () => silences, told: async () => told },
  };
};

/** Days after which a threshold that was reached has been followed by another. */
const LONG_AGO = 62;

/** The rehearsals as an operator reads them. */
export const rehearsalText = (day: IsoDate, rehearsals: readonly Rehearsal[]): string =>
  rehearsals.length === 0
    ? `Le ${shortDate(day)}, aucun message ne partirait.`
    : [
        `Le ${shortDate(day)}, ${rehearsals.length === 1 ? 'un message partirait' : `${rehearsals.length} messages partiraient`}. Rien n’est envoyé.`,
        ...rehearsals.map(one),
      ].join('\n\n');

const one = ({ roomId, minute, outgoing, refused }: Rehearsal): string =>
  [
    `== ${clock(minute)}, salon ${roomId}${refused === null ? '' : ` : ne partirait pas, car le salon est maintenant « ${refused} »`}`,
    outgoing.mentions.length === 0 ? 'Sans notification.' : `Notifie ${outgoing.mentions.join(', ')}.`,
    renderText(outgoing.answer),
  ].join('\n');

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
