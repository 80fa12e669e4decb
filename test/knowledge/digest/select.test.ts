import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import { isSilenced, itemOf, seen, silencesOf } from '../../../knowledge/digest/item.ts';
import {
  type DigestFacts,
  isEmpty,
  itemsIn,
  type Selection,
  selectDigest,
  selectReminders,
  toldIn,
} from '../../../knowledge/digest/select.ts';
import type { Derogation, Entry } from '../../../knowledge/register/derogation.ts';
import { entry } from '../../support/register.ts';

const TODAY = '2026-11-23';
const ROOM = '!projet:example.org';
const BY = '@camille:example.org';
const catalogue = loadCatalogue();

const derogation = (number: number, fields: Partial<Entry>, more: Partial<Derogation> = {}): Derogation => ({
  roomId: ROOM,
  number,
  version: 1,
  state: 'ouverte',
  motif: null,
  entry: entry({ offre: null, offre_acceptable: null, ...fields }),
  due: null,
  ...more,
});

/** A derogation whose decision ends so many days from today. */
const ending = (number: number, days: number): Derogation =>
  derogation(number, { fin: addDays(TODAY, days) });

const facts = (fields: Partial<DigestFacts>): DigestFacts => ({
  derogations: [],
  silences: [],
  told: [],
  catalogue,
  today: TODAY,
  until: TODAY,
  ...fields,
});

const numbers = ({ offers: _, sheet: __, ...groups }: Selection): Record<string, readonly number[]> =>
  Object.fromEntries(
    Object.entries(groups).map(([name, items]) => [name, items.map(({ number }) => number)]),
  );

describe('what a digest lists', () => {
  it('each derogation in one group, nearest first', () => {
    const derogations = [
      ending(1, 90),
      ending(2, 31),
      ending(3, 30),
      ending(4, 0),
      ending(5, -1),
      ending(6, -200),
      ending(7, 91),
      derogation(8, { fin: null }),
      derogation(9, { regle: 'R6', reexamen: addDays(TODAY, 3) }),
      derogation(10, { regle: 'R6' }),
      derogation(11, { fin: addDays(TODAY, 3) }, { state: 'close' }),
    ];
    expect(numbers(selectDigest(facts({ derogations })))).toEqual({
      overdue: [6, 5],
      within30: [4, 9, 3],
      within90: [2, 1],
      undated: [8],
    });
  });

  it('nothing, when nothing comes near', () => {
    expect(isEmpty(selectDigest(facts({ derogations: [ending(1, 91)] })))).toBe(true);
  });

  it('the ceiling of R9 where the decision sets no end: 31/12/2025 plus twelve months', () => {
    const derogations = [derogation(1, { offre_acceptable: '2025-12-31' })];
    expect(selectDigest(facts({ derogations })).within90.map(({ due }) => due)).toEqual(['2026-12-31']);
  });

  it('names forty of a group, and announces no others', () => {
    const derogations = Array.from({ length: 50 }, (_, index) => ending(index + 1, 5));
    const selection = selectDigest(facts({ derogations }));
    expect(selection.within30).toHaveLength(50);
    expect(itemsIn(selection)).toHaveLength(40);
    expect(toldIn(selection)).toHaveLength(40);
  });
});

