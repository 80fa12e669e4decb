import type { BatchRecord } from '../../bot/ask/record.ts';
import type { QuestionItem } from './question-set.ts';

/** What is scored of a line of the batch mode: citations best first. */
export interface ScoredAnswer extends Pick<BatchRecord, 'status' | 'answer'> {
  readonly citations: readonly Omit<BatchRecord['citations'][number], 'lang'>[];
}

export interface Score {
  answerable: number;
  unanswerable: number;
  /** A gold citation comes first; …among the first three. */
  hit1: number;
  hit3: number;
  /** Sum of the inverse ranks of the first gold citation. */
  reciprocal: number;
  wronglyRefused: number;
  rightlyRefused: number;
  mentions: number;
  mentioned: number;
}

export interface Miss {
  readonly item: QuestionItem;
  readonly why: string;
  readonly answer: ScoredAnswer;
}

export interface Report {
  readonly total: Score;
  readonly kinds: ReadonlyMap<string, Score>;
  readonly misses: readonly Miss[];
}

/** Scores answers to a question set, given in the same order. */
export const score = (items: readonly QuestionItem[], answers: readonly ScoredAnswer[]): Report => {
  const total = nothing();
  const kinds = new Map<string, Score>();
  const misses: Miss[] = [];
  for (const [at, item] of items.entries()) {
    const answer = answers[at] ?? { status: 'error', answer: '', citations: [] };
    const kind = kinds.get(item.kind) ?? nothing();
    kinds.set(item.kind, kind);
    const why = [total, kind].map((tally) => count(tally, item, answer))[0] ?? null;
    if (why !== null) misses.push({ item, why, answer });
  }
  return { total, kinds, misses };
};

/** A citation counts when it shows 60 % of the words of a gold quote, 30 % where the anchors agree too. */
export const covers = (
  citation: ScoredAnswer['citations'][number],
  gold: QuestionItem['gold'][number],
): boolean => {
  if (citation.document !== gold.doc) return false;
  const wanted = normalised(gold.quote);
  const left = new Map<string, number>();
  for (const word of normalised(citation.quote)) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of wanted) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      left.set(word, count - 1);
      found++;
    }
  }
  const share = found / Math.max(1, wanted.length);
  return share >= 0.6 || (sameAnchor(citation.anchor, gold.anchor) && share >= 0.3);
};

const count = (tally: Score, item: QuestionItem, answer: ScoredAnswer): string | null => {
  const answered = answer.status === 'answered';
  if (!item.answerable) {
    tally.unanswerable++;
    if (!answered) tally.rightlyRefused++;
    return answered ? 'answered what it cannot know' : null;
  }
  tally.answerable++;
  if (!answered) {
    tally.wronglyRefused++;
    return 'refused';
  }
  const rank = answer.citations.findIndex((citation) => item.gold.some((gold) => covers(citation, gold))) + 1;
  if (rank === 1) tally.hit1++;
  if (rank >= 1 && rank <= 3) tally.hit3++;
  if (rank > 0) tally.reciprocal += 1 / rank;
  const quotes = answer.citations.slice(0, 3).map(({ quote }) => quote);
  const shown = normalised([answer.answer, ...quotes].join(' ')).join(' ');
  for (const mention of item.must_mention ?? []) {
    tally.mentions++;
    if (shown.includes(normalised(mention).join(' '))) tally.mentioned++;
  }
  return rank === 1 ? null : `rank ${rank === 0 ? 'none' : rank}`;
};

const nothing = (): Score => ({
  answerable: 0,
  unanswerable: 0,
  hit1: 0,
  hit3: 0,
  reciprocal: 0,
  wronglyRefused: 0,
  rightlyRefused: 0,
  mentions: 0,
  mentioned: 0,
});

const normalised = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g) ?? [];

const sameAnchor = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (anchor: string): string => anchor.replace(/^[[\]]+|[[\]]+$/g, '').toUpperCase();
