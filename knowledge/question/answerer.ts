import type { Answer, Citation, Citations, Lang } from '../answer/answer.ts';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import { ruleBookOf } from '../corpus/rule-book.ts';
import { createFrameReader, type FrameReader, keepingLatest } from '../reading/frame.ts';
import { createSearchEngine } from '../search/engine.ts';
import { remembering } from '../search/text/analysis.ts';
import { type Answerability, decideAnswerability } from './answerability.ts';
import { type AnswererIndex, answererIndex } from './answerer-index.ts';
import { askedBeyond, type Held } from './beyond-facts.ts';
import { createCardRanker, type RankedCard } from './card-ranker.ts';
import { sourceCards } from './cards.ts';
import { paragraph, quotesOf } from './compose/blocks.ts';
import { type Drawn, drawCard } from './compose/card-answer.ts';
import { askBack } from './compose/clarify.ts';
import { createNotFound } from './compose/not-found.ts';
import { noticesFor } from './compose/notices.ts';
import { citeNearest, drawPassages } from './compose/passage-answer.ts';
import { drawRules } from './compose/rule-answer.ts';
import { talk } from './compose/talk.ts';
import { wording } from './compose/wording.ts';
import { createConfidenceModel } from './confidence.ts';
import { decidesFor } from './deciding.ts';
import { type Explanation, explanationOf } from './explain.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import { nearIds, nearPassages, SHOWN } from './near-passages.ts';
import { createReader, type Reading } from './reading.ts';
import { createTermReader } from './terms.ts';

export interface QuestionContext {
  /** Local date in Europe/Paris, ISO 8601. */
  readonly today: string;
  /** Language of the answer; by default that of the question. */
  readonly lang?: Lang | undefined;
  /** `AnswerTrace.declared` of the turn before, for a message that only makes sense after it. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** What `before` declared is judged again, whatever the words of the message. */
  readonly again?: boolean;
  /** Facts of the project that the question is about, known from elsewhere: those of the sheet of a room. */
  readonly sheet?: Readonly<Record<string, unknown>>;
}

export interface QuestionAnswerer {
  /** A message without its courtesy, as `read` takes it; the latest one is not read twice. */
  readonly frame: FrameReader;
  /** What a message asks; `answerRead` answers it without reading it again. */
  read(message: string, lang?: Lang): Reading;
  answerRead(reading: Reading, context: QuestionContext): Answer;
  answer(question: string, context: QuestionContext): Answer;
  /** What a message asks beyond the words that stated facts (see `askedBeyond`). */
  asked(reading: Reading, told: readonly string[]): Held;
  /** The answer of a card, as when a choice is made; null when there is no such card. */
  answerCard(id: string, context: QuestionContext): Answer | null;
  /** Asks which of these cards is meant; null when fewer than two exist in the language. */
  askBack(ids: readonly string[], context: QuestionContext): Answer | null;
  /** Quotes the next passages of an answer (see `Answer.near`); those that no longer exist are left out. */
  more(passageIds: readonly string[], context: QuestionContext): Answer;
  /** What a question is about, in words that say nothing of who asked it (see `createTermReader`). */
  terms(question: string): readonly string[];
  /** Why each passage got its rank, and why the question was answered or not. */
  explain(question: string): Explanation;
  /** Passages for a few words, best first, whatever the confidence (`!faq mots`). */
  search(
    words: string,
    options?: { readonly documentId?: string; readonly limit?: number },
  ): readonly Passage[];
}

/** A passage that a card does not quote is named beside it when it comes this near to the best. */
const BESIDE_SHARE = 0.8;
const MOST_CITED = 4;

/**
 * Opens the indexes once; answers are then pure functions of the question and the day.
 * @param index of the same texts and data
 */
