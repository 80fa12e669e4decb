import type { Attachment, Conversation } from '../../../commands/command.ts';
import { OWN_ONLY, type RegisterAccess } from '../../../commands/derogation/access.ts';
import { createDerogation, createDerogationInterview } from '../../../commands/derogation/derogation.ts';
import { createEcheances } from '../../../commands/echeances/echeances.ts';
import { createInterviews } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import { createResponder } from '../../../commands/respond.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadLaterLaw } from '../../../knowledge/later-law/later-law.ts';
import type { ProjectStore } from '../../../knowledge/project/store.ts';
import { createMemoryRegisterStore } from '../../../knowledge/register/memory-store.ts';
import type { RegisterStore } from '../../../knowledge/register/store.ts';
import { conversation } from './rule-commands.ts';

const corpus = loadCorpus();
const laterLaw = loadLaterLaw();

/** How a message differs from one of a moderator, in a private room, on 22 November 2026. */
export interface Said extends Partial<Conversation> {
  readonly today?: string;
  readonly now?: number;
  readonly attachment?: Attachment;
}

/** The commands of the register, over a store; each message is an event of its own unless it says which. */
export const registerCommands = (
  store: RegisterStore = createMemoryRegisterStore(),
  access: RegisterAccess = OWN_ONLY,
  projects?: Pick<ProjectStore, 'find'>,
) => {
  const tools = { corpus, laterLaw, store, access, ...(projects === undefined ? {} : { projects }) };
  const interviews = createInterviews(
    createMemoryInterviewStore(),
    [createDerogationInterview(tools)],
    corpus.version,
  );
  const respond = createResponder({
    commands: [createDerogation({ ...tools, interviews }), createEcheances(tools)],
    answerer: {
      answer: () => {
        throw new Error('this was no command');
      },
    },
    interviews,
    corpusVersion: corpus.version,
  });
  let events = 0;
  const say = async (text: string, { today, now, attachment, ...fields }: Said = {}): Promise<Answer> => {
    events += 1;
    const answer = await respond(text, {
      addressed: 'mention',
      today: today ?? '2026-11-22',
      now: now ?? Date.UTC(2026, 10, 22, 9),
      lang: 'fr',
      conversation: conversation({ right: 'moderator', eventId: `$${events}`, ...fields }),
      ...(attachment === undefined ? {} : { attachment }),
    });
    if (answer === null) throw new Error(`no answer to ${text}`);
    return answer;
  };
  return { say, store };
};
