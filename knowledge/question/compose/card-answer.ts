import type { Block, Citation } from '../../answer/answer.ts';
import { strong } from '../../answer/text.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { SourcedCard, SourcedSentence } from '../cards.ts';
import { quotationOf, wordCount } from './quotation.ts';
import { spaced } from './wording.ts';

/** Blocks of an answer with the citations that they number, best first. */
export interface Drawn {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

/** Most words of the bot's own in an answer, its first sentence apart. */
const MOST_OWN_WORDS = 65;
/** A second quotation is shown while the answer has at most this many words with it. */
const MOST_SHOWN_WORDS = 100;
/** A date or a name alone is named, not quoted. */
const FEWEST_WORDS = 8;

/** The card's sentences, the first in bold, then at most two of the quotations that prove them. */
export const drawCard = (card: SourcedCard, corpus: Corpus): Drawn => {
  const sentences = withinBudget(card.sentences);
  const citations: Citation[] = [];
  const paragraphs = sentences.map(({ text, citations: proofs }, at): Block => {
    const indexes = proofs.map((proof) => numberOf(citations, widened(proof, corpus)));
    const said = at === 0 ? strong(text) : text;
    return { kind: 'paragraph', text: [said, ' ', ...spaced([...new Set(indexes)])] };
  });
  const own = sentences.reduce((sum, { text }) => sum + wordCount(text), 0);
  return { blocks: [...paragraphs, ...quotesWithin(citations, own)], citations };
};

/** At most two quotations, the second only while the answer stays short. */
const quotesWithin = (citations: readonly Citation[], ownWords: number): readonly Block[] => {
  const telling = citations.flatMap(({ quote }, at) =>
    at === 0 || wordCount(quote) >= FEWEST_WORDS ? [at] : [],
  );
  let words = ownWords;
  return telling.slice(0, 2).flatMap((citation, at): Block[] => {
    words += wordCount(citations[citation]?.quote ?? '');
    return at === 0 || words <= MOST_SHOWN_WORDS ? [{ kind: 'quote', citation }] : [];
  });
};

const withinBudget = (sentences: readonly SourcedSentence[]): readonly SourcedSentence[] => {
  let words = 0;
  return sentences.filter(({ text }, at) => {
    words += wordCount(text);
    return at === 0 || words <= MOST_OWN_WORDS;
  });
};

/** The proof in its whole sentence: a condition or a negation is never left out. */
export const widened = (proof: Citation, corpus: Corpus): Citation => {
  const text = corpus.passages.get(proof.passageId)?.text ?? '';
  return { ...proof, quote: quotationOf(text, proof.quote) };
};

/** Its number among the citations; one that holds it, or that it holds, is the same. */
const numberOf = (citations: Citation[], citation: Citation): number => {
  const at = citations.findIndex(
    ({ passageId, quote }) =>
      passageId === citation.passageId && (quote.includes(citation.quote) || citation.quote.includes(quote)),
  );
  if (at < 0) return citations.push(citation) - 1;
  const held = citations[at];
  if (held !== undefined && citation.quote.length > held.quote.length) citations[at] = citation;
  return at;
};
