import type { ServiceBureautique } from '../rules/derogation-types.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';

/** What a derogation of the register derogates from. */
export type Regle = 'R6' | 'R9' | 'NOTE_2021';

/**
 * What a team writes of a derogation; the names are those that it types (`offre_acceptable=…`) and the columns of
 * the CSV. Null = not known, or without object for that rule (see `fields.ts`).
 */
export interface Entry {
  readonly projet: string;
  readonly regle: Regle;
  readonly entite: string | null;
  /** Day of the minister's decision (R9, note of 2021); for R6, day of the team's own. */
  readonly accordee: IsoDate | null;
  /** R9: day of the Prime Minister's validation. */
  readonly validation_pm: IsoDate | null;
  /** Day at which an acceptable offer is available in France: given by the team, designated by no text. */
  readonly offre_acceptable: IsoDate | null;
  /** Last day written in the decision, if it sets one. */
  readonly fin: IsoDate | null;
  /** Note of 2021: the service it is asked for. */
  readonly service: ServiceBureautique | null;
  /** R6: day on which it was documented to DINUM. */
  readonly dinum: IsoDate | null;
  /** R6: whether the comparative study of R7 was made. */
  readonly etude: boolean | null;
  /** R6: review date, chosen by the team: no text sets one. */
  readonly reexamen: IsoDate | null;
  /** Offer that the project uses, in the team's words. */
  readonly offre: string | null;
  /** Matrix id of who answers for it: the only personal datum. */
  readonly responsable: string | null;
  /** Reference of the decision. */
  readonly reference: string | null;
}

/** Nothing is deleted: what is over is closed. */
export type State = 'ouverte' | 'close';

/** A derogation of a room's register. `roomId` and `number` name it for ever. */
export interface Derogation {
  readonly roomId: string;
  /** From 1, in the order of the room. */
  readonly number: number;
  /** Counts its changes, from 1. */
  readonly version: number;
  readonly state: State;
  /** Why it was closed; null while it is open. */
  readonly motif: string | null;
  readonly entry: Entry;
  /** Deadline as computed at its last change (see `deadline.ts`); null = undated. */
  readonly due: IsoDate | null;
}

/** Values of a derogation that a change touched, as they were and as they are. */
export interface FieldChange {
  readonly field: keyof Entry;
  readonly before: Entry[keyof Entry];
  readonly after: Entry[keyof Entry];
}

/** One line of the history; never changed nor deleted. */
export interface HistoryLine {
  readonly roomId: string;
  readonly number: number;
  /** Version of the derogation that this change made. */
  readonly version: number;
  readonly change: 'ajout' | 'import' | 'modification' | 'cloture';
  readonly fields: readonly FieldChange[];
  readonly motif: string | null;
  /** Matrix id. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}
