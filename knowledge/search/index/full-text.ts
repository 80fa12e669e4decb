import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Analysis } from '../text/analysis.ts';
import type { AnalysedEntry } from './entries.ts';
import { INDEX_OPTIONS, type IndexedPassage } from './index-options.ts';
import type { Idf } from './question-bank.ts';
import { createTermTable, type TermTable, termNumbers } from './term-table.ts';

/** Writes the full-text scores of a question by entry, in proportion of the idf of its terms. */
export type FullText = (question: Analysis, scores: Float64Array) => void;

/** MiniSearch's own serialised form, cut by term: of thousands, a question asks for few. */
export interface FullTextIndex {
  /** All but its terms. */
  readonly documents: Omit<AsPlainObject, 'index'>;
  readonly terms: TermTable;
  /** What MiniSearch holds for each term, in JSON, one after the other. */
  readonly held: Uint8Array;
  /** Where that of each term ends in `held`. */
  readonly ends: Uint32Array;
}

export const buildFullText = (entries: readonly AnalysedEntry[]): FullTextIndex => {
  const whole = new MiniSearch<IndexedPassage>(INDEX_OPTIONS);
  whole.addAll(
    entries.map((entry, id) => ({
      id,
      text: rowOf(entry.text),
      path: rowOf(entry.path),
      sampleQuestions: entry.sampleQuestions.map(rowOf).join(' '),
    })),
  );
  const { index, ...documents } = whole.toJSON();
  const held = index.map(([, ofTerm]) => Buffer.from(JSON.stringify(ofTerm)));
  let end = 0;
  return {
    documents,
    terms: createTermTable(index.map(([term]) => term)),
    held: new Uint8Array(Buffer.concat(held)),
    ends: Uint32Array.from(held, ({ length }) => (end += length)),
  };
};

export const createFullText = (built: FullTextIndex, idf: Idf): FullText => {
  const rowFor = createRowReader(built);
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

/** What MiniSearch gives for one term. */
interface Row {
  readonly entries: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * MiniSearch is asked for each term once, and its answer remembered: questions share most of their terms, and making
 * its results, with what matched where, takes longer than adding them up.
 */
const createRowReader = (built: FullTextIndex): ((term: string, weight: number) => Row) => {
  const known = new Map<string, Row>();
  let held = 0;
  return (term, weight) => {
    const key = `${weight} ${term}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const found = openTerm(built, term).search(term, { boostTerm: () => weight });
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

/** The index as far as it concerns one term. */
const openTerm = (
  { documents, terms, held, ends }: FullTextIndex,
  term: string,
): MiniSearch<IndexedPassage> => {
  const number = termNumbers(terms)(term);
  const bytes = held.subarray(ends[number - 1] ?? 0, ends[number] ?? 0);
  const index: AsPlainObject['index'] = number < 0 ? [] : [[term, JSON.parse(Buffer.from(bytes).toString())]];
  const holders = new Set(index.flatMap(([, fields]) => Object.values(fields).flatMap(Object.keys)));
  const ofHolders = <T>(all: Readonly<Record<string, T>>): Record<string, T> => {
    const some: Record<string, T> = {};
    for (const id of holders) if (all[id] !== undefined) some[id] = all[id];
    return some;
  };
  return MiniSearch.loadJS<IndexedPassage>(
    {
      ...documents,
      index,
      documentIds: ofHolders(documents.documentIds),
      fieldLength: ofHolders(documents.fieldLength),
      storedFields: {},
    },
    INDEX_OPTIONS,
  );
};

/** Scores remembered: 12 bytes each. */
const MOST_HELD = 500_000;

/** Brings the scores of most questions between 0 and 1: BM25 may count a term up to `k + 1` times its idf. */
const SCALE = 2;

const rowOf = ({ stems, terms }: Analysis): string =>
  [...stems, ...[...terms.keys()].filter((term) => term.startsWith('#'))].join(' ');
