import type { Block, Citations, CommandData } from '../../knowledge/answer/answer.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { recogniseSituation, type Situation } from '../../knowledge/facts/facts.ts';
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
 * The verdict of the rules on a question in French, or null when the question describes no situation that a rule
 * decides: one amount, of a project, with a word on control, derogation or hosting out of the cloud; or one date
 * of acceptable offer for a derogation from R9.
 * @param today local date, ISO 8601
 */
export const verdictForQuestion = (question: string, today: string, corpus: Corpus): VerdictPart | null => {
  const situation = recogniseSituation(question);
  if (situation.asksFigures) return null;
  return seuilPart(situation, today, corpus) ?? plafondPart(situation, today, corpus);
};

const seuilPart = (situation: Situation, today: string, corpus: Corpus): VerdictPart | null => {
  const { amounts, aboutFunding, asksControl, asksDerogation, aboutProject, hosting, rules } = situation;
  const [cents] = amounts;
  if (cents === undefined || amounts.length > 1 || aboutFunding) return null;
  const outOfCloud = hosting === 'hors_cloud';
  const aboutR9 = asksDerogation && rules.includes(9);
  if (aboutR9 || !(aboutProject || outOfCloud) || !(asksControl || asksDerogation || outOfCloud)) return null;
  const derogates = asksDerogation && (outOfCloud || rules.includes(6));
  const verdict = seuil({ cents, derogeR6: derogates ? true : null }, today);
  if (verdict.kind !== 'decided') return null;
  const quotes = createQuotes(corpus);
  const blocks = seuilBlocks(verdict, cents, quotes);
  return { title: QUESTION_VERDICT.seuil, blocks, citations: quotes.all(), data: seuilData(cents, verdict) };
};

const plafondPart = (situation: Situation, today: string, corpus: Corpus): VerdictPart | null => {
  const { dates, acceptableOffer, asksDerogation, rules } = situation;
  const [date] = dates;
  if (date === undefined || dates.length > 1 || !acceptableOffer || !asksDerogation) return null;
  const end = rules.some((rule) => rule !== 9) ? null : plafond(date, today);
  if (end === null) return null;
  const quotes = createQuotes(corpus);
  const blocks = plafondBlocks(end, quotes);
  const data = { command: 'derogation', ceiling: end.date, from: date };
  return { title: QUESTION_VERDICT.plafond, blocks, citations: quotes.all(), data };
};
