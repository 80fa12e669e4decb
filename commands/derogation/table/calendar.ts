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
  store: Pick<RegisterStore, 'firstLines'>,
): Promise<readonly Deadline[]> => {
  const dated = items.flatMap((derogation) => {
    const due = deadlineOf(derogation.entry, today);
    return due === null ? [] : [{ derogation, date: due.date }];
  });
  const lines = await store.firstLines(dated.map(({ derogation }) => derogation));
  return dated.map(({ derogation, date }, index) => ({
    uid: uidOf(derogation, lines[index]),
    derogation,
    date,
  }));
};

/** A calendar as `toCalendar` writes it: what comes before its events, they, and what comes after. */
export const partsOf = (
  calendar: string,
): { readonly begin: string; readonly events: string; readonly end: string } => {
  const end = calendar.lastIndexOf('END:VCALENDAR');
  const first = calendar.indexOf('BEGIN:VEVENT');
  const begin = first === -1 ? end : first;
  return {
    begin: calendar.slice(0, begin),
    events: calendar.slice(begin, end),
    end: calendar.slice(end),
  };
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
