import type { IsoDate } from '../rules/time/iso-date.ts';
import type { Derogation, Entry, FieldChange, HistoryLine, State } from './derogation.ts';

/** Rooms whose registers are read. */
export type Rooms = readonly string[] | 'all';

/** Who writes, when (epoch milliseconds), and the event that caused it: the same event never writes twice. */
export interface Mark {
  readonly by: string;
  readonly at: number;
  readonly cause: string;
}

/** A derogation to write down; `due` is its deadline that day (`deadlineOf`). */
export interface NewDerogation {
  readonly entry: Entry;
  readonly due: IsoDate | null;
}

/** What becomes of a derogation; `version` = the one that was read, so that two changes never overwrite each other. */
export interface Revision extends NewDerogation {
  readonly number: number;
  readonly version: number;
  readonly state: State;
  readonly motif: string | null;
  readonly change: 'import' | 'modification' | 'cloture';
  readonly fields: readonly FieldChange[];
}

/** What a table writes: derogations that the register does not have, and changes of those that it has. */
export interface ImportedTable {
  readonly added: readonly NewDerogation[];
  readonly revised: readonly Revision[];
}

/** Numbers that a table has written. */
export interface ImportedNumbers {
  readonly added: readonly number[];
  readonly revised: readonly number[];
}

/** A table to import, checked but not confirmed yet; forgotten once imported. */
export interface Draft {
  readonly roomId: string;
  readonly sender: string;
  readonly content: string;
  /** Short hash of the content, shown to the user. */
  readonly hash: string;
  readonly at: number;
  /** Messages that the table came with: it goes when one of them is withdrawn. */
  readonly events?: readonly string[];
  /** Message of a table that came alone, as long as nobody has said that it is to be imported: it cannot be confirmed yet. */
  readonly offered?: string;
}

export interface PageOf<T> {
  readonly total: number;
  readonly items: readonly T[];
}

/** The registers of all rooms. Every write is one transaction, and happens once for a room and a cause. */
export interface RegisterStore {
  /** Nearest deadline first, undated last, then by room and number. */
  list(rooms: Rooms, options: ListOptions): Promise<PageOf<Derogation>>;
  /**
   * All that are in that state, in the order of `list`, some at a time: other work goes on in between. Which ones they are is
   * settled at the beginning; each comes as it is when it is read.
   */
  slices(rooms: Rooms, state: ListOptions['state']): AsyncIterable<readonly Derogation[]>;
  find(roomId: string, number: number): Promise<Derogation | null>;
  /** Oldest change first. */
  history(roomId: string, number: number): Promise<readonly HistoryLine[]>;
  /** The first line of the history of each, in their order. */
  firstLines(derogations: readonly Derogation[]): Promise<readonly (HistoryLine | undefined)[]>;
  /** Open derogations that fall due on that day or before, nearest first. */
  dueBefore(date: IsoDate, rooms: Rooms): Promise<readonly Derogation[]>;
  /** Open derogations to R9 or under the note of 2021 without a date of acceptable offer. */
  undated(rooms: Rooms): Promise<readonly Derogation[]>;
  /** What a cause has written in a room, or null if it has written nothing there. */
  writtenBy(roomId: string, cause: string): Promise<ImportedNumbers | null>;
  /**
   * Writes all or nothing, and gives the numbers; what the cause has already written is left and given again.
   * `change: 'import'` forgets the draft of the writer.
   */
  add(
    roomId: string,
    change: 'ajout' | 'import',
    derogations: readonly NewDerogation[],
    mark: Mark,
  ): Promise<readonly number[]>;
  /**
   * Writes a whole table or nothing, forgets the draft of the writer, and gives the numbers; what the cause has already written
   * is left and given again. Null, and nothing written, when a derogation has changed since it was read.
   */
  importTable(roomId: string, table: ImportedTable, mark: Mark): Promise<ImportedNumbers | null>;
  /** False, and nothing written, when the derogation has changed since it was read. */
  revise(roomId: string, revision: Revision, mark: Mark): Promise<boolean>;
  /** One draft for each person and room: the latest. */
  keepDraft(draft: Draft): Promise<void>;
  draft(roomId: string, sender: string): Promise<Draft | null>;
  /** A message was withdrawn: a table that came with it is forgotten. */
  forgetDraftOf(event: string): Promise<void>;
  /**
   * A room was replaced by another: its register goes there, after what stands there already. Gives what its numbers have
   * grown by, the same when there is nothing left to move.
   */
  move(from: string, to: string): Promise<number>;
  /** Forgets the drafts made before that instant (epoch milliseconds); gives the number forgotten. */
  forgetDrafts(before: number): Promise<number>;
}

/** All that are in that state, or a page of them. */
export interface ListOptions {
  readonly state: State | 'toutes';
  readonly offset?: number;
  /** All by default. */
  readonly limit?: number;
}
