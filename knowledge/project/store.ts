import type { Mark } from '../register/store.ts';
import type { Sheet, SheetChange, SheetHistoryLine } from './sheet.ts';

/** What becomes of a sheet; `version` = the one that was read, null where there was none. */
export interface SheetRevision extends Pick<Sheet, 'facts' | 'done'> {
  readonly version: number | null;
  readonly change: 'declaration' | 'remplacement';
  readonly fields: readonly SheetChange[];
  /** What the same message says otherwise than the sheet: kept as the draft of its writer. */
  readonly pending?: readonly SheetChange[];
}

/** What a person was asked to confirm: changes to what is kept, or the end of the sheet. */
export interface SheetDraft {
  readonly roomId: string;
  readonly sender: string;
  readonly kind: 'remplacement' | 'effacement';
  /** Version of the sheet that was shown. */
  readonly version: number;
  readonly fields: readonly SheetChange[];
  /** Message that asked for it: withdrawn, nothing is left to confirm. */
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The sheets of all rooms, one each. Every write is one transaction, and happens once for a room and a cause. */
export interface ProjectStore {
  find(roomId: string): Promise<Sheet | null>;
  /** Oldest change first; of a sheet that was erased, only who erased it and when. */
  history(roomId: string): Promise<readonly SheetHistoryLine[]>;
  /** Whether a cause has written in a room. */
  hasWritten(roomId: string, cause: string): Promise<boolean>;
  /** False, and nothing written, when the sheet has changed since it was read. The draft of the writer is `pending`, or none. */
  write(roomId: string, revision: SheetRevision, mark: Mark): Promise<boolean>;
  /** The facts go, and their history with them. False, and nothing erased, when the sheet has changed. */
  erase(roomId: string, version: number, mark: Mark): Promise<boolean>;
  /** One draft for each person and room: the latest. */
  keepDraft(draft: SheetDraft): Promise<void>;
  draft(roomId: string, sender: string): Promise<SheetDraft | null>;
  /** A message was withdrawn: what it asked to confirm is forgotten. */
  forgetDraftOf(event: string): Promise<void>;
  /** Forgets the drafts made before that instant (epoch milliseconds); gives the number forgotten. */
  forgetDrafts(before: number): Promise<number>;
  /** A room was replaced by another: its sheet goes there, unless one stands there already. */
  move(from: string, to: string): Promise<void>;
}
