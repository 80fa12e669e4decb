import type { SheetHistoryLine } from '../../../knowledge/project/sheet.ts';
import type { SheetDraft } from '../../../knowledge/project/store.ts';

interface ProjectTable {
  room_id: string;
  version: number;
  /** JSON, see `factsSchema`. */
  facts: string;
  /** JSON, see `doneSchema`. */
  done: string;
}

interface ProjectHistoryTable {
  room_id: string;
  version: number;
  change: SheetHistoryLine['change'];
  /** JSON, see `sheetChangesSchema`. */
  fields: string;
  author: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Events that have written: none does twice. */
interface ProjectWriteTable {
  room_id: string;
  cause: string;
}

/** What people were asked to confirm. */
interface ProjectDraftTable {
  room_id: string;
  sender: string;
  kind: SheetDraft['kind'];
  version: number;
  /** JSON, see `sheetChangesSchema`. */
  fields: string;
  event: string;
  at: number;
}

/** Tables of the project sheets. */
export interface ProjectSchema {
  projects: ProjectTable;
  project_history: ProjectHistoryTable;
  project_writes: ProjectWriteTable;
  project_drafts: ProjectDraftTable;
}
