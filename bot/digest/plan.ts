import { digestAnswer } from '../../commands/digest/content.ts';
import { gather } from '../../commands/digest/gather.ts';
import type { DigestTools } from '../../commands/digest/tools.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { itemsIn, selectDigest, selectReminders, toldIn } from '../../knowledge/digest/select.ts';
import type { Outgoing } from '../messages.ts';
import { announce } from '../outgoing.ts';
import { mentionsOf } from '../render/mentions.ts';
import type { PlannedRun, Standing } from '../store/records/digest-ledger.ts';
import type { Calendar } from './calendar.ts';
import { due, localTime, remindersDue } from './due.ts';

export interface Planning {
  readonly tools: DigestTools;
  readonly calendar: Calendar;
  /** The first digest of a month is sent even when there is nothing to say. */
  readonly monthlyHeartbeat: boolean;
}

export interface Plan {
  /** What is to be written down now; null = nothing is due. */
  readonly run: PlannedRun | null;
  /** Weeks to be given up. */
  readonly skipped: readonly string[];
}

/** What a room is to receive now: its digest, else the reminders of the day. Sends and writes nothing. */
export const planRoom = async (standing: Standing, now: number, planning: Planning): Promise<Plan> => {
  const { subscription, lastWeek, lastDay } = standing;
  const { tools, calendar, monthlyHeartbeat } = planning;
  const { roomId } = subscription;
  const { run, skipped } = due(now, lastWeek, subscription, calendar);
  if (run === null && !remindersDue(now, lastDay, subscription, calendar)) return { run: null, skipped };
  const { date: today } = localTime(now);
  const facts = await gather(roomId, today, tools);
  const selection = run === null ? selectReminders(facts) : selectDigest(facts);
  const options = { roomId, today, late: run?.late ?? false } as const;
  const answer =
    digestAnswer(selection, { ...options, kind: run === null ? 'reminder' : 'digest' }, tools) ??
    (run !== null && monthlyHeartbeat && run.firstOfMonth
      ? digestAnswer(selection, { ...options, kind: 'heartbeat' }, tools)
      : null);
  const periods = run === null ? ([today] as const) : ([run.period, today] as const);
  return {
    run: {
      roomId,
      periods,
      outgoing: answer === null ? null : outgoing(roomId, periods[0], answer),
      listed: itemsIn(selection),
      told: toldIn(selection),
    },
    skipped,
  };
};

/** It rings those whom it mentions, and nobody otherwise. */
const outgoing = (roomId: string, period: string, answer: Answer): Outgoing => {
  const mentions = mentionsOf(answer);
  return {
    ...announce(roomId, answer, `digest/${roomId}/${period}`),
    msgtype: mentions.length === 0 ? 'notice' : 'text',
    mentions,
    priority: 'scheduled',
  };
};
