/** Longest question read, in characters; a longer story keeps its beginning and its end, where the question stands. */
export const MAX_CHARACTERS = 2_000;
const MAX_SENTENCES = 3;
const SHORTEST_SENTENCE = 12;

/** Bounds the work on hostile or pasted input. */
export const bounded = (text: string): string => {
  if (text.length <= MAX_CHARACTERS) return text;
  const half = MAX_CHARACTERS / 2;
  return `${text.slice(0, half)} ${text.slice(-half)}`;
};

/** Sentences of a story, the last ones first: people tell the situation, then ask. One sentence gives none. */
export const sentencesOf = (text: string): readonly string[] => {
  const sentences = text
    .split(/(?<=[.?!;])\s+|\n+|\s+:\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
  return sentences.length < 2 ? [] : sentences.slice(-MAX_SENTENCES).reverse();
};
