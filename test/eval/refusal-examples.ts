import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { ruleBookOf } from '../../knowledge/corpus/rule-book.ts';
import { createCardRanker } from '../../knowledge/question/card-ranker.ts';
import { sourceCards } from '../../knowledge/question/cards.ts';
import { createConfidenceModel } from '../../knowledge/question/confidence.ts';
import type { LoadedKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { createReader, type Reading } from '../../knowledge/question/reading.ts';
import { createFrameReader } from '../../knowledge/reading/frame.ts';
import { createSearchEngine } from '../../knowledge/search/engine.ts';
import type { Example } from './logistic.ts';
import type { QuestionItem } from './question-set.ts';

/**
 * `stranger`: three sample questions in four are hidden, it among them; `known`: it alone is; `pair`: one of two twins;
 * `author`: a message of somebody who saw the texts alone, to the whole bank.
 */
export type Kind = 'stranger' | 'known' | 'pair' | 'author';
export type Judged = Example & { readonly kind: Kind; readonly text: string; readonly folded: string };

/** Parts that the sample questions are cut into; each is the whole bank in turn. */
const PARTS = 4;
/** One sample question in so many is judged: with all of them the fit would take an hour. */
const STRANGERS = 10;
const KNOWN = 8;
/** They are hidden in so many groups. */
const GROUPS = 4;
/** One negative in so many, each time that it is hidden. */
const OUT_OF_SCOPE = 2;
/** A pair tells more than a question alone, and a whole message is the nearest to what will be asked. */
const WEIGHTS: Readonly<Record<Kind, number>> = { stranger: 1, known: 1, pair: 4, author: 3 };

/** Questions that the texts answer, and not, each judged by a bot that has not read it. */
export const refusalExamples = (
  corpus: Corpus,
  knowledge: LoadedKnowledge,
  author: readonly QuestionItem[],
): readonly Judged[] => {
  const { pairs } = knowledge;
  const paired = new Set(pairs.flatMap(({ answered, not }) => [answered, not]));
  const sample = [...new Set([...knowledge.sampleQuestions.values()].flat())].filter(
    (text) => !paired.has(text),
  );
  const outOfScope = knowledge.outOfScope.filter((text) => !paired.has(text));
  const half = (of: number): ReadonlySet<string> =>
    new Set(pairs.filter((_, at) => at % 2 === of).flatMap(({ answered, not }) => [answered, not]));

  const strangers = Array.from({ length: PARTS }, (_, part) => {
    const hidden = (text: string): boolean => !paired.has(text) && partOf(text) !== part;
    const judge = judging(
      corpus,
      forget(knowledge, (text) => hidden(text) || half(part % 2).has(text)),
    );
    return [
      ...every(STRANGERS, sample.filter(hidden)).map((text) => judge('stranger', text, true)),
      ...every(OUT_OF_SCOPE, outOfScope.filter(hidden)).map((text) => judge('stranger', text, false)),
    ];
  });
  const twins = [0, 1].map((hidden) => {
    const judge = judging(
      corpus,
      forget(knowledge, (text) => half(hidden).has(text)),
    );
    return pairs
      .filter((_, at) => at % 2 === hidden)
      .flatMap(({ answered, not }) => [judge('pair', answered, true), judge('pair', not, false)]);
  });
  const known = Array.from({ length: GROUPS }, (_, part) => {
    const asked = new Set(
      [...every(KNOWN, sample), ...outOfScope].filter((text) => partOf(text, GROUPS) === part),
    );
    const judge = judging(
      corpus,
      forget(knowledge, (text) => asked.has(text)),
    );
    const against = new Set(outOfScope);
    return [...asked].map((text) => judge('known', text, !against.has(text)));
  });
  const judge = judging(corpus, knowledge);
  const messages = author.map(({ question, answerable }) => judge('author', question, answerable));
  return [...strangers, ...twins, ...known, messages].flat();
};

/** A part of the questions chosen by their letters: the same on every machine, and on every day. */
const partOf = (text: string, parts: number = PARTS): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % parts;

const every = <T>(step: number, list: readonly T[]): readonly T[] => list.filter((_, at) => at % step === 0);

/** The same data without some questions, wherever they stand. */
const forget = (knowledge: LoadedKnowledge, hidden: (text: string) => boolean): LoadedKnowledge => {
  const kept = (lists: LoadedKnowledge['sampleQuestions']) =>
    new Map([...lists].map(([id, list]) => [id, list.filter((text) => !hidden(text))] as const));
  return {
    ...knowledge,
    sampleQuestions: kept(knowledge.sampleQuestions),
    cardQuestions: kept(knowledge.cardQuestions),
    outOfScope: knowledge.outOfScope.filter((text) => !hidden(text)),
    cards: knowledge.cards,
  };
};

/** Evidence on one question, to a bot of this knowledge. */
export const judging = (corpus: Corpus, knowledge: LoadedKnowledge) => {
  const engine = createSearchEngine(corpus, knowledge);
  const subjects = sourceCards(corpus, knowledge.cards);
  const cards = createCardRanker(subjects, knowledge.cardQuestions, engine);
  const read = createReader({
    readFrame: createFrameReader(knowledge.frames),
    engine,
    cards,
    book: ruleBookOf(corpus),
    topics: knowledge.topics,
  });
  const model = createConfidenceModel(engine, knowledge);
  return (kind: Kind, text: string, answerable: boolean): Judged => {
    const reading = read(text);
    return {
      kind,
      text,
      folded: reading.ranking.question.folded,
      answerable,
      weight: WEIGHTS[kind],
      // By subject: two messages about one thing share words that a third would not.
      fold: partOf(reading.cards[0]?.subject.id ?? text, 9973),
      values: valuesOf(model.evidence, reading),
    };
  };
};

const valuesOf = (evidence: ReturnType<typeof createConfidenceModel>['evidence'], reading: Reading) =>
  new Map(Object.entries(evidence(reading)));
