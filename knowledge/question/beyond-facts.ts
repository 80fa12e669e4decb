import type { SearchEngine } from '../search/engine.ts';

/** Share of what a message asks that a text holds, from 0 to 1, by the weight of the words. */
export type Held = (text: string) => number;

/**
 * What a message asks beyond what it tells of a project: the words of the sentences that ask, without those that stated
 * a fact. « DPO d'une université : le secret des affaires est-il visé ? » asks of the secret, not of universities.
 * @param core without its courtesy (see `Frame`)
 * @param told words that stated facts, as written
 */
export const askedBeyond = (
  core: string,
  told: readonly string[],
  { analyze, statistics: { idf } }: Pick<SearchEngine, 'analyze' | 'statistics'>,
): Held => {
  const facts = new Set(told.flatMap((words) => [...analyze(words).terms.keys()]));
  const asked = [...analyze(askingSentences(core)).terms]
    .filter(([term]) => !facts.has(term) && !term.includes(PAIR))
    .map(([term, weight]) => [term, weight * idf(term)] as const);
  const total = asked.reduce((sum, [, weight]) => sum + weight, 0);
  return (text) => {
    if (total === 0) return 0;
    const { terms } = analyze(text);
    return asked.reduce((sum, [term, weight]) => sum + (terms.has(term) ? weight : 0), 0) / total;
  };
};

/** Two words that follow each other: each counts alone. */
const PAIR = '_';

/**
 * Those with a question mark, one that asks whether it is true with what it points back to; without one, the last:
 * people tell, then ask.
 */
const askingSentences = (core: string): string => {
  const sentences = core
    .split(/(?<=[.?!;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST);
  const asking = sentences.flatMap((sentence, at) => {
    if (!sentence.includes('?')) return [];
    return pointsBack(sentence) ? [sentences[at - 1] ?? '', sentence] : [sentence];
  });
  return asking.length > 0 ? asking.join(' ') : (sentences.at(-1) ?? core);
};

/** Letters of a sentence that says anything. */
const SHORTEST = 4;
/** « Est-ce juste ? », « A-t-il raison ? », « Exact ? »: what was said before is what is asked. */
const pointsBack = (sentence: string): boolean =>
  sentence.split(/\s+/).length <= SHORT && TRUTH.test(sentence);
const SHORT = 10;
const TRUTH =
  /(?<!\p{L})(?:juste|exacte?|vraie?|faux|fausse|raison|tort|correcte?|confirme[rz]?|true|right|wrong|correct|confirm)(?!\p{L})/iu;
