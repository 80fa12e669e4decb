import type { Answer, Lang, Notice } from '../../knowledge/answer/answer.ts';

/** Remembers what was said in a place, and after which message. */
export interface SaidToday {
  /** Whether it may be said after `cause`: nowhere else in that place on that day, or already after that same message. */
  mayFollow(place: string, cause: string, day: string): Promise<boolean>;
}

/** Where an answer goes. */
export interface Place {
  readonly roomId: string;
  readonly thread: string | null;
  /** Message that the answer is to; of an edited one, its first version. */
  readonly cause: string;
  /** Local date, ISO 8601. */
  readonly today: string;
}

/** Says once per conversation and day that the summary was not reviewed. */
export type SayUnreviewed = (answer: Answer, place: Place) => Promise<Answer>;

/** @param isReviewed whether somebody has read that card against the texts, as they are now */
export const createUnreviewed =
  (isReviewed: (card: string) => boolean, said: SaidToday): SayUnreviewed =>
  async (answer, { roomId, thread, cause, today }) => {
    const card = answer.trace?.card ?? null;
    if (answer.kind !== 'passages' || card === null || isReviewed(card)) return answer;
    if (!(await said.mayFollow(`${roomId}/${thread ?? ''}`, cause, today))) return answer;
    const notice: Notice = { code: 'resume-non-relu', bare: true, text: [WORDS[answer.lang]] };
    return { ...answer, notices: [...answer.notices, notice] };
  };

const WORDS: Readonly<Record<Lang, string>> = {
  fr: 'Résumé non relu\u00a0: les textes font foi.',
  en: 'Summary not reviewed; texts prevail.',
};

/** Kept in memory: for the console, the batch mode and tests. */
export const saidInMemory = (): SaidToday => {
  const causes = new Map<string, string>();
  return {
    mayFollow: async (place, cause, day) => {
      const key = `${day}/${place}`;
      const first = causes.get(key) ?? cause;
      if (causes.size >= MOST && !causes.has(key)) causes.clear();
      causes.set(key, first);
      return first === cause;
    },
  };
};

const MOST = 1000;
