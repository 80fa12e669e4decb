import { createResponder } from '../commands/respond.ts';
import { createCommands } from '../commands/table.ts';
import type { Lang } from '../knowledge/answer/answer.ts';
import { loadCatalogue } from '../knowledge/catalogue/catalogue.ts';
import { DataFileError } from '../knowledge/data-file.ts';
import { createQuestionAnswerer } from '../knowledge/question/answerer.ts';
import { loadKnowledge } from '../knowledge/question/load-knowledge.ts';
import { CorpusError } from '../knowledge/texts/corpus-error.ts';
import { loadCorpus } from '../knowledge/texts/load-corpus.ts';
import { type AppParts, createApp } from './app.ts';
import type { Handler } from './messages.ts';
import { exitCodes, OperatorError } from './operator-error.ts';

export interface Composition extends Pick<AppParts, 'clock' | 'log'> {
  /** Folder of the texts and file of the catalogue; null = those of the program. */
  readonly corpusFolder: string | null;
  readonly offersFile: string | null;
  readonly language: Lang | 'auto';
  readonly operators: readonly string[];
  readonly isModerator?: NonNullable<AppParts['isModerator']>;
}

/**
 * Loads the knowledge and puts the parts together: the same for rooms, console and batch mode.
 * @throws OperatorError, in French, when a text or a data file does not hold what it should
 */
export const compose = ({ corpusFolder, offersFile, ...parts }: Composition): Handler => {
  const corpus = load(() => loadCorpus(corpusFolder ?? undefined));
  const catalogue = load(() => loadCatalogue(offersFile ?? undefined));
  const knowledge = load(loadKnowledge);
  const answerer = createQuestionAnswerer(corpus, knowledge);
  const commands = createCommands({ ...knowledge, corpus, catalogue, answerer });
  const respond = createResponder({ commands, answerer, corpusVersion: corpus.version });
  return createApp({ ...parts, respond, corpusVersion: corpus.version });
};

const load = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CorpusError) && !(error instanceof DataFileError)) throw error;
    throw new OperatorError(
      `Le robot ne démarre pas, car ses textes sont à corriger.\n${error.message}`,
      exitCodes.texts,
      error,
    );
  }
};
