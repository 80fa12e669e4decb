import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { LaterLaw } from '../../knowledge/later-law/later-law.ts';
import type { ProjectStore } from '../../knowledge/project/store.ts';
import type { RegisterStore } from '../../knowledge/register/store.ts';
import type { Interviews } from '../interview/interviews.ts';
import type { RegisterAccess } from './access.ts';

/** What the commands of the register work with. */
export interface RegisterTools {
  readonly corpus: Corpus;
  readonly laterLaw: LaterLaw;
  readonly store: RegisterStore;
  readonly access: RegisterAccess;
  /** Project sheets, which a derogation takes its project from; none by default. */
  readonly projects?: Pick<ProjectStore, 'find'>;
}

/** With what the guided addition needs. */
export interface GuidedTools extends RegisterTools {
  readonly interviews: Pick<Interviews, 'start'>;
}
