import type { SearchEngine } from '../../search/engine.ts';
import type { QuestionBank } from '../../search/index/question-bank.ts';
import type { RankedCard } from '../card-ranker.ts';
import type { Reading } from '../reading.ts';
import type { Topic } from '../schemas.ts';
import type { DetailReader } from './details.ts';

/** What tells a question that the texts answer from one that they do not, by name; each from about 0 to 1. */
export type Evidence = Readonly<Record<string, number>>;

/** More of these never makes an answer less likely. */
export const IN_FAVOUR: ReadonlySet<string> = new Set([
  'nearest',
  'spelling',
  'fullText',
  'coverage',
  'cardScore',
  'cardNearest',
  'cardSpelling',
  'cardPassage',
  'margin',
  'marginSpelling',
  'length',
  'rule',
]);
/** More of these never makes an answer more likely; the others, `asks.…`, may tell either way. */
export const isAgainst = (name: string): boolean =>
  /^(?:negative|unknown|missing|asked|lacks\.|topic)/.test(name);

interface Parts {
  readonly engine: Pick<SearchEngine, 'statistics'>;
  /** Questions that the texts do not answer. */
  readonly outOfScope: QuestionBank;
  readonly details: DetailReader;
  readonly topics: readonly Topic[];
}

/** Beyond so many words a message tells a story, whose every word says little of what it asks. */
const STORY = 30;
/** What a story asks for still counts for so much. */
const LEAST = 0.25;
/** A word of a topic, in what people say of themselves, tells what they have and not what they ask. */
const SAID_OF_ONESELF = 0.4;
const SITUATION = 'situation';
/** Beyond so many, more words tell nothing. */
const ENOUGH = 6;
/** A card whose questions ask for a detail one time in three fully supports it. */
const SUPPORT = 3;
/** Cards read for what they answer. */
const MOST_CARDS = 3;

export const createEvidenceReader =
  ({ engine: { statistics }, outOfScope, details, topics }: Parts): ((reading: Reading) => Evidence) =>
  ({ ranking: { question, ranked }, cards, references, topic }) => {
    const [first] = ranked;
    const signals = first?.signals;
    const card = cards[0]?.signals;
    const similarity = outOfScope.compare(question);
    const negative = highest(similarity.words);
    const negativeSpelling = highest(similarity.trigrams);
    const nearest = Math.max(signals?.nearest ?? 0, ...cards.map((one) => one.signals.nearest));
    const spelling = Math.max(signals?.spelling ?? 0, ...cards.map((one) => one.signals.spelling));
    const stems = [...new Set(question.stems)];
    const weight = (terms: readonly string[]): number =>
      terms.reduce((sum, term) => sum + statistics.idf(term) * (question.terms.get(term) ?? 1), 0);
    const brief = 1 - Math.min(STORY, stems.length) / STORY;
    const asked = details.of(question.folded);
    const named = brief * (asked.has(SITUATION) ? SAID_OF_ONESELF : 1);
    const demanded = Math.max(LEAST, brief);
    return {
      nearest: signals?.nearest ?? 0,
      spelling: signals?.spelling ?? 0,
      fullText: signals?.fullText ?? 0,
      coverage: signals?.coverage ?? 0,
      cardScore: cards[0]?.score ?? 0,
      cardNearest: card?.nearest ?? 0,
      cardSpelling: card?.spelling ?? 0,
      cardPassage: card?.passage ?? 0,
      unknown: weight(stems.filter((term) => !statistics.knows(term))) / (weight(stems) || 1),
      missing:
        Math.max(0, ...stems.filter((term) => first?.entry.holds(term) !== true).map(statistics.idf)) /
        statistics.idf('\u0000'),
      askedElsewhere: question.asked !== null && signals?.asks === 0 ? 1 : 0,
      negative,
      negativeSpelling,
      margin: nearest - negative,
      marginSpelling: spelling - negativeSpelling,
      length: Math.min(ENOUGH, stems.length) / ENOUGH,
      rule: references.known.length > 0 ? 1 : 0,
      topic: topic === null ? 0 : named,
      ...Object.fromEntries(topics.map(({ code }) => [`topic.${code}`, code === topic?.code ? named : 0])),
      ...Object.fromEntries(details.codes.map((code) => [`asks.${code}`, asked.has(code) ? demanded : 0])),
      ...Object.fromEntries(
        details.codes.map((code) => [
          `lacks.${code}`,
          asked.has(code)
            ? demanded * (1 - supportOf(code, { cards, sample: first?.entry.sampleQuestions ?? [], details }))
            : 0,
        ]),
      ),
    };
  };

/** How far the nearest cards and the first passage answer such questions, from 0 to 1. */
const supportOf = (
  code: string,
  {
    cards,
    sample,
    details,
  }: {
    readonly cards: readonly RankedCard[];
    readonly sample: RankedCard['questions'];
    readonly details: DetailReader;
  },
): number => {
  const shares = [
    ...cards
      .slice(0, MOST_CARDS)
      .map(({ questions }, at) => details.shareOfCard(code, questions) / (1 + at / 2)),
    details.shareOfPassage(code, sample) / 2,
  ];
  return Math.min(1, SUPPORT * Math.max(...shares));
};

const highest = (values: Float64Array): number => {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at] ?? 0);
  return most;
};
