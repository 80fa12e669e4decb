import { fold } from '../../knowledge/search/text/fold.ts';

/** Days in « 7j », « 10 jours », « 2 semaines », « 1 mois » (30 days); null when it is none or beyond `most`. */
export const readDuration = (typed: string, most: number): number | null => {
  const match = /^(\d{1,3}) ?(j|jours?|s|sem|semaines?|mois)$/.exec(fold(typed));
  if (match === null) return null;
  const unit = match[2] ?? 'j';
  const days = Number(match[1]) * (unit.startsWith('s') ? 7 : unit === 'mois' ? 30 : 1);
  return days >= 1 && days <= most ? days : null;
};
