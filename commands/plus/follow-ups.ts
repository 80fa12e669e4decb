import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import { DAY } from '../../knowledge/dates/spans.ts';
import type { Invocation } from '../command.ts';
import type { FollowUp, FollowUpStore } from './store.ts';

/** Epoch milliseconds after which a question can no longer be continued. */
export const FOLLOW_UP_LASTS = DAY;

/** Passages given by each `!plus`. */
const GIVEN = 3;

export interface Next {
  readonly passages: readonly string[];
  /** A page of something shown, instead of passages. */
  readonly page: string | null;
  readonly lang: Lang;
  /** How many passages remain after these. */
  readonly left: number;
}

export interface FollowUps {
  /** Keeps what `!plus` needs of the answer to a question; of any other answer, nothing. */
  remember(answer: Answer, at: Pick<Invocation, 'conversation' | 'now'>): Promise<void>;
  /** Keeps the pages of something shown, that `!plus` gives one at a time. */
  rememberPages(pages: readonly string[], at: Pick<Invocation, 'conversation' | 'now'>): Promise<void>;
  /** The next passages of the question that a `!plus` is about; null when there is no such question. */
  next(at: Pick<Invocation, 'conversation' | 'now'>): Promise<Next | null>;
}

/** @param causeOf event that a message of ours answered; null when the message is not ours */
export const createFollowUps = (
  store: FollowUpStore,
  causeOf: (eventId: string) => Promise<string | null> = async () => null,
): FollowUps => {
  const meant = async ({ conversation, now }: Parameters<FollowUps['next']>[0]): Promise<FollowUp | null> => {
    const { roomId, sender, thread, repliesTo } = conversation;
    const again = await store.ofEvent(roomId, idOf(conversation));
    if (again !== null) return again;
    const isAlive = ({ askedAt }: FollowUp): boolean => now - askedAt <= FOLLOW_UP_LASTS;
    if (repliesTo) {
      const repliedTo = await store.ofEvent(roomId, (await causeOf(repliesTo)) ?? repliesTo);
      if (repliedTo !== null) return isAlive(repliedTo) ? repliedTo : null;
    }
    const here = (await store.inThread(roomId, thread)).filter(isAlive);
    return here.find((row) => row.sender === sender) ?? here[0] ?? null;
  };

  return {
    remember: async ({ near, citations, lang }, { conversation, now }) => {
      if (near === undefined) return;
      const { roomId, sender } = conversation;
      const eventId = idOf(conversation);
      // An edit does not say in which thread its message stands.
      const first = conversation.replaces ? await store.ofEvent(roomId, eventId) : null;
      const thread = first === null ? conversation.thread : first.thread;
      const quoted = new Set(citations.map(({ passageId }) => passageId));
      const passages = near.filter((id) => !quoted.has(id));
      await store.save({
        ...{ roomId, thread, sender, eventId, lang, passages },
        ...{ given: 0, last: null, askedAt: now },
      });
    },

    rememberPages: async (passages, { conversation, now }) => {
      const { roomId, sender, thread } = conversation;
      const first = { given: 0, last: null, askedAt: now, lang: 'fr' } as const;
      await store.save({ roomId, thread, sender, eventId: idOf(conversation), passages, ...first });
    },

    next: async (at) => {
      const found = await meant(at);
      if (found === null) return null;
      const eventId = idOf(at.conversation);
      const from = found.last?.eventId === eventId ? found.last.from : found.given;
      const first = found.passages[from];
      const page = first?.startsWith(PAGE) ? first : null;
      const given = Math.min(from + (page === null ? GIVEN : 1), found.passages.length);
      await store.save({ ...found, given, last: { eventId, from } });
      return {
        passages: page === null ? found.passages.slice(from, given) : [],
        page,
        lang: found.lang,
        left: found.passages.length - given,
      };
    },
  };
};

/** Begins the name of a page; the id of a passage begins with its document. */
export const PAGE = 'projet/';

/** What an edited message brings about counts as brought about by its first version. */
const idOf = ({ replaces, eventId }: Invocation['conversation']): string => replaces ?? eventId;
