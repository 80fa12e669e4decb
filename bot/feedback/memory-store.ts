import type { Gap } from '../../commands/lacunes/gaps.ts';
import { newKey, pseudonym } from './pseudonym.ts';
import type { FeedbackStore } from './store.ts';
import { askedBackOf, type Chosen, dislikedCards } from './tally.ts';

interface Question {
  eventId: string | null;
  key: string;
  terms: readonly string[] | null;
  refused: boolean;
  readonly day: string;
  card: string | null;
  askedBack: boolean;
  chosen: Chosen;
  readonly reactions: Map<string, { eventId: string | null; liked: boolean; reason: string | null }>;
}

/** Feedback kept in memory: for the console, the batch mode and tests. */
export const createMemoryFeedback = (): FeedbackStore => {
  let rows: readonly Question[] = [];
  const find = (eventId: string): Question | undefined => rows.find((row) => row.eventId === eventId);
  return {
    asked: async ({ eventId, day, ...values }) => {
      const known = find(eventId);
      if (known !== undefined) Object.assign(known, values);
      else rows = [...rows, { eventId, key: newKey(), day, ...values, reactions: new Map() }].slice(-MOST);
    },
    reacted: async ({ question, person, eventId, liked, reason = null }) => {
      const row = find(question);
      row?.reactions.set(pseudonym(row.key, person), { eventId, liked, reason });
    },
    withdraw: async (eventId) => {
      rows = rows.filter((row) => row.eventId !== eventId);
      for (const { reactions } of rows)
        for (const [person, reaction] of reactions)
          if (reaction.eventId === eventId) reactions.delete(person);
    },
    gaps: async (limit) => {
      const alike = Map.groupBy(
        rows.filter(({ terms }) => terms !== null),
        ({ terms }) => JSON.stringify(terms),
      );
      return [...alike.values()]
        .map((questions) => questions.filter(isGap))
        .flatMap((questions) => gapOf(questions) ?? [])
        .sort((a, b) => weight(b) - weight(a) || b.lastDay.localeCompare(a.lastDay))
        .slice(0, limit);
    },
    reactions: async () => ({ liked: count(rows, true), disliked: count(rows, false) }),
    dislikedCards: async (limit) =>
      dislikedCards(
        rows.flatMap(({ card, reactions }) =>
          card === null
            ? []
            : [...reactions.values()]
                .filter(({ liked }) => !liked)
                .map(({ reason }) => ({ card, reason, n: 1 })),
        ),
      ).slice(0, limit),
    askedBack: async (limit) =>
      askedBackOf(
        rows.map(({ card, askedBack, chosen }) => ({ card, asked: askedBack ? 1 : 0, chosen, n: 1 })),
        limit,
      ),
    forget: async ({ before, linksBefore }) => {
      rows = rows.filter(({ day }) => day >= before);
      for (const row of rows.filter(({ day }) => day < linksBefore)) {
        row.eventId = null;
        for (const reaction of row.reactions.values()) reaction.eventId = null;
        if (!isGap(row)) row.terms = null;
      }
    },
  };
};

const MOST = 1000;

const isGap = (row: Question): boolean => row.refused || count([row], false) > 0;

const weight = ({ refused, disliked }: Gap): number => refused + disliked;

const count = (rows: readonly Question[], liked: boolean): number =>
  rows.flatMap(({ reactions }) => [...reactions.values()]).filter((reaction) => reaction.liked === liked)
    .length;

const gapOf = (rows: readonly Question[]): Gap | null => {
  const terms = rows[0]?.terms ?? null;
  if (terms === null) return null;
  const days = rows.map(({ day }) => day).toSorted();
  return {
    terms,
    refused: rows.filter(({ refused }) => refused).length,
    disliked: count(rows, false),
    liked: count(rows, true),
    lastDay: days.at(-1) ?? '',
  };
};
