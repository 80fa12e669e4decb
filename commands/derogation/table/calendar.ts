import ical, { ICalAlarmType, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import type { Derogation, HistoryLine } from '../../../knowledge/register/derogation.ts';
import { hashOf } from '../../../knowledge/register/hash.ts';
import type { RegisterStore } from '../../../knowledge/register/store.ts';
import type { IsoDate } from '../../../knowledge/rules/time/iso-date.ts';
import type { Invocation } from '../../command.ts';
import { NATURE, REGLE_TYPED } from '../wording.ts';

/** A deadline as a calendar keeps it. */
export interface Deadline {
  readonly uid: string;
  readonly derogation: Derogation;
  readonly date: IsoDate;
}

/** Deadlines of derogations, those of closed ones included: a calendar that has them must learn that they are off. */
export const deadlinesOf = async (
  items: readonly Derogation[],
  today: IsoDate,
  store: Pick<RegisterStore, 'history'>,
): Promise<readonly Deadline[]> => {
  const found: Deadline[] = [];
  for (const derogation of items) {
    const due = deadlineOf(derogation.entry, today);
    if (due === null) continue;
    const [first] = await store.history(derogation.roomId, derogation.number);
    found.push({ uid: uidOf(derogation, first), derogation, date: due.date });
  }
  return found;
};

/**
 * One all-day event for each deadline, which leaves the day free and rings a week before. A closed derogation is
 * cancelled, under a higher sequence.
 */
export const toCalendar = (
  deadlines: readonly Deadline[],
  { today, now }: Pick<Invocation, 'today' | 'now'>,
): string => {
  const calendar = ical({
    prodId: { company: 'tchap-cloud-au-centre', product: 'registre des dérogations', language: 'FR' },
    name: 'Échéances des dérogations',
  });
  for (const { uid, date, derogation } of deadlines) {
    const { number, version, state, entry } = derogation;
    const summary = `Dérogation n° ${number} : ${entry.projet} (${REGLE_TYPED[entry.regle]})`;
    const nature = deadlineOf(entry, today)?.nature ?? 'fin';
    const event = calendar.createEvent({
      id: uid,
      start: date,
      allDay: true,
      stamp: new Date(now),
      sequence: version,
      status: state === 'close' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: `Échéance : ${NATURE[nature]}.${entry.reference === null ? '' : ` Référence : ${entry.reference}.`}`,
    });
    if (state === 'ouverte')
      event.createAlarm({ type: ICalAlarmType.display, trigger: A_WEEK, description: summary });
  }
  return `${calendar.toString()}\n`;
};

/** Seconds. */
const A_WEEK = 7 * 24 * 60 * 60;

/**
 * Drawn from what is never changed: the first line of its history, which follows the register when a room is replaced
 * by another. Room and number do not: both may be others there.
 */
const uidOf = ({ roomId, number }: Derogation, first: HistoryLine | undefined): string => {
  const name = JSON.stringify(first === undefined ? [roomId, number] : [first.at, first.fields]);
  return `derogation-${hashOf(name)}${hashOf(`${name} `)}@tchap-cloud-au-centre`;
};
