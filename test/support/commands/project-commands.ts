import type { RegisterAccess } from '../../../commands/derogation/access.ts';
import { createInterviews } from '../../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../../commands/interview/memory-store.ts';
import { createFollowUps } from '../../../commands/plus/follow-ups.ts';
import { createMemoryFollowUps } from '../../../commands/plus/memory-store.ts';
import { createPlus } from '../../../commands/plus/plus.ts';
import { createProjectInterview, createProjet, pageOf } from '../../../commands/projet/projet.ts';
import { createResponder } from '../../../commands/respond.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import type { ProjectStore } from '../../../knowledge/project/store.ts';
import type { Said } from './register-commands.ts';
import { conversation } from './rule-commands.ts';

const corpus = loadCorpus();
const catalogue = loadCatalogue();
export const readFacts = createFactReader(loadFactLexicon());

const NO_SEARCH = () => {
  throw new Error('this was no command');
};

/** `!projet` and `!plus` over a store; each message is one of a moderator, in a private room, on 27 November 2026. */
export const projectCommands = (
  store: ProjectStore = createMemoryProjectStore(),
  access: Pick<RegisterAccess, 'writers'> = { writers: [] },
) => {
  const tools = { corpus, catalogue, store, access, readFacts };
  const interviews = createInterviews(
    createMemoryInterviewStore(),
    [createProjectInterview(tools)],
    corpus.version,
  );
  const followUps = createFollowUps(createMemoryFollowUps());
  const sheets = { ...tools, interviews, followUps };
  const respond = createResponder({
    commands: [
      createProjet(sheets),
      createPlus({ more: NO_SEARCH }, followUps, corpus.version, (id, asked) => pageOf(id, asked, sheets)),
    ],
    answerer: { answer: NO_SEARCH },
    interviews,
    corpusVersion: corpus.version,
  });
  let events = 0;
  const say = async (text: string, { today, now, ...fields }: Said = {}): Promise<Answer> => {
    events += 1;
    const answer = await respond(text, {
      addressed: 'mention',
      today: today ?? '2026-11-27',
      now: now ?? Date.UTC(2026, 10, 27, 9),
      lang: 'fr',
      conversation: conversation({ right: 'moderator', eventId: `$${events}`, ...fields }),
    });
    if (answer === null) throw new Error(`no answer to ${text}`);
    return answer;
  };
  return { say, store };
};