describe('reminders', () => {
  const days = [91, 90, 60, 30, 7, 3, 0, -1];
  const derogations = days.map((day, index) => ending(index + 1, day));

  it('of thresholds reached, never of what has passed nor of what has no date', () => {
    const all = [...derogations, derogation(9, { fin: null })];
    expect(numbers(selectReminders(facts({ derogations: all })))).toEqual({
      overdue: [],
      within30: [7, 6, 5, 4],
      within90: [3, 2],
      undated: [],
    });
  });

  it('once for each threshold: what the digest has listed is not recalled', () => {
    const told = toldIn(selectDigest(facts({ derogations })));
    expect(isEmpty(selectReminders(facts({ derogations, told })))).toBe(true);
  });

  it('each of J-90, J-30, J-7 and J0 exactly once over a life, even with gaps', () => {
    const one = ending(1, 100);
    const told: DigestFacts['told'][number][] = [];
    const stages: (readonly [number, number])[] = [];
    for (let day = 0; day <= 130; day += 1) {
      if (day % 11 === 5) continue;
      const today = addDays(TODAY, day);
      const now = toldIn(selectReminders(facts({ derogations: [one], told, today, until: today })));
      for (const { stage } of now) stages.push([day, stage]);
      told.push(...now);
    }
    expect(stages).toEqual([
      [10, 90],
      [70, 30],
      [94, 7],
      [100, 0],
    ]);
  });

  it('again when the deadline is changed', () => {
    const told = toldIn(selectDigest(facts({ derogations: [ending(1, 5)] })));
    expect(isEmpty(selectReminders(facts({ derogations: [ending(1, 6)], told })))).toBe(false);
  });
});

describe('what somebody has seen or put off', () => {
  const itemIn = (days: number) => {
    const item = itemOf(ending(1, days), TODAY);
    if (item === null) throw new Error('it is in the digest');
    return item;
  };
  const silent = (days: number, later: number): boolean => {
    const silences = silencesOf([seen(itemIn(days), TODAY, BY, 0)]);
    const then = addDays(TODAY, later);
    const item = itemOf(ending(1, days), then);
    return item !== null && isSilenced(item, silences, then);
  };

  it.each([
    ['seen at 60 days, silent at 31', 60, 29, true],
    ['seen at 60 days, back at 30', 60, 30, false],
    ['seen at 3 days, back on the day', 3, 3, false],
    ['seen on the day, back the day after', 0, 1, false],
    ['overdue, silent for the rest of its thirty days', -1, 29, true],
    ['overdue, back after thirty days', -1, 30, false],
  ])('%s', (_, days, later, expected) => {
    expect(silent(days, later)).toBe(expected);
  });

  it('it is left out of digest and reminders', () => {
    const silences = [seen(itemIn(5), TODAY, BY, 0)];
    expect(isEmpty(selectDigest(facts({ derogations: [ending(1, 5)], silences })))).toBe(true);
    expect(isEmpty(selectReminders(facts({ derogations: [ending(1, 5)], silences })))).toBe(true);
  });

  it('a new deadline is not silenced by what was said of the old one', () => {
    const silences = [seen(itemIn(5), TODAY, BY, 0)];
    expect(numbers(selectDigest(facts({ derogations: [ending(1, 6)], silences }))).within30).toEqual([1]);
  });

  it('one without a date comes back after ninety days', () => {
    const undated = derogation(1, { fin: null });
    const item = itemOf(undated, TODAY);
    if (item === null) throw new Error('it is in the digest');
    const silences = silencesOf([seen(item, TODAY, BY, 0)]);
    expect(isSilenced(item, silences, addDays(TODAY, 89))).toBe(true);
    expect(isSilenced(item, silences, addDays(TODAY, 90))).toBe(false);
  });

  it('put off: silent before that day, even across a threshold', () => {
    const put = { ...seen(itemIn(31), TODAY, BY, 0), stage: null, until: addDays(TODAY, 7) };
    const on = (later: number): readonly number[] => {
      const today = addDays(TODAY, later);
      const selection = selectDigest(
        facts({ derogations: [ending(1, 31)], silences: [put], today, until: today }),
      );
      return itemsIn(selection).map(({ number }) => number);
    };
    expect([on(0), on(6), on(7)]).toEqual([[], [], [1]]);
  });

  it('another register’s number 1 is not touched', () => {
    const silences = [seen(itemIn(5), TODAY, BY, 0)];
    const other = { ...ending(1, 5), roomId: '!autre:example.org' };
    expect(numbers(selectDigest(facts({ derogations: [other], silences }))).within30).toEqual([1]);
  });
});
