import { fold } from '../../knowledge/search/text/fold.ts';
import type { Invocation } from '../command.ts';
import type { Turn } from '../conversation/store.ts';

/** Why an answer is said to be wrong: of the words given, this alone is kept. */
export type Reason = 'faux' | 'incomplet' | 'hors-sujet' | 'perime' | 'autre';

/** What was reported: a card by its id, else the first passage that was quoted. */
export interface Subject {
  readonly kind: 'card' | 'passage' | 'none';
  readonly id: string;
}

export interface Report {
  readonly subject: Subject;
  readonly reason: Reason;
}

export interface Reports {
  /** Reports the answer replied to, else the last one to that person there; null when there is none to report. */
  report(words: string, at: Pick<Invocation, 'conversation' | 'now'>): Promise<Report | null>;
  /** A thumb down under our answer to `question`: whoever watches is told. */
  thumbDown(question: string, roomId: string): Promise<void>;
}

interface Parts {
  readonly latest: (at: Pick<Invocation, 'conversation' | 'now'>) => Promise<Turn | null>;
  readonly turnOf: (roomId: string, eventId: string) => Promise<Turn | null>;
  /** Counts it under the question. */
  readonly note: (report: {
    readonly question: string;
    readonly person: string;
    readonly eventId: string;
    readonly reason: Reason;
  }) => Promise<void>;
  /** Tells the operators. */
  readonly alert: (subject: Subject, reason: Reason | null) => Promise<void>;
}

export const createReports = ({ latest, turnOf, note, alert }: Parts): Reports => ({
  report: async (words, at) => {
    const turn = await latest(at);
    if (turn === null) return null;
    const { sender, eventId, replaces } = at.conversation;
    const reason = readReason(words);
    const subject = subjectOf(turn);
    await note({ question: turn.eventId, person: sender, eventId: replaces ?? eventId, reason });
    await alert(subject, reason);
    return { subject, reason };
  },
  thumbDown: async (question, roomId) => {
    const turn = await turnOf(roomId, question);
    if (turn !== null) await alert(subjectOf(turn), null);
  },
});

/** The reason that a few words give, in French or English. */
export const readReason = (words: string): Reason => {
  const folded = fold(words);
  return REASONS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'autre';
};

const REASONS: readonly (readonly [Reason, RegExp])[] = [
  ['hors-sujet', /hors[- ]sujet|a cote|pas (?:ma|la) question|off[- ]?topic|not (?:what|my)|unrelated/],
  ['perime', /perim|obsolet|depass|ancien|vieux|vieill|plus a jour|pas a jour|outdated|old\b/],
  ['incomplet', /incomplet|manqu|insuffis|partiel|missing|incomplete/],
  ['faux', /\bfau(?:x|sse)|erreur|errone|inexact|incorrect|trompeu|\bwrong|\bfalse\b|mistake|mauvais/],
];

const subjectOf = ({ card, passages }: Turn): Subject => {
  if (card !== null) return { kind: 'card', id: card };
  const [passage] = passages;
  return passage === undefined ? { kind: 'none', id: '' } : { kind: 'passage', id: passage };
};
