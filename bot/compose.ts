import { OWN_ONLY, type RegisterAccess } from '../commands/derogation/access.ts';
import { createDerogationInterview } from '../commands/derogation.ts';
import { createInterviews } from '../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../commands/interview/memory-store.ts';
import type { InterviewStore } from '../commands/interview/store.ts';
import { createResponder } from '../commands/respond.ts';
import { createSensibiliteInterview } from '../commands/sensibilite.ts';
import { createCommands } from '../commands/table.ts';
import { withVerdicts } from '../commands/verdicts/with-verdicts.ts';
import { loadCatalogue } from '../knowledge/catalogue/catalogue.ts';
import { DataFileError } from '../knowledge/data-file.ts';
import { createQuestionAnswerer } from '../knowledge/question/answerer.ts';
import { loadKnowledge } from '../knowledge/question/load-knowledge.ts';
import { createMemoryRegisterStore } from '../knowledge/register/memory-store.ts';
import type { RegisterStore } from '../knowledge/register/store.ts';
import { CorpusError } from '../knowledge/texts/corpus-error.ts';
import { loadCorpus } from '../knowledge/texts/load-corpus.ts';
import { type AppParts, createApp } from './app.ts';
import type { Handler } from './messages.ts';
import { exitCodes, OperatorError } from './operator-error.ts';

export interface Composition extends Pick<AppParts, 'clock' | 'log' | 'operators' | 'language'> {
  /** Folder of the texts and file of the catalogue; null = those of the program. */
  readonly corpusFolder: string | null;
  readonly offersFile: string | null;
  readonly isModerator?: NonNullable<AppParts['isModerator']>;
  /** In memory by default. */
  readonly interviewStore?: InterviewStore;
  /** In memory by default. */
  readonly registerStore?: RegisterStore;
  /** Each room its own by default. */
  readonly registerAccess?: RegisterAccess;
  /** Event that a message of ours answered; null when the message is not ours. */
  readonly causeOf?: (eventId: string) => Promise<string | null>;
}

export interface Bot {
  readonly handler: Handler;
  /** Whether an open interview waits for what this person says in this room, addressed to us or not. */
  overhears(roomId: string, sender: string): Promise<boolean>;
}

/**
 * Loads the knowledge and puts the parts together: the same for rooms, console and batch mode.
 * @throws OperatorError, in French, when a text or a data file does not hold what it should
 */
export const compose = ({
  corpusFolder,
  offersFile,
  interviewStore: store = createMemoryInterviewStore(),
  registerStore = createMemoryRegisterStore(),
  registerAccess = OWN_ONLY,
  causeOf = async () => null,
  ...parts
}: Composition): Bot => {
  const corpus = load(() => loadCorpus(corpusFolder ?? undefined));
  const catalogue = load(() => loadCatalogue(offersFile ?? undefined));
  const knowledge = load(loadKnowledge);
  const passages = createQuestionAnswerer(corpus, knowledge);
  const answerer = { ...passages, answer: withVerdicts(passages.answer, corpus, knowledge.laterLaw) };
  const register = { store: registerStore, access: registerAccess };
  const list = [
    createSensibiliteInterview(corpus, knowledge.laterLaw),
    createDerogationInterview({ ...knowledge, ...register, corpus }),
  ];
  const interviews = createInterviews(store, list, corpus.version);
  const commands = createCommands({ ...knowledge, corpus, catalogue, answerer, interviews, register });
  const respond = createResponder({ commands, answerer, interviews, corpusVersion: corpus.version });
  const handler = createApp({
    ...parts,
    respond,
    corpusVersion: corpus.version,
    react: async ({ key, target }, context) =>
      interviews.continueInterview({ kind: 'reaction', key, cause: await causeOf(target) }, context),
    interviewThread: async (roomId, sender) => (await store.ofSender(roomId, sender))[0]?.thread ?? null,
  });
  return {
    handler,
    overhears: (roomId, sender) => interviews.isWaitingFor(roomId, sender, parts.clock.now()),
  };
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
