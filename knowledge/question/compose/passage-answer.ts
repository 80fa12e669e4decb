import type { Citation } from '../../answer/answer.ts';
import { cite, strong } from '../../answer/text.ts';
import type { Passage } from '../../corpus/corpus.ts';
import type { Analysis } from '../../search/text/analysis.ts';
import { quotesOf } from './blocks.ts';
import type { Drawn } from './card-answer.ts';
import { MOST_WORDS, sentencesOf, wordCount } from './quotation.ts';

/**
 * The sentence of a passage that comes nearest to the question, with its neighbours while they fit in `MOST_WORDS`; a
 * sentence that is longer stands alone. Verbatim.
 */
export const nearestSentences = (
  text: string,
  question: Analysis,
  analyze: (text: string) => Analysis,
): string => {
  if (wordCount(text) <= MOST_WORDS) return text;
  const sentences = sentencesOf(text);
  const weights = sentences.map(({ from, to }) => shared(analyze(text.slice(from, to)), question));
  let best = { from: 0, to: sentences[0]?.to ?? text.length, weight: -1 };
  for (const [first, { from }] of sentences.entries()) {
    let weight = 0;
    for (let last = first; last < sentences.length; last++) {
      const to = sentences[last]?.to ?? from;
      if (last > first && wordCount(text.slice(from, to)) > MOST_WORDS) break;
      weight += weights[last] ?? 0;
      if (weight > best.weight) best = { from, to, weight };
    }
  }
  return text.slice(best.from, best.to).trim();
};

const shared = (sentence: Analysis, question: Analysis): number => {
  let sum = 0;
  for (const [term, weight] of question.terms) if (sentence.terms.has(term)) sum += weight;
  return sum;
};

/** A look-up: the first line names the place and quotes it; a second passage may follow. */
export const drawPassages = (citations: readonly Citation[], inEnglish: boolean): Drawn => {
  const [first, second] = citations;
  if (first === undefined) return { blocks: [], citations };
  const [open, close] = inEnglish ? ['“', '”'] : ['«\u00a0', '\u00a0»'];
  const place = [first.documentTitle, first.anchor].filter((part) => part !== '').join(', ');
  return {
    blocks: [
      {
        kind: 'paragraph',
        text: [strong(place), inEnglish ? ': ' : '\u00a0: ', `${open}${first.quote}${close} `, cite(0)],
      },
      ...quotesOf(second === undefined ? [] : [second], 1),
    ],
    citations,
  };
};

/** Citations of passages by their nearest sentences. */
export const citeNearest = (
  passages: readonly Passage[],
  question: Analysis,
  analyze: (text: string) => Analysis,
  cite: (passageId: string, quote: string) => Citation,
): readonly Citation[] => passages.map(({ id, text }) => cite(id, nearestSentences(text, question, analyze)));
