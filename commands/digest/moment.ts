import { WEEKDAY, weekdayNamed } from '../../knowledge/dates/weekdays.ts';
import { DEFAULT_TIME, type Subscription } from '../../knowledge/digest/subscription.ts';
import { fold } from '../../knowledge/search/text/fold.ts';

type Moment = Pick<Subscription, 'weekday' | 'minute'>;

export type MomentRead =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly error: 'MOMENT' | 'JOUR_NON_OUVRE' | 'HEURE_DE_NUIT' };

/**
 * Reads « lundi 9h », « 9h lundi », « mardi à 14 h 30 », « 9:30 », « tous les jeudis », or nothing: what is not said is
 * Monday, 09:00. A word that is neither a day nor an hour is refused, never passed over.
 */
export const readMoment = (typed: string): MomentRead => {
  const said = fold(typed.slice(0, 60)).replace(/\bmidi\b/, '12h');
  const [at, hour, minutes = '0'] = HOUR.exec(said) ?? [''];
  const [day = ''] = DAY.exec(said.replace(at, ' ')) ?? [];
  const rest = said.replace(at, ' ').replace(day, ' ').replace(FILLERS, ' ').trim();
  if (rest !== '') return { ok: false, error: 'MOMENT' };
  const weekday = day === '' ? DEFAULT_TIME.weekday : (weekdayNamed(day) ?? 0);
  const minute = hour === undefined ? DEFAULT_TIME.minute : Number(hour) * 60 + Number(minutes);
  if (weekday === 0 || Number(hour ?? 0) > 23 || Number(minutes) > 59) return { ok: false, error: 'MOMENT' };
  if (weekday > 5) return { ok: false, error: 'JOUR_NON_OUVRE' };
  if (minute >= 120 && minute < 180) return { ok: false, error: 'HEURE_DE_NUIT' };
  return { ok: true, moment: { weekday, minute } };
};

const HOUR = /(?<!\d)(\d{1,2}) ?(?:heures?|h|:) ?(\d{2})?(?!\w)(?: du matin)?/;
const DAY = new RegExp(`(?<![a-z])${WEEKDAY}(?![a-z])`);
const FILLERS = /,|\b(?:le|les|tous|chaque|a|vers|matin)\b/g;
