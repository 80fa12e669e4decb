import { renderText } from '../../bot/render/text.ts';
import type { Command } from '../../commands/command.ts';
import { OWN_ONLY } from '../../commands/derogation/access.ts';
import { createDerogationInterview } from '../../commands/derogation/derogation.ts';
import { createInterviews } from '../../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../../commands/interview/memory-store.ts';
import { createFollowUps } from '../../commands/plus/follow-ups.ts';
import { createMemoryFollowUps } from '../../commands/plus/memory-store.ts';
import { createProjectInterview } from '../../commands/projet/projet.ts';
import { createResponder, type RequestContext } from '../../commands/respond.ts';
import { createMemoryRoomSettings } from '../../commands/room-settings/memory-store.ts';
import { createSensibiliteInterview } from '../../commands/sensibilite/sensibilite.ts';
import { readReason } from '../../commands/signaler/reports.ts';
import { createCommands } from '../../commands/table.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { loadCatalogue } from '../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../knowledge/facts/read-facts.ts';
import { createMemoryProjectStore } from '../../knowledge/project/memory-store.ts';
import { createQuestionAnswerer, type QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { createMemoryRegisterStore } from '../../knowledge/register/memory-store.ts';
import { digestTools } from '../support/commands/digest.ts';
import { botState, fakeOperations } from '../support/commands/operations.ts';

export const corpus = loadCorpus();
const knowledge = loadKnowledge();
let engine: QuestionAnswerer | null = null;
// The index takes a second to build, and most commands never search.
const search = (): QuestionAnswerer => {
  engine ??= createQuestionAnswerer(corpus, knowledge);
  return engine;
};
const answerer: Pick<QuestionAnswerer, 'answer' | 'more' | 'search'> = {
  answer: (question, asked) => search().answer(question, asked),
  more: (passageIds, asked) => search().more(passageIds, asked),
  search: (words, options) => search().search(words, options),
};
const register = { store: createMemoryRegisterStore(), access: OWN_ONLY };
const catalogue = loadCatalogue();
const project = { store: createMemoryProjectStore(), readFacts: createFactReader(loadFactLexicon()) };
const interviews = createInterviews(
  createMemoryInterviewStore(),
  [
    createSensibiliteInterview(corpus, knowledge.laterLaw),
    createDerogationInterview({ corpus, laterLaw: knowledge.laterLaw, ...register }),
    createProjectInterview({ corpus, catalogue, access: OWN_ONLY, ...project }),
  ],
  corpus.version,
);

const followUps = createFollowUps(createMemoryFollowUps());

/** The table of commands on the real texts and data. */
export const commands: readonly Command[] = createCommands({
  corpus,
  catalogue,
  laterLaw: knowledge.laterLaw,
  notices: knowledge.notices,
  related: knowledge.related,
  answerer,
  interviews,
  register,
  digest: digestTools({ ...register }),
  project,
  roomSettings: createMemoryRoomSettings(),
  followUps,
  reviewed: { all: 3, read: 1 },
  referents: null,
  reports: {
    report: async (words) => ({ subject: { kind: 'card', id: 'cloud' }, reason: readReason(words) }),
  },
  operations: fakeOperations(
    botState({ corpus: { version: corpus.version, documents: corpus.documents.size, latest: '2024-05-02' } }),
  ),
});

export const context = (change: Partial<RequestContext> = {}): RequestContext => ({
  today: '2026-11-22',
  now: Date.UTC(2026, 10, 22, 9),
  lang: 'fr',
  addressed: 'direct',
  conversation: {
    roomId: '!room:example.org',
    thread: null,
    sender: '@agent:example.org',
    eventId: '$event',
    room: 'direct',
    right: 'everyone',
  },
  ...change,
});

const respond = createResponder({
  commands,
  answerer,
  interviews,
  corpusVersion: corpus.version,
  onQuestion: (_, answer, at) => followUps.remember(answer, at),
});

/** Answer to a text sent to the bot in a direct room. */
export const ask = async (text: string, change: Partial<RequestContext> = {}): Promise<Answer> => {
  const answer = await respond(text, context(change));
  if (answer === null) throw new Error(`no answer to ${text}`);
  return answer;
};

/** What a reader of plain text sees, with ordinary spaces. */
export const shown = (answer: Answer): string => renderText(answer).replace(/[\u00a0\u202f]/g, ' ');

/** Codes of the notices of an answer. */
export const notices = (answer: Answer): readonly string[] => answer.notices.map(({ code }) => code);
