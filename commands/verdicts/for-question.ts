import type { Block, Citations, CommandData } from '../../knowledge/answer/answer.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { QuestionFacts } from '../../knowledge/facts/read-facts.ts';
import { plafond } from '../../knowledge/rules/plafond.ts';
import { seuil } from '../../knowledge/rules/seuil.ts';
import { createQuotes } from '../answers.ts';
import { seuilData } from '../seuil/seuil.ts';
import { seuilBlocks } from '../seuil/verdict.ts';
import { plafondBlocks } from './plafond.ts';
import { QUESTION_VERDICT } from './wording.ts';

/** What a rule says of the situation that a question describes, to stand beside the passages. */
export interface VerdictPart {
  readonly title: string;
  /** Their citations are numbered from 0 in `citations`. */
  readonly blocks: readonly Block[];
  readonly citations: Citations;
  readonly data: CommandData;
}

/**
 * The verdict of the rules on what a question in French says, or null when the question describes no situation that a rule
 * decides: one amount, of a project, with a word on control, derogation or hosting out of the cloud; or one date
 * of acceptable offer for a derogation from R9.
 * @param today local date, ISO 8601
 */
export const verdictForQuestion = (
  read: QuestionFacts,
  today: string,
  corpus: Corpus,
): VerdictPart | null => {
  if (read.asks.asksFigures) return null;
  return seuilPart(read, today, corpus) ?? plafondPart(read, today, corpus);
};

const seuilPart = (
  { facts, asks, amounts, rules }: QuestionFacts,
  today: string,
  corpus: Corpus,
): VerdictPart | null => {
  const { aboutFunding, asksControl, asksDerogation, aboutProject } = asks;
  const [cents] = amounts;
  if (cents === undefined || amounts.length > 1 || aboutFunding) return null;
  const outOfCloud = facts.hebergement === 'hors_cloud';
  const aboutR9 = asksDerogation && rules.includes(9);
  if (aboutR9 || !(aboutProject || outOfCloud) || !(asksControl || asksDerogation || outOfCloud)) return null;
  const derogates = asksDerogation && (outOfCloud || rules.includes(6));
  const verdict = seuil({ cents, derogeR6: derogates ? true : null }, today);
  if (verdict.kind !== 'decided') return null;
  const quotes = createQuotes(corpus);
  const blocks = seuilBlocks(verdict, cents, quotes);
  return { title: QUESTION_VERDICT.seuil, blocks, citations: quotes.all(), data: seuilData(cents, verdict) };
};

const plafondPart = (
  { asks, dates, rules }: QuestionFacts,
  today: string,
  corpus: Corpus,
): VerdictPart | null => {
  const { acceptableOffer, asksDerogation } = asks;
  const [date] = dates;
  if (date === undefined || dates.length > 1 || !acceptableOffer || !asksDerogation) return null;
  const end = rules.some((rule) => rule !== 9) ? null : plafond(date, today);
  if (end === null) return null;
  const quotes = createQuotes(corpus);
  const blocks = plafondBlocks(end, quotes);
  const data = { command: 'derogation', ceiling: end.date, from: date };
  return { title: QUESTION_VERDICT.plafond, blocks, citations: quotes.all(), data };
};
