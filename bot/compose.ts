import { createCallReader } from '../commands/called/call.ts';
import { createMemoryConversations } from '../commands/conversation/memory-store.ts';
import type { ConversationStore } from '../commands/conversation/store.ts';
import { OWN_ONLY, type RegisterAccess } from '../commands/derogation/access.ts';
import { createDerogationInterview } from '../commands/derogation/derogation.ts';
import { createCorrections } from '../commands/digest/corrected.ts';
import { createDigestReaction } from '../commands/digest/reaction.ts';
import { type AccountTerm, type DigestTools, UNKNOWN_ACCOUNT } from '../commands/digest/tools.ts';
import { createInterviews } from '../commands/interview/interviews.ts';
import { createMemoryInterviewStore } from '../commands/interview/memory-store.ts';
import type { InterviewStore } from '../commands/interview/store.ts';
import type { KnowledgeState, Operations } from '../commands/operations/operations.ts';
import { createVerifierReaction } from '../commands/operations/verifier.ts';
import { createMemoryFollowUps } from '../commands/plus/memory-store.ts';
import type { FollowUpStore } from '../commands/plus/store.ts';
import { createProjectInterview, createSheetAnswers, lastFactsOf } from '../commands/projet/projet.ts';
import { createResponder } from '../commands/respond.ts';
import { createMemoryRoomSettings } from '../commands/room-settings/memory-store.ts';
import type { RoomSettingsStore } from '../commands/room-settings/settings.ts';
import { createSensibiliteInterview } from '../commands/sensibilite/sensibilite.ts';
import type { Reason, Subject } from '../commands/signaler/reports.ts';
import { createCommands } from '../commands/table.ts';
import { createTransmettreInterview } from '../commands/transmettre/transmettre.ts';
import { createUnread } from '../commands/unread/unread.ts';
import { withVerdicts } from '../commands/verdicts/with-verdicts.ts';
import type { Cache } from '../knowledge/cache/cache.ts';
import { createMemoryDigestStore } from '../knowledge/digest/memory-store.ts';
import type { DigestStore } from '../knowledge/digest/store.ts';
import { createAboutUsReader } from '../knowledge/facts/about-us.ts';
import { createFactReader } from '../knowledge/facts/read-facts.ts';
import { createMemoryProjectStore } from '../knowledge/project/memory-store.ts';
import type { ProjectStore } from '../knowledge/project/store.ts';
import { createMemoryRegisterStore } from '../knowledge/register/memory-store.ts';
import type { RegisterStore } from '../knowledge/register/store.ts';
import { reviewCount, reviewedIn } from '../knowledge/review/review.ts';
import { knowledgeState } from './administration/knowledge-state.ts';
import { localOperations } from './administration/local-operations.ts';
import { type AppParts, createApp } from './app.ts';
import { parisDate } from './clock.ts';
import { createSchedule } from './digest/schedule.ts';
import { createAfterAnswers } from './feedback/after-answers.ts';
import type { OpenFollowUp } from './feedback/open.ts';
import { createUnreviewed, type SaidToday, saidInMemory } from './feedback/unreviewed.ts';
import { type LoadedParts, loadParts, type Sources } from './load-parts.ts';
import type { Handler, Outgoing } from './messages.ts';
import { announce } from './outgoing.ts';
import { createReferents, type ReferentsParts } from './referents/referents.ts';
import { refuseUnknownCommands } from './rights/known-commands.ts';

type Given = 'clock' | 'log' | 'rights' | 'language' | 'powerLevel' | 'onAnswer';

export interface Composition extends Sources, Pick<AppParts, Given> {
  /** Keeps what is computed of texts and data; by default, the program keeps that of its own. */
  readonly cache?: Cache;
  /** What these sources hold, when it has been loaded already. */
  readonly loaded?: LoadedParts | undefined;
  /** In memory by default. */
  readonly interviewStore?: InterviewStore;
  /** In memory by default. */
  readonly registerStore?: RegisterStore;
  /** In memory by default. */
  readonly projectStore?: ProjectStore;
  /** Each room its own by default. */
  readonly registerAccess?: RegisterAccess;
  /** In memory by default. */
  readonly digestStore?: DigestStore;
  /** Not known by default. */
  readonly account?: AccountTerm;
  /** In memory by default. */
  readonly roomSettings?: RoomSettingsStore;
  /** In memory by default. */
  readonly followUps?: FollowUpStore;
  /** In memory by default. */
  readonly conversations?: ConversationStore;
  /** In memory by default. */
  readonly saidToday?: SaidToday;
  /** Reactions and gaps; none are kept by default. */
  readonly feedback?: OpenFollowUp['feedback'];
  /** Tells the operators of an answer that somebody says is wrong; nobody by default. */
  readonly onReport?: (subject: Subject, reason: Reason | null) => Promise<void>;
  /** Where questions go that the texts do not answer; nowhere by default. */
  readonly referents?: ReferentsParts | null;
  /** Those of a bot without a server by default. */
  readonly operations?: Operations;
  /** Event that a message of ours answered; null when the message is not ours. */
  readonly causeOf?: (eventId: string) => Promise<string | null>;
}

export interface Bot {
  readonly handler: Handler;
  readonly knowledge: KnowledgeState;
  /** What the scheduled digests are drawn from. */
  readonly digest: DigestTools;
  /** Whether an open interview, or a choice, waits for what this person says in this room, addressed to us or not. */
  overhears(roomId: string, sender: string): Promise<boolean>;
  /** Whether it is an open interview. */
  isInterviewed(roomId: string, sender: string): Promise<boolean>;
  /** An event was withdrawn by its author: what it had brought about is undone, and what is to be said of it is given. */
  withdrawn(eventId: string): Promise<readonly Outgoing[]>;
}

