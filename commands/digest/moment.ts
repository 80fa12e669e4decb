import { DEFAULT_TIME, type Subscription } from '../../knowledge/digest/subscription.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { WEEKDAYS } from './wording.ts';

type Moment = Pick<Subscription, 'weekday' | 'minute'>;

export type MomentRead =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly error: 'MOMENT' | 'JOUR_NON_OUVRE' | 'HEURE_DE_NUIT' };

/** Reads « lundi 9h », « mardi à 14 h 30 », « 9:30 », « jeudi », or nothing: what is not said is Monday, 09:00. */
export const readMoment = (typed: string): MomentRead => {
  const said = fold(typed.slice(0, 60))
    .replace(/^(le|tous les|chaque) /, '')
    .replace(/ a (?=\d)/, ' ');
  const match = /^([a-z]{5,9}?)?s? ?(?:(\d{1,2}) ?(?:h|:) ?(\d{2})?)?$/.exec(said);
  if (match === null) return { ok: false, error: 'MOMENT' };
  const [, day, hour, minutes = '0'] = match;
  const weekday = day === undefined ? DEFAULT_TIME.weekday : (WEEKDAYS as readonly string[]).indexOf(day) + 1;
  const minute = hour === undefined ? DEFAULT_TIME.minute : Number(hour) * 60 + Number(minutes);
  if (weekday === 0 || Number(hour ?? 0) > 23 || Number(minutes) > 59) return { ok: false, error: 'MOMENT' };
  if (weekday > 5) return { ok: false, error: 'JOUR_NON_OUVRE' };
  if (minute >= 120 && minute < 180) return { ok: false, error: 'HEURE_DE_NUIT' };
  return { ok: true, moment: { weekday, minute } };
};
