import type { Offer } from '../catalogue/catalogue.ts';
import { addDays } from '../dates/days.ts';
import { deadlineOf, isUndated } from '../register/deadline.ts';
import type { Derogation } from '../register/derogation.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { type Stage, stageOf } from './stage.ts';

/** What may be recalled: a derogation of a register, or the end of a qualification (number 0). */
export interface ItemKey {
  /** Room of the register; `offre/<provider>/<offer>` for a qualification. */
  readonly origin: string;
  readonly number: number;
}

/** A threshold that was announced: it is not announced again for that deadline. */
export interface Told extends ItemKey {
  readonly due: IsoDate;
  readonly stage: Stage;
}

/** A derogation as a digest lists it; `due` and `stage` are null for one without a date. */
export interface Item extends ItemKey {
  readonly due: IsoDate | null;
  readonly stage: Stage | null;
  readonly derogation: Derogation;
}

/** Somebody has seen an item, or has put it off. It holds as long as the deadline stays the same. */
export interface Silence extends ItemKey {
  readonly due: IsoDate | null;
  /** Seen: silent until the deadline reaches another threshold. */
  readonly stage: Stage | null;
  /** Put off: silent before that day. Null = seen. */
  readonly until: IsoDate | null;
  /** Matrix id. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Message or reaction that asked for it; absent in what an older version has kept. */
  readonly cause?: string;
}

/** A derogation to R9 without a date has no threshold: seen, it comes back after as many days. */
export const UNDATED_RETURNS = 90;

/** What a derogation is to a digest on a day; null when there is nothing to say of it yet. */
export const itemOf = (derogation: Derogation, today: IsoDate, until: IsoDate = today): Item | null => {
  const { roomId: origin, number, state, entry } = derogation;
  if (state !== 'ouverte') return null;
  const due = deadlineOf(entry, today)?.date ?? null;
  if (due === null) return isUndated(entry) ? { origin, number, due, stage: null, derogation } : null;
  const stage = stageOf(due, today, until);
  return stage === null ? null : { origin, number, due, stage, derogation };
};

/** Whether somebody has silenced this item. */
export const isSilenced = (item: Item, silences: Silences, today: IsoDate): boolean => {
  const silence = silences.get(keyOf(item));
  if (silence === undefined || silence.due !== item.due) return false;
  return silence.until === null ? silence.stage === item.stage : today < silence.until;
};

/** The silence of somebody who has seen an item: until its next threshold, or for 90 days without one. */
export const seen = (item: Item, today: IsoDate, by: string, at: number): Silence => ({
  origin: item.origin,
  number: item.number,
  due: item.due,
  stage: item.stage,
  until: item.due === null ? addDays(today, UNDATED_RETURNS) : null,
  by,
  at,
});

export type Silences = ReadonlyMap<string, Silence>;

export const silencesOf = (silences: readonly Silence[]): Silences =>
  new Map(silences.map((silence) => [keyOf(silence), silence]));

export const keyOf = ({ origin, number }: ItemKey): string => `${number} ${origin}`;

export const originOf = ({ provider, offer }: Offer): string => `offre/${provider}/${offer}`;
