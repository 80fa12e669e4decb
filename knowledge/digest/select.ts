import type { Catalogue } from '../catalogue/catalogue.ts';
import { daysUntil } from '../dates/days.ts';
import type { Sheet } from '../project/sheet.ts';
import type { Derogation } from '../register/derogation.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { type Item, isSilenced, itemOf, keyOf, type Silence, silencesOf, type Told } from './item.ts';
import { type EndingOffer, endingOffers } from './offers.ts';
import { MOST_NOTES, type SheetNote, sheetNotes } from './sheet-notes.ts';
import { REMINDERS } from './stage.ts';

/** What a digest is drawn from. */
export interface DigestFacts {
  readonly derogations: readonly Derogation[];
  readonly silences: readonly Silence[];
  readonly told: readonly Told[];
  readonly catalogue: Catalogue;
  /** Project sheet of the room that reads it; none by default. */
  readonly sheet?: Sheet | null;
  /** Local date in Europe/Paris. */
  readonly today: IsoDate;
  /** The day before the next working day; the same as `today` on the eve of a working day. */
  readonly until: IsoDate;
}

/** What a digest lists, most urgent first; each derogation stands in one group. */
export interface Selection {
  readonly overdue: readonly Item[];
  readonly within30: readonly Item[];
  readonly within90: readonly Item[];
  readonly undated: readonly Item[];
  readonly offers: readonly EndingOffer[];
  /** What has changed for the project of the room, two lines at most. */
  readonly sheet: readonly SheetNote[];
}

/** Items of one group that are named; the others are counted. */
export const SHOWN = 40;

/** All that is to be said on the day of the digest and was not silenced. */
export const selectDigest = (facts: DigestFacts): Selection => {
  const { today, derogations, catalogue } = facts;
  const items = speaking(facts);
  const within = (from: number, to: number) => (item: Item) => {
    if (item.due === null) return false;
    const days = daysUntil(item.due, today);
    return days >= from && days <= to;
  };
  const offers = endingOffers(catalogue, derogations, today).filter(notTold(facts.told));
  const isListed = (note: SheetNote): boolean =>
    note.kind === 'qualification' && offers.some(({ offer }) => offer === note.offer);
  const sheet = sheetNotes(facts).filter((note) => notTold(facts.told)(note) && !isListed(note));
  return {
    overdue: items.filter(within(Number.NEGATIVE_INFINITY, -1)),
    within30: items.filter(within(0, 30)),
    within90: items.filter(within(31, 90)),
    undated: items.filter(({ due }) => due === null),
    offers,
    sheet: sheet.slice(0, MOST_NOTES),
  };
};

/** Deadlines that have reached J-90, J-30, J-7 or J0 and were not told so yet. */
export const selectReminders = (facts: DigestFacts): Selection => {
  const fresh = notTold(facts.told);
  const items = speaking(facts).flatMap((item) => {
    const told = toldOf(item);
    return told !== null && REMINDERS.includes(told.stage) && fresh({ told }) ? [item] : [];
  });
  const soon = (item: Item): boolean => item.due !== null && daysUntil(item.due, facts.today) <= 30;
  return {
    overdue: [],
    within30: items.filter(soon),
    within90: items.filter((item) => !soon(item)),
    undated: [],
    offers: [],
    sheet: [],
  };
};

export const isEmpty = (selection: Selection): boolean =>
  Object.values(selection).every((group: readonly unknown[]) => group.length === 0);

/** Derogations that are named, in order. */
export const itemsIn = ({ overdue, within30, within90, undated }: Selection): readonly Item[] =>
  [overdue, within30, within90, undated].flatMap((group) => group.slice(0, SHOWN));

/** Thresholds that a message announces. */
export const toldIn = (selection: Selection): readonly Told[] => [
  ...itemsIn(selection).flatMap((item) => toldOf(item) ?? []),
  ...selection.offers.slice(0, SHOWN).map(({ told }) => told),
  ...selection.sheet.map(({ told }) => told),
];

/** Thresholds that are reached on a day, named or not: what stands when a room subscribes. */
export const reached = (facts: DigestFacts): readonly Told[] =>
  speaking(facts).flatMap((item) => toldOf(item) ?? []);

const toldOf = ({ origin, number, due, stage }: Item): Told | null =>
  due === null || stage === null ? null : { origin, number, due, stage };

const speaking = ({ derogations, silences, today, until }: DigestFacts): readonly Item[] => {
  const silenced = silencesOf(silences);
  return derogations
    .flatMap((derogation) => itemOf(derogation, today, until) ?? [])
    .filter((item) => !isSilenced(item, silenced, today))
    .sort(
      (a, b) => compare(a.due ?? '~', b.due ?? '~') || compare(a.origin, b.origin) || a.number - b.number,
    );
};

const notTold = (told: readonly Told[]) => {
  const known = new Set(told.map(nameOf));
  return (one: { readonly told: Told }): boolean => !known.has(nameOf(one.told));
};

const nameOf = (told: Told): string => `${keyOf(told)} ${told.due} ${told.stage}`;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