export const createQuestionAnswerer = (
  corpus: Corpus,
  knowledge: LoadedKnowledge,
  index: AnswererIndex = answererIndex(corpus, knowledge),
): QuestionAnswerer => {
  const engine = createSearchEngine(corpus, knowledge, index.search);
  const subjects = sourceCards(corpus, knowledge.cards);
  const cards = createCardRanker(subjects, knowledge.cardQuestions, engine, index.cards);
  const model = createConfidenceModel(engine, knowledge, { index: index.confidence, cards });
  const bySubject = new Map(subjects.map((subject) => [subject.id, subject]));
  const shown = { corpus, extracts: knowledge.extracts };
  const notFound = createNotFound(corpus);
  const book = ruleBookOf(corpus);
  const readFrame = keepingLatest(createFrameReader(knowledge.frames));
  const read = createReader({ readFrame, engine, cards, book, topics: knowledge.topics });
  const decide = (reading: Reading): Answerability => decideAnswerability(reading, model.confidence);
  const cite = (id: string, quote: string): Citation => corpus.cite(id, quote);
  // For sentences of the texts alone, which are analysed once.
  const analyzeSentence = remembering(engine.analyze);

  const nearest = (passages: readonly Passage[], { ranking }: Reading): readonly Citation[] =>
    citeNearest(passages, ranking.question, analyzeSentence, cite);

  const framed = (
    { lang, today, folded }: { readonly lang: Lang; readonly today: string; readonly folded: string },
    citations: readonly Citation[],
    restsOn: readonly Citation[] = citations.slice(0, 1),
  ) => ({
    lang,
    asOf: today,
    corpusVersion: corpus.version,
    notices: noticesFor(knowledge.notices, knowledge.laterLaw, { folded, lang, today, citations, restsOn }),
  });

  const more = (passageIds: readonly string[], { today, lang = 'fr' }: QuestionContext): Answer => {
    const words = wording[lang];
    const citations = passageIds
      .flatMap((id) => corpus.passages.get(id) ?? [])
      .map(({ id }) => corpus.cite(id));
    const common = { ...framed({ folded: '', lang, today }, citations), title: words.titleMore };
    return isNonEmpty(citations)
      ? {
          ...common,
          kind: 'passages',
          blocks: [{ kind: 'paragraph', text: words.more(citations) }, ...quotesOf(citations)],
          citations,
        }
      : { ...common, kind: 'dialogue', blocks: [paragraph(words.noMore)], citations };
  };

  /** What was drawn, under its frame. */
  const finish = (
    { blocks, citations }: Drawn,
    asked: { readonly lang: Lang; readonly today: string; readonly folded: string },
    rest: Pick<Answer, 'near' | 'trace'>,
  ): Answer => {
    if (!isNonEmpty(citations)) return more([], asked);
    const shown = new Set(blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : [])));
    const quoted = citations.filter((_, at) => at === 0 || shown.has(at));
    return { ...framed(asked, quoted), kind: 'passages', title: '', blocks, citations, ...rest };
  };

  const drawReading = (reading: Reading, decided: Answerability, passages: readonly Passage[]): Drawn => {
    const { lang, references } = reading;
    if (decided.state === 'rules') return drawRules(references, reading, shown, bySubject);
    const card = decided.state === 'card' ? versionOf(decided.card, lang) : null;
    const [best] = reading.ranking.ranked;
    if (card === null) return drawPassages(nearest(passages.slice(0, SHOWN), reading), lang === 'en');
    const drawn = drawCard(card, shown, decidesFor(reading.ranking, { ...engine, analyze: analyzeSentence }));
    const beside = passages.filter(
      ({ id }, at) =>
        (reading.ranking.ranked[at]?.score ?? 0) >= (best?.score ?? 0) * BESIDE_SHARE &&
        !drawn.citations.some(({ passageId }) => passageId === id),
    );
    const room = Math.max(0, Math.min(1, MOST_CITED - drawn.citations.length));
    return { ...drawn, citations: [...drawn.citations, ...nearest(beside.slice(0, room), reading)] };
  };

  const answerRead = (reading: Reading, { today }: QuestionContext): Answer => {
    const { lang, frame, ranking, references } = reading;
    const asked = { lang, today, folded: ranking.question.folded };
    if (frame.kind !== 'question') return { ...framed(asked, []), ...talk(frame.kind, lang) };
    const decided = decide(reading);
    const passages = nearPassages(reading);
    const near = decided.state === 'outside' ? [] : nearIds(decided, reading, passages, corpus);
    const cardId = decided.state === 'card' ? decided.card.subject.id : null;
    const trace = { card: cardId, rules: references.known };
    if (decided.state === 'unsure') {
      const back = askBack(decided.choices, lang, shown);
      if (back !== null) return { ...framed(asked, []), ...back, trace, near };
    }
    if (
      decided.state === 'outside' ||
      decided.state === 'near' ||
      decided.state === 'unsure' ||
      decided.state === 'talk'
    ) {
      const refusal = notFound(
        decided.state === 'outside' ? decided : { ...decided, state: 'near', code: 'passages-voisins' },
        nearest(passages.slice(0, SHOWN), reading),
        lang,
      );
      // Notices on passages that do not answer would only be noise; later law may be what was asked for.
      const restsOn = refusal.citations.slice(0, 1);
      const notices = noticesFor([], knowledge.laterLaw, {
        ...asked,
        citations: refusal.citations,
        restsOn,
        answers: false,
      });
      return { ...framed(asked, []), notices, ...refusal, near, trace };
    }
    const drawn = drawReading(reading, decided, passages);
    const cited = drawn.citations.map(({ passageId }) => passageId);
    const answer = finish(drawn, asked, { near: [...new Set([...cited, ...near])], trace });
    const { unknown } = references;
    return unknown.length === 0
      ? answer
      : {
          ...answer,
          notices: [
            { code: 'regle-inconnue', text: [wording[lang].onlyKnownRules(unknown, book.last)] },
            ...answer.notices,
          ],
        };
  };

  return {
    frame: readFrame,
    read,
    answerRead,
    answer: (question, context) => answerRead(read(question, context.lang), context),
    asked: ({ frame }, told) => askedBeyond(frame.core, told, engine),
    answerCard: (id, { today, lang = 'fr' }) => {
      const subject = bySubject.get(id);
      const card = subject?.versions.get(lang) ?? subject?.versions.get('fr');
      if (card === undefined) return null;
      const rest = { near: card.passages, trace: { card: id, rules: [] } };
      return finish(drawCard(card, shown), { lang: card.lang, today, folded: '' }, rest);
    },
    askBack: (ids, { today, lang = 'fr' }) => {
      const back = askBack(
        ids.flatMap((id) => bySubject.get(id) ?? []).map((subject) => ({ subject })),
        lang,
        shown,
      );
      const trace = { card: null, rules: [] };
      return back === null ? null : { ...framed({ lang, today, folded: '' }, []), ...back, trace, near: [] };
    },
    more,
    terms: createTermReader(engine),
    explain: (question) => {
      const reading = read(question);
      return explanationOf(reading, decide(reading));
    },
    search: (words, { documentId, limit = SHOWN } = {}) =>
      engine
        .rank(words, undefined, documentId === undefined ? limit : engine.entries.length)
        .ranked.map(({ entry }) => entry.passage)
        .filter((passage) => documentId === undefined || passage.documentId === documentId)
        .slice(0, limit),
  };
};

const isNonEmpty = (citations: readonly Citation[]): citations is Citations => citations.length > 0;

/** In the language asked; a subject without a card in it is left to its passages. */
const versionOf = ({ subject }: RankedCard, lang: Lang) => subject.versions.get(lang) ?? null;