/**
 * Loads the knowledge and puts the parts together: the same for rooms, console and batch mode.
 * @throws OperatorError, in French, when a text or a data file does not hold what it should
 */
export const compose = ({
  cache,
  loaded,
  corpusFolder,
  offersFile,
  withdrawnCards = [],
  siteUrl = null,
  interviewStore: store = createMemoryInterviewStore(),
  registerStore = createMemoryRegisterStore(),
  projectStore = createMemoryProjectStore(),
  registerAccess = OWN_ONLY,
  digestStore = createMemoryDigestStore(),
  account = UNKNOWN_ACCOUNT,
  roomSettings = createMemoryRoomSettings(),
  followUps: followUpStore = createMemoryFollowUps(),
  conversations: conversationStore = createMemoryConversations(),
  saidToday = saidInMemory(),
  feedback: kept = null,
  onReport = async () => undefined,
  referents = null,
  operations: given,
  causeOf = async () => null,
  ...parts
}: Composition): Bot => {
  const sources = { corpusFolder, offersFile, withdrawnCards, siteUrl };
  const { corpus, catalogue, knowledge, passages, lexicon, requests } = loaded ?? loadParts(sources, cache);
  const readFacts = createFactReader(lexicon);
  const answerer = {
    ...passages,
    answer: withVerdicts({ ...knowledge, answerer: passages, readFacts, corpus, catalogue }),
  };
  const register = { store: registerStore, access: registerAccess, projects: projectStore };
  const project = { store: projectStore, readFacts, lastFacts: lastFactsOf(conversationStore) };
  const desk = createReferents(referents, causeOf, parts.clock, corpus.version);
  const list = [
    createTransmettreInterview(desk.referents, corpus.version),
    createSensibiliteInterview(corpus, knowledge.laterLaw),
    createDerogationInterview({ ...knowledge, ...register, corpus }),
    createProjectInterview({ corpus, catalogue, access: registerAccess, ...project }),
  ];
  const interviews = createInterviews(store, list, corpus.version);
  const digest = {
    ...register,
    corpus,
    catalogue,
    laterLaw: knowledge.laterLaw,
    digest: digestStore,
    schedule: createSchedule(),
    account,
  };
  const state = knowledgeState(corpus, catalogue);
  const operations = given ?? localOperations(state, parts.clock);
  const stores = { followUpStore, conversationStore, kept };
  const after = createAfterAnswers({ ...parts, ...stores, answerer, causeOf, onReport });
  const { followUps, conversations, feedback, reports, onQuestion } = after;
  const commands = createCommands({
    ...knowledge,
    corpus,
    catalogue,
    answerer,
    interviews,
    register,
    digest,
    project,
    roomSettings,
    operations,
    followUps,
    reviewed: reviewCount(corpus, knowledge.cards),
    reports,
    referents: desk.referents,
    ...(feedback === null ? {} : { gaps: feedback }),
  });
  refuseUnknownCommands(parts.rights.commands, commands);
  const readCall = createCallReader(passages.frame, requests, catalogue);
  const sheets = createSheetAnswers({
    ...project,
    aboutUs: createAboutUsReader(lexicon),
    ...{ corpus, catalogue, access: registerAccess, answerer, conversations: conversationStore, followUps },
  });
  const unread = createUnread({ ...knowledge, ...register, corpus });
  const respond = createResponder({
    commands,
    answerer,
    interviews,
    conversations,
    readCall,
    unread,
    sheets,
    corpusVersion: corpus.version,
    onQuestion,
    corrected: createCorrections(digest),
  });
  const handler = createApp({
    ...parts,
    respond,
    corpusVersion: corpus.version,
    desk,
    remark: createUnreviewed(reviewedIn(corpus, knowledge.cards), saidToday),
    settingsOf: (roomId) => roomSettings.read(roomId),
    react: async (incoming, context) => {
      const cause = await causeOf(incoming.target);
      const reaction = { key: incoming.key, cause };
      const answer =
        (await createVerifierReaction(operations, corpus.version)(reaction, context)) ??
        (await createDigestReaction(digest)(reaction, context)) ??
        (await interviews.continueInterview({ kind: 'reaction', ...reaction }, context)) ??
        (await unread.tapOffer(incoming.key, cause, context)) ??
        (await sheets.pinned(incoming.key, cause, context));
      if (answer === null && cause !== null) await after.reacted(incoming, cause);
      return answer;
    },
    isInterviewed: (roomId, sender) => interviews.isWaitingFor(roomId, sender, parts.clock.now()),
    tap: after.tap,
    interviewThread: async (roomId, sender) => (await store.ofSender(roomId, sender))[0]?.thread ?? null,
  });
  return {
    handler,
    knowledge: state,
    digest,
    overhears: async (roomId, sender) =>
      roomId === referents?.room ||
      (await interviews.isWaitingFor(roomId, sender, parts.clock.now())) ||
      (await conversations.isWaitingFor(roomId, sender, parts.clock.now())),
    isInterviewed: (roomId, sender) => interviews.isWaitingFor(roomId, sender, parts.clock.now()),
    withdrawn: async (eventId) => {
      await registerStore.forgetDraftOf(eventId);
      await projectStore.forgetDraftOf(eventId);
      await digestStore.unsilence(eventId);
      const at = { today: parisDate(parts.clock), now: parts.clock.now() };
      const back = await interviews.withdraw(eventId, at);
      return back === null
        ? []
        : [{ ...announce(back.roomId, back.answer, back.cause), thread: back.thread }];
    },
  };
};
