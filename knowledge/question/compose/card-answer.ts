import type { Block, Citation } from '../../answer/answer.ts';
import { PHONE, phoneLines, quoteLines } from '../../answer/phone.ts';
import { strong } from '../../answer/text.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { SourcedCard, SourcedSentence } from '../cards.ts';
import { type Decides, undecided } from '../deciding.ts';
import { saysOtherwise, wordCount } from './quotation.ts';
import { type Shown, shownOf } from './shown.ts';
import { spaced, wording } from './wording.ts';

/** Blocks of an answer with the citations that they number, best first. */
export interface Drawn {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

/** Most words of the bot's own in an answer, its first sentence apart. */
const MOST_OWN_WORDS = 50;
/** Lines that references, the next command and notices take under an answer, the blank one before them included. */
const TAIL_LINES = 4;
/** A date or a name alone is named, not quoted. */
const FEWEST_WORDS = 8;
/** Head start of the quotation that proves the first sentence. */
const LEAD_START = 0.1;
/** Standing of a text quoted first, as a share of that of the text that proves the first sentence: the FAQ beside the circular. */
const LEAST_STANDING = 0.9;
/** Share of the question that a sentence answers and the first does not, from which it is worth a longer answer. */
const TELLING = 0.15;
/** Weighs more than any likeness. */
const BARRED = 10;

/**
 * What fits a phone: the card's first sentence in bold, and the quotation that answers the question asked, which need not
 * be the proof of that sentence; then, while there is room, its other sentences, and a quotation that proves another one.
 */
export const drawCard = (card: SourcedCard, shown: Shown, decides: Decides = undecided): Drawn => {
  const sentences = withinBudget(card.sentences);
  const found: Citation[] = [];
  const proofs = sentences.map(({ citations: own }) =>
    own.map((proof) => numberOf(found, shownOf(proof, shown))),
  );
  const first = decisive(found, decides, shown.corpus);
  const besides = PHONE.lines - TAIL_LINES - new Set(found.map(placeOf)).size;
  const proves = sentences.flatMap(({ citations: own }) => own.map((proof) => shownOf(proof, shown)));
  const shorter = extractOf(found[first], proves, besides - linesOfAll([sentences[0]?.text ?? '']));
  if (shorter !== undefined) {
    // The whole sentence stays a source: what the extract leaves out is proved by it.
    const whole = found[first];
    found[first] = shorter;
    if (whole !== undefined) found.push(whole);
  }
  const room = besides - linesOfQuote(found[first]);
  const kept = withinRoom(sentences, proofs, first, room, decides);
  // What proves a sentence left out is still a source, the last ones.
  const order = [...new Set([first, ...kept.flatMap((at) => proofs[at] ?? []), ...found.keys()])];
  const citations = order.flatMap((one) => found[one] ?? []);
  const placed = kept.map((at) => (proofs[at] ?? []).map((one) => order.indexOf(one)));
  const texts = kept.map((at) => sentences[at]?.text ?? '');
  const paragraphs = texts.map((text, at): Block => {
    const said = at === 0 ? strong(text) : text;
    return { kind: 'paragraph', text: [said, ' ', ...spaced(oneOfEachPlace(placed[at] ?? [], citations))] };
  });
  const quotes = quotesWithin(citations, placed, room - linesOfAll(texts));
  return { blocks: [...paragraphs, ...quotes, ...wholeOf(citations[0], card.lang)], citations };
};

/** Where the sentence quoted does not fit a phone, the permitted extract of it that leaves out least and fits, if a proof is one. */
const extractOf = (
  whole: Citation | undefined,
  proves: readonly Citation[],
  room: number,
): Citation | undefined => {
  if (whole === undefined || linesOfQuote(whole) <= room) return undefined;
  return proves
    .filter(
      ({ passageId, quote, cut }) =>
        cut !== undefined &&
        passageId === whole.passageId &&
        quote !== whole.quote &&
        whole.quote.includes(quote) &&
        wordCount(quote) >= FEWEST_WORDS,
    )
    .toSorted((a, b) => b.quote.length - a.quote.length)
    .find((extract) => linesOfQuote(extract) <= room);
};

/**
 * Place of the quotation that answers best, the first of those that do so equally; never a date or a name alone, nor a
 * sentence that only says what holds otherwise, nor a text of lesser standing than that of the first, which it may contradict.
 */
const decisive = (citations: readonly Citation[], decides: Decides, { documents }: Corpus): number => {
  const standing = ({ documentId }: Citation): number => documents.get(documentId)?.authority ?? 0;
  const least = citations[0] === undefined ? 0 : standing(citations[0]) * LEAST_STANDING;
  const weights = citations.map((citation, at) => {
    const { quote } = citation;
    const barred = wordCount(quote) < FEWEST_WORDS || saysOtherwise(quote) || standing(citation) < least;
    return decides.quotation(citation) + (at === 0 ? LEAD_START : 0) - (barred ? BARRED : 0);
  });
  return Math.max(0, weights.indexOf(Math.max(...weights)));
};

/** The first sentence, the one that the quotation proves, then those that fit or answer what it does not; in their order. */
const withinRoom = (
  sentences: readonly SourcedSentence[],
  proofs: readonly (readonly number[])[],
  first: number,
  room: number,
  { adds, twofold }: Decides,
): readonly number[] => {
  const proven = proofs.findIndex((own) => own.includes(first));
  const byWeight = [...new Set([0, proven, ...sentences.keys()])];
  let lines = 0;
  const kept = byWeight.filter((at) => {
    const { text = '' } = sentences[at] ?? {};
    const own = phoneLines(text) + 1;
    const wanted = at === 0 || twofold || adds(text, sentences[0]?.text ?? '') >= TELLING;
    if (!wanted && lines + own > room) return false;
    lines += own;
    return true;
  });
  return kept.sort((a, b) => a - b);
};

/** The first quotation; a second one while there is room, if it proves a sentence that the first does not. */
const quotesWithin = (
  citations: readonly Citation[],
  sentences: readonly (readonly number[])[],
  room: number,
): readonly Block[] => {
  const proven = new Set(sentences.filter((proofs) => proofs.includes(0)).flat());
  const second = citations.findIndex(
    (citation, at) =>
      at > 0 &&
      !proven.has(at) &&
      wordCount(citation.quote) >= FEWEST_WORDS &&
      linesOfQuote(citation) + 1 <= room,
  );
  return [...(citations.length === 0 ? [] : [0]), ...(second < 0 ? [] : [second])].map(
    (citation): Block => ({ kind: 'quote', citation }),
  );
};

/** Where a rule is quoted in part, the command that gives it whole. */
const wholeOf = (first: Citation | undefined, lang: SourcedCard['lang']): readonly Block[] => {
  const rule = first?.cut === undefined ? undefined : /^R(\d+)$/.exec(first.anchor)?.[1];
  if (rule === undefined) return [];
  return [{ kind: 'next', text: wording[lang].wholeRule([Number(rule)]) }];
};

const withinBudget = (sentences: readonly SourcedSentence[]): readonly SourcedSentence[] => {
  let words = 0;
  return sentences.filter(({ text }, at) => {
    words += wordCount(text);
    return at === 0 || words <= MOST_OWN_WORDS;
  });
};

/** Numbers in their order, one for each place: what stands beside it there is found under its reference. */
const oneOfEachPlace = (indexes: readonly number[], citations: readonly Citation[]): readonly number[] => {
  const sorted = [...new Set(indexes)].sort((a, b) => a - b);
  const places = sorted.map((index) => placeOf(citations[index]));
  return sorted.filter((_, at) => places.indexOf(places[at] ?? '') === at);
};

const placeOf = (citation: Citation | undefined): string => `${citation?.documentId}, ${citation?.anchor}`;

const linesOfQuote = (citation: Citation | undefined): number => quoteLines(citation?.quote ?? '') + 1;

const linesOfAll = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + phoneLines(text) + 1, 0);

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
