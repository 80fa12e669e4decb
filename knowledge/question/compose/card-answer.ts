import type { Block, Citation } from '../../answer/answer.ts';
import { strong } from '../../answer/text.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { SourcedCard, SourcedSentence } from '../cards.ts';
import type { Decides } from '../deciding.ts';
import { quotationOf, wordCount } from './quotation.ts';
import { spaced } from './wording.ts';

/** Blocks of an answer with the citations that they number, best first. */
export interface Drawn {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

/** Most words of the bot's own in an answer, its first sentence apart. */
const MOST_OWN_WORDS = 50;
/** A second quotation is shown while the answer has at most this many words with it. */
const MOST_SHOWN_WORDS = 60;
/** A date or a name alone is named, not quoted. */
const FEWEST_WORDS = 8;
/** Head start of the quotation that proves the first sentence. */
const LEAD_START = 0.1;
/** Standing of a text quoted first, as a share of that of the text that proves the first sentence: the FAQ beside the circular. */
const LEAST_STANDING = 0.9;
/** Weighs more than any likeness. */
const BARRED = 10;

/**
 * The card's sentences, the first in bold, then at most two of the quotations that prove them: first the one that
 * answers the question asked, which need not be the proof of the first sentence.
 */
export const drawCard = (card: SourcedCard, corpus: Corpus, decides: Decides = () => 0): Drawn => {
  const sentences = withinBudget(card.sentences);
  const found: Citation[] = [];
  const proofs = sentences.map(({ citations: own }) =>
    own.map((proof) => numberOf(found, widened(proof, corpus))),
  );
  const first = decisive(found, decides, corpus);
  const citations = [...found.slice(first, first + 1), ...found.filter((_, at) => at !== first)];
  const placed = proofs.map((own) => own.map((one) => (one === first ? 0 : one < first ? one + 1 : one)));
  const paragraphs = sentences.map(({ text }, at): Block => {
    const indexes = placed[at] ?? [];
    const said = at === 0 ? strong(text) : text;
    return { kind: 'paragraph', text: [said, ' ', ...spaced([...new Set(indexes)].sort((a, b) => a - b))] };
  });
  const own = sentences.reduce((sum, { text }) => sum + wordCount(text), 0);
  return {
    blocks: [...paragraphs, ...quotesWithin(citations, own, proofs[0]?.includes(first) !== true, placed)],
    citations,
  };
};

/**
 * Place of the quotation that answers best, the first of those that do so equally; never a date or a name alone, and
 * never a text of lesser standing than that of the first, which it may contradict.
 */
const decisive = (citations: readonly Citation[], decides: Decides, { documents }: Corpus): number => {
  const standing = ({ documentId }: Citation): number => documents.get(documentId)?.authority ?? 0;
  const least = citations[0] === undefined ? 0 : standing(citations[0]) * LEAST_STANDING;
  const weights = citations.map((citation, at) => {
    const barred = wordCount(citation.quote) < FEWEST_WORDS || standing(citation) < least;
    return decides(citation) + (at === 0 ? LEAD_START : 0) - (barred ? BARRED : 0);
  });
  return Math.max(0, weights.indexOf(Math.max(...weights)));
};

/**
 * At most two quotations, the second only while the answer stays short, or where it proves the first sentence. What
 * proves the same sentence as the first one shows nothing more: it is named.
 */
const quotesWithin = (
  citations: readonly Citation[],
  ownWords: number,
  proofIsSecond: boolean,
  sentences: readonly (readonly number[])[],
): readonly Block[] => {
  const same = new Set(sentences.filter((proofs) => proofs.includes(0)).flat());
  const telling = citations.flatMap(({ quote }, at) => {
    if (at === 0 || (proofIsSecond && at === 1)) return [at];
    return wordCount(quote) >= FEWEST_WORDS && !same.has(at) ? [at] : [];
  });
  let words = ownWords;
  return telling.slice(0, 2).flatMap((citation, at): Block[] => {
    words += wordCount(citations[citation]?.quote ?? '');
    return at === 0 || words <= MOST_SHOWN_WORDS || (proofIsSecond && citation === 1)
      ? [{ kind: 'quote', citation }]
      : [];
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
