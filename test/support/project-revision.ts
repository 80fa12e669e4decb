import { NO_SHEET_FACTS, type SaidFacts } from '../../knowledge/project/facts.ts';
import { applyChanges, mergeFacts } from '../../knowledge/project/merge.ts';
import type { SheetRevision } from '../../knowledge/project/store.ts';

/** A first or a next sheet that holds what is said. */
export const sheetRevision = (
  said: SaidFacts,
  version: number | null = null,
  change: SheetRevision['change'] = 'declaration',
): SheetRevision => {
  const { added } = mergeFacts(NO_SHEET_FACTS, said, false);
  return { version, change, ...applyChanges({ facts: NO_SHEET_FACTS, done: {} }, added) };
};
