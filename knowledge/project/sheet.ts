import type { FactName, FactValue, SheetFacts } from './facts.ts';

/** A rule of the circular, as it is typed: `R4`. */
export type RuleName = `R${number}`;

/** What can be declared done: a rule, or one of the things that R5 and R9 ask (`R5.zones`). */
export type DutyName = RuleName | `${RuleName}.${string}`;

/** The sheet of a room: one project, what is declared of it, what the team says that it has done. */
export interface Sheet {
  readonly roomId: string;
  /** Counts its changes; goes on from one sheet of the room to the next. */
  readonly version: number;
  readonly facts: SheetFacts;
  /** By duty, in the team's words: « clause 12 du marché ». Nothing of it is verified. */
  readonly done: Readonly<Partial<Record<DutyName, string>>>;
}

/** One thing that a change touched: a fact, or what was done for a rule. */
export interface SheetChange {
  readonly field: FactName | DutyName;
  readonly before: FactValue;
  readonly after: FactValue;
}

/** One line of the history; it goes with its sheet, and is never changed before. */
export interface SheetHistoryLine {
  readonly roomId: string;
  readonly version: number;
  readonly change: 'declaration' | 'remplacement' | 'effacement';
  readonly fields: readonly SheetChange[];
  /** Matrix id. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Who said a thing last, and when. */
export type Origin = Pick<SheetHistoryLine, 'by' | 'at'>;

/** By field, who said what the sheet holds, and when. */
export const originsOf = (history: readonly SheetHistoryLine[]): ReadonlyMap<string, Origin> =>
  new Map(
    history.flatMap(({ fields, by, at }) => fields.map(({ field }): [string, Origin] => [field, { by, at }])),
  );
