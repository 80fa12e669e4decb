/** Calendar date `YYYY-MM-DD`. The rules never read a clock: the caller says which day it is. */
export type IsoDate = string;

export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date's parts, or null if the text is not an existing day (`2023-02-29`, `2023-2-1`). */
export const readDate = (text: string): Ymd | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : null;
};

/**
 * Adds months « de quantième à quantième »; where the month has no such day, its last day.
 * The texts say « 12 mois » and no more: this is the convention of article 641 of the code de procédure civile.
 * @returns null if `date` is not an existing day or the result leaves the years 1–9999.
 */
export const addMonths = (date: IsoDate, months: number): IsoDate | null => {
  const from = readDate(date);
  if (from === null || !Number.isInteger(months)) return null;
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (year < 1 || year > 9999) return null;
  return write({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
};

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601); null if the day does not exist. */
export const dayOfWeek = (date: IsoDate): number | null => {
  const parts = readDate(date);
  if (parts === null) return null;
  const { year, month, day } = parts;
  // Sakamoto's method: January and February count with the year before.
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  const sundayFirst = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return sundayFirst === 0 ? 7 : sundayFirst;
};

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const write = ({ year, month, day }: Ymd): IsoDate => {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};
