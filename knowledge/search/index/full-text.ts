import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Analysis } from '../text/analysis.ts';
import type { AnalysedEntry } from './entries.ts';
import { INDEX_OPTIONS, type IndexedPassage } from './index-options.ts';
import type { Idf } from './question-bank.ts';

/** Writes the full-text scores of a question by entry, in proportion of the idf of its terms. */
export type FullText = (question: Analysis, scores: Float64Array) => void;

/** MiniSearch's own serialised form. */
export const buildFullText = (entries: readonly AnalysedEntry[]): AsPlainObject => {
  const index = new MiniSearch<IndexedPassage>(INDEX_OPTIONS);
  index.addAll(
    entries.map((entry, id) => ({
      id,
      text: rowOf(entry.text),
      path: rowOf(entry.path),
      sampleQuestions: entry.sampleQuestions.map(rowOf).join(' '),
    })),
  );
  return index.toJSON();
};

export const createFullText = (built: AsPlainObject, idf: Idf): FullText => {
  const rowFor = createRowReader(openFullText(built));
  let matched = new Uint16Array(0);
  return (question, scores) => {
    scores.fill(0);
    if (matched.length < scores.length) matched = new Uint16Array(scores.length);
    else matched.fill(0);
    let ceiling = 0;
    for (const [term, weight] of question.terms) {
      if (term.includes('_')) continue;
      ceiling += weight * idf(term);
      const row = rowFor(term, weight);
      for (let place = 0; place < row.entries.length; place++) {
        const at = row.entries[place] ?? 0;
        scores[at] = (scores[at] ?? 0) + (row.scores[place] ?? 0);
        matched[at] = (matched[at] ?? 0) + 1;
      }
    }
    if (ceiling === 0) return;
    // As MiniSearch does: the sum over the terms, times the number of those that the entry holds.
    for (let at = 0; at < scores.length; at++)
      scores[at] = ((scores[at] ?? 0) * (matched[at] ?? 0)) / ceiling / SCALE;
  };
};

/** The index of MiniSearch, read once of its serialised form: a bot in service does so in a turn of its own. */
export const openFullText = (built: AsPlainObject): MiniSearch<IndexedPassage> => {
  const index = open.get(built) ?? MiniSearch.loadJS<IndexedPassage>(built, INDEX_OPTIONS);
  open.set(built, index);
  return index;
};

const open = new WeakMap<AsPlainObject, MiniSearch<IndexedPassage>>();

/** What MiniSearch gives for one term. */
interface Row {
  readonly entries: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * MiniSearch is asked for each term once, and its answer remembered: questions share most of their terms, and making
 * its results, with what matched where, takes longer than adding them up.
 */
const createRowReader = (index: MiniSearch<IndexedPassage>): ((term: string, weight: number) => Row) => {
  const known = new Map<string, Row>();
  let held = 0;
  return (term, weight) => {
    const key = `${weight} ${term}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const found = index.search(term, { boostTerm: () => weight });
    const row = {
      entries: Uint32Array.from(found, ({ id }) => id as number),
      scores: Float64Array.from(found, ({ score }) => score),
    };
    if (held > MOST_HELD) {
      known.clear();
      held = 0;
    }
    held += row.entries.length + 1;
    known.set(key, row);
    return row;
  };
};

/** Scores remembered: 12 bytes each. */
const MOST_HELD = 500_000;

/** Brings the scores of most questions between 0 and 1: BM25 may count a term up to `k + 1` times its idf. */
const SCALE = 2;

const rowOf = ({ stems, terms }: Analysis): string =>
  [...stems, ...[...terms.keys()].filter((term) => term.startsWith('#'))].join(' ');
