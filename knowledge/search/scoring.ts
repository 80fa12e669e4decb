import { coverageOf } from './index/coverage.ts';
import type { Entry } from './index/entries.ts';
import type { FullText } from './index/full-text.ts';
import { createNearness, nearestByOwner } from './index/nearest.ts';
import type { Postings } from './index/postings.ts';
import type { Idf, QuestionBank } from './index/question-bank.ts';
import type { TermNumber } from './index/term-table.ts';
import { type Signals, scoreFrom, WEIGHTS } from './signals.ts';
import type { Analysis } from './text/analysis.ts';
import type { NamedTexts } from './text/document-mentions.ts';
import { withoutNames } from './text/document-mentions.ts';
import { measureMentions, measureOf } from './text/measure-mentions.ts';
import type { QuestionType } from './text/question-type.ts';

/** Signals of every entry for the latest question, as rows of numbers: written over by the next one. */
export interface Scorer {
  /** @param scores written over, by number of entry; @param left a banked question left out, by its number, or -1 */
  score(question: Analysis, left: number, scores: Float64Array): void;
  /** Signals of one entry for the question scored last. */
  signalsOf(entry: number): Signals;
  /** Its banked question nearest to the question scored last; -1 when none holds a word of it. */
  nearestOf(entry: number): number;
}

interface Parts {
  readonly entries: readonly Entry[];
  readonly bank: QuestionBank;
  readonly fullText: FullText;
  readonly holders: Postings;
  readonly namedTexts: (question: Analysis) => NamedTexts;
  readonly idf: Idf;
  readonly numberOf: TermNumber;
}

/** Scores all entries without making anything for each: rows are made once, and written over. */
export const createScorer = (parts: Parts): Scorer => {
  const { entries, bank, fullText, holders, namedTexts, idf, numberOf } = parts;
  const near = createNearness(entries.length);
  const row = (): Float64Array => new Float64Array(entries.length);
  const [full, covered, rules, asks, names] = [row(), row(), row(), row(), row()];
  const authority = Float64Array.from(entries, ({ document }) => document.authority);
  const rule = Int32Array.from(entries, ({ passage }) =>
    Number(/^R(\d+)$/.exec(passage.anchor)?.[1] ?? NONE),
  );
  const measure = Int32Array.from(entries, ({ passage }) => measureOf(passage.id) ?? NONE);
  const asking = new Map<QuestionType, Float64Array>();

  /** 1 where the entry has an authored question of this kind. */
  const askingFor = (kind: QuestionType): Float64Array => {
    const made = asking.get(kind) ?? Float64Array.from(entries, ({ asked }) => (asked.has(kind) ? 1 : 0));
    asking.set(kind, made);
    return made;
  };

  /** A rule or a measure asked for by number: its passages gain, those of the others lose. */
  const markNumbers = (asked: readonly number[], measures: readonly number[]): void => {
    rules.fill(0);
    if (asked.length === 0 && measures.length === 0) return;
    for (let at = 0; at < entries.length; at++) {
      const [ofRule = NONE, ofMeasure = NONE] = [rule[at], measure[at]];
      if (asked.length > 0 && ofRule !== NONE) rules[at] = asked.includes(ofRule) ? 1 : OTHER_NUMBER;
      else if (measures.length > 0 && ofMeasure !== NONE)
        rules[at] = measures.includes(ofMeasure) ? 1 : OTHER_NUMBER;
    }
  };

  const markNamed = (documents: ReadonlySet<string>): void => {
    names.fill(0);
    if (documents.size === 0) return;
    for (const [at, { document }] of entries.entries()) if (documents.has(document.id)) names[at] = 1;
  };

  const rows = {
    fullText: full,
    nearest: near.best,
    nearestThree: near.meanOfThree,
    spelling: near.spelling,
    spellingThree: near.spellingOfThree,
    coverage: covered,
    rule: rules,
    asks,
    named: names,
    authority,
  };

  return {
    score: (asked, left, scores) => {
      const named = namedTexts(asked);
      const question = withoutNames(asked, named);
      fullText(question, full);
      nearestByOwner(bank.owners, bank.compare(question), left, near);
      coverageOf(holders, question, { idf, numberOf }, covered);
      markNumbers(question.rules, measureMentions(question.folded));
      if (question.asked === null) asks.fill(0);
      else asks.set(askingFor(question.asked));
      markNamed(named.documents);
      scoreFrom(rows, scores, WEIGHTS);
    },
    signalsOf: (entry) => signalsAt(rows, entry),
    nearestOf: (entry) => near.question[entry] ?? NONE,
  };
};

const NONE = -1;
const OTHER_NUMBER = -0.3;

const signalsAt = (rows: Readonly<Record<keyof Signals, Float64Array>>, entry: number): Signals => ({
  fullText: rows.fullText[entry] ?? 0,
  nearest: rows.nearest[entry] ?? 0,
  nearestThree: rows.nearestThree[entry] ?? 0,
  spelling: rows.spelling[entry] ?? 0,
  spellingThree: rows.spellingThree[entry] ?? 0,
  coverage: rows.coverage[entry] ?? 0,
  rule: rows.rule[entry] ?? 0,
  asks: rows.asks[entry] ?? 0,
  named: rows.named[entry] ?? 0,
  authority: rows.authority[entry] ?? 0,
});
