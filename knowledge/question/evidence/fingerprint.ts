import type { LoadedKnowledge } from '../load-knowledge.ts';

type Learned = Pick<LoadedKnowledge, 'pairs' | 'details' | 'topics'>;

/**
 * Tells one state of the data that the weights were learned from; 32 bits of FNV-1a, in hexadecimal.
 * @param asked whole messages that were learned from beside the data, and whether the texts answer them
 */
export const fingerprintOf = (
  { pairs, details, topics }: Learned,
  asked: readonly { readonly question: string; readonly answerable: boolean }[],
): string => {
  const text = JSON.stringify([
    pairs,
    [...details, ...topics].map(({ code, patterns }) => [code, String(patterns)]),
    asked.map(({ question, answerable }) => [question, answerable]),
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};
