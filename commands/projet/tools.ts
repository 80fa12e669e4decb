import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { FactReader } from '../../knowledge/facts/read-facts.ts';
import type { SaidFacts } from '../../knowledge/project/facts.ts';
import type { ProjectStore } from '../../knowledge/project/store.ts';
import type { Conversation } from '../command.ts';
import type { RegisterAccess } from '../derogation/access.ts';
import type { Interviews } from '../interview/interviews.ts';

/** What the project sheet of a room is kept and shown with. */
export interface ProjectTools {
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly store: ProjectStore;
  /** Who may write besides moderators: the same people as in the register. */
  readonly access: Pick<RegisterAccess, 'writers'>;
  /** Facts in words. */
  readonly readFacts: FactReader;
  /** Facts that the latest question of a person declared, or null; nothing is remembered by default. */
  readonly lastFacts?: (conversation: Conversation, now: number) => Promise<SaidFacts | null>;
}

/** With what the guided form needs. */
export interface GuidedProjectTools extends ProjectTools {
  readonly interviews: Pick<Interviews, 'start'>;
}
