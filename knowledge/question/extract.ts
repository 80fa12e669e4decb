import type { Analysis } from '../search/text/analysis.ts';

/** Longest quotation, in characters: whole passages fit, long ones are cut at sentence borders. */
export const LONGEST_QUOTE = 1_200;

/**
 * The contiguous run of whole sentences, at most `longest` characters, that holds most of the question's terms; a
 * single sentence may be longer. Verbatim: a slice of `text`.
 */
export const extract = (
  text: string,
  question: Analysis,
  analyze: (text: string) => Analysis,
  longest = LONGEST_QUOTE,
): string => {
  if (text.length <= longest) return text;
  const sentences = sentencesOf(text);
  const weights = sentences.map(({ from, to }) => similarity(analyze(text.slice(from, to)), question));
  let best = { from: 0, to: longest, weight: -1 };
  for (const [first, { from }] of sentences.entries()) {
    let weight = 0;
    for (let last = first; last < sentences.length; last++) {
      const to = sentences[last]?.to ?? from;
      if (to - from > longest && last > first) break;
      weight += weights[last] ?? 0;
      if (weight > best.weight || (weight === best.weight && from === best.from)) best = { from, to, weight };
    }
  }
  return text.slice(best.from, best.to).trim();
};

/** Borders of sentences and list items. */
const sentencesOf = (text: string): readonly { readonly from: number; readonly to: number }[] => {
  const borders = [
    0,
    ...[...text.matchAll(/[.;!?](?=\s+[A-ZÀ-Ý«[])|\n/g)].map(({ index }) => index + 1),
    text.length,
  ];
  return borders.slice(1).map((to, at) => ({ from: borders[at] ?? 0, to }));
};

const similarity = (sentence: Analysis, question: Analysis): number => {
  let sum = 0;
  for (const [term, weight] of question.terms) if (sentence.terms.has(term)) sum += weight;
  return sum;
};
