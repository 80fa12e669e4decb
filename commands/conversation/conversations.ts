import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import { HOUR } from '../../knowledge/dates/spans.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { createFollowUpAskReader, loadFollowUpAsks } from '../../knowledge/reading/follow-up-asks.ts';
import type { Addressed, Invocation } from '../command.ts';
import { type Chosen, chooseByNumber, chooseByWords } from './choose.ts';
import { answerFollowUp, type ReadAsk } from './follow-up.ts';
import { readTap } from './read-choice.ts';
import type { ConversationStore, Turn } from './store.ts';

/** Milliseconds during which a choice may be made, then nothing is kept of the conversation. */
export const CHOICES_LAST = HOUR;

/** Milliseconds during which a message may be read with the one before. */
export const FOLLOW_UPS_LAST = 15 * 60 * 1000;

export type At = Pick<Invocation, 'conversation' | 'now' | 'today' | 'lang'>;

/** A message read with what came before it. */
export interface Continued {
  readonly answer: Answer;
  /** What was asked, in full words of ours. */
  readonly question: string;
}

/** The answer to a tap. */
export interface Tapped extends Continued {
  /** The question that was asked back. */
  readonly asked: Pick<Turn, 'thread' | 'eventId'>;
  /** What the answer is caused by: the choice, so that taking a tap back changes nothing and tapping twice says nothing. */
  readonly cause: string;
}

export interface Conversations {
  /** Keeps what a next message may be read with; of an answer to no question, nothing. */
  remember(answer: Answer, at: Pick<At, 'conversation' | 'now'>): Promise<void>;
  /** The answer to a message that only makes sense after another one; null when it stands by itself. */
  continueTurn(text: string, at: At & { readonly addressed: Addressed }): Promise<Continued | null>;
  /** The answer to a tap under a question asked back; null when it chooses nothing, or is not the asker's. */
  tapped(key: string, cause: string | null, at: At): Promise<Tapped | null>;
  /** The turn replied to, or, where no reply is made, the last one of that person there; null when there is none. */
  latest(at: Pick<At, 'conversation' | 'now'>): Promise<Turn | null>;
  /** Whether a person was left to choose in a room, in any thread. */
  isWaitingFor(roomId: string, sender: string, now: number): Promise<boolean>;
}

interface Parts {
  readonly store: ConversationStore;
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'answerCard' | 'askBack' | 'read'>;
  /** Event that a message of ours answered; null when the message is not ours. */
  readonly causeOf?: (eventId: string) => Promise<string | null>;
  /** Reads what a message without a subject asks; by default, by the project's own list. */
  readonly readAsk?: ReadAsk;
}

/** Reads what only makes sense after another message. Handling the same event twice says the same again. */
export const createConversations = ({
  store,
  answerer,
  causeOf = async () => null,
  readAsk = createFollowUpAskReader(loadFollowUpAsks()),
}: Parts): Conversations => {
  /** Turns before this message that it may follow, the latest first: those of its author in its place. */
  const before = async ({
    conversation,
    now,
  }: Pick<At, 'conversation' | 'now'>): Promise<readonly Turn[]> => {
    const { roomId, sender, thread } = conversation;
    const own = idOf(conversation);
    const all = await store.ofSender(roomId, sender);
    const place = all.findIndex(({ eventId }) => eventId === own);
    // An edit does not say in which thread its message stands.
    const where = all[place]?.thread ?? thread;
    return all
      .slice(place + 1)
      .filter((turn) => now - turn.at <= CHOICES_LAST)
      .filter((turn) => turn.thread === where || (where !== null && turn.eventId === where));
  };

  const repliedTo = async ({ conversation, now }: Pick<At, 'conversation' | 'now'>): Promise<Turn | null> => {
    const { roomId, repliesTo } = conversation;
    if (!repliesTo) return null;
    const turn = await store.ofEvent(roomId, (await causeOf(repliesTo)) ?? repliesTo);
    return turn !== null && now - turn.at <= CHOICES_LAST ? turn : null;
  };

  const answered = (chosen: Chosen, { today }: At, lang: Lang): Continued | null => {
    const answer = answerer.answerCard(chosen.card, { today, lang });
    if (answer === null) return null;
    return { answer: { ...answer, data: { command: 'choix', by: chosen.by } }, question: chosen.question };
  };

  const chosenIn = (turn: Turn, text: string, words: boolean): Chosen | null =>
    chooseByNumber(turn, text, answerer.read) ??
    (words ? chooseByWords(turn, answerer.read(text, turn.lang)) : null);

  return {
    remember: async ({ trace, lang, citations, ...answer }, { conversation, now }) => {
      if (trace === undefined) return;
      const { roomId, sender } = conversation;
      const eventId = idOf(conversation);
      const first = conversation.replaces ? await store.ofEvent(roomId, eventId) : null;
      await store.save({
        ...{ roomId, eventId, sender, lang, at: now },
        thread: first === null ? conversation.thread : first.thread,
        card: trace.card,
        rules: trace.rules,
        facts: trace.declared ?? {},
        passages: [...new Set(citations.map(({ passageId }) => passageId))],
        choices: answer.kind === 'clarify' ? answer.choices.map(({ card }) => card) : [],
      });
    },

    continueTurn: async (text, at) => {
      const { addressed, conversation } = at;
      const mine = await before(at);
      const target = await repliedTo(at);
      const own = target?.sender === conversation.sender ? target : null;
      // Overheard, a number counts only when nothing was asked since.
      const open = addressed === 'none' ? mine.slice(0, 1) : mine;
      const turn = own ?? open.find(({ choices }) => choices.length > 0);
      const words = addressed !== 'none' || own !== null;
      const chosen = turn === undefined || turn.choices.length === 0 ? null : chosenIn(turn, text, words);
      if (turn !== undefined && chosen !== null) return answered(chosen, at, turn.lang);
      const last = target ?? mine[0];
      if (addressed === 'none' || last === undefined || at.now - last.at > FOLLOW_UPS_LAST) return null;
      return answerFollowUp(text, last, at, answerer, readAsk);
    },

    tapped: async (key, cause, at) => {
      const number = readTap(key);
      const { roomId, sender } = at.conversation;
      if (number === null || cause === null) return null;
      const turn = await store.ofEvent(roomId, cause);
      const card = turn?.choices[number - 1];
      if (turn === null || card === undefined || turn.sender !== sender) return null;
      if (at.now - turn.at > CHOICES_LAST) return null;
      const said = answered({ card, by: 'tap', question: '' }, at, turn.lang);
      return said === null ? null : { ...said, asked: turn, cause: `tap/${cause}/${number}` };
    },

    latest: async (at) => (at.conversation.repliesTo ? repliedTo(at) : ((await before(at))[0] ?? null)),

    isWaitingFor: async (roomId, sender, now) =>
      (await store.ofSender(roomId, sender)).some(
        ({ choices, at }) => choices.length > 0 && now - at <= CHOICES_LAST,
      ),
  };
};

/** What an edited message brings about counts as brought about by its first version. */
const idOf = ({ replaces, eventId }: Invocation['conversation']): string => replaces ?? eventId;
