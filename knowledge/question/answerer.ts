import type { Answer, Block, Citation, Citations, Lang } from '../answer/answer.ts';
import { cite } from '../answer/text.ts';
import { bounded } from '../search/clauses.ts';
import { createSearchEngine, type Ranking } from '../search/rank.ts';
import type { Corpus, Passage } from '../texts/corpus.ts';
import { createCardFinder, type SourcedCard } from './cards.ts';
import { createJudge } from './confidence.ts';
import { type Explanation, explanationOf } from './explain.ts';
import { extract, LONGEST_QUOTE } from './extract.ts';
import { languageOf } from './language.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import { lookupOf, rulePassages } from './lookup.ts';
import { noticesFor } from './notices.ts';
import { type Decision, decide } from './refusal.ts';
import { dayIn, wording } from './wording.ts';

export interface QuestionContext {
  /** Local date in Europe/Paris, ISO 8601. */
  readonly today: string;
  /** Language of the answer; by default that of the question. */
  readonly lang?: Lang | undefined;
  /** How many passages were shown already: 3 gives the next ones (`!plus`). */
  readonly offset?: number | undefined;
}

export interface QuestionAnswerer {
  answer(question: string, context: QuestionContext): Answer;
  /** Why each passage got its rank, and why the question was answered or not. */
  explain(question: string): Explanation;
  /** Passages for a few words, best first, whatever the confidence (`!faq mots`). */
  search(
    words: string,
    options?: { readonly documentId?: string; readonly limit?: number },
  ): readonly Passage[];
}

/** Passages quoted by an answer. */
export const SHOWN = 3;

/** Builds the indexes once; answers are then pure functions of the question and the day. */
export const createQuestionAnswerer = (corpus: Corpus, knowledge: LoadedKnowledge): QuestionAnswerer => {
  const engine = createSearchEngine(corpus, knowledge);
  const findCard = createCardFinder(corpus, knowledge.cards, engine);
  const latest =
    [...corpus.documents.values()]
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  const judge = createJudge(engine, knowledge.negatives);
  const decideOn = (ranking: Ranking): Decision =>
    decide(ranking, { topics: knowledge.topics, confidence: judge.confidence });

  const passagesOf = (ranking: Ranking, lang: Lang): readonly Passage[] => {
    const { known, whole } = lookupOf(ranking.question);
    const ranked = ranking.ranked.map(({ entry }) =>
      lang === 'en' ? (entry.english ?? entry.passage) : entry.passage,
    );
    if (!whole) return ranked;
    const asked = rulePassages(corpus, known, lang);
    return [...asked, ...ranked.filter((passage) => !asked.includes(passage))];
  };

  const quoteOf = ({ id, text }: Passage, { question }: Ranking): Citation =>
    text.length <= LONGEST_QUOTE ? corpus.cite(id) : corpus.cite(id, extract(text, question, engine.analyze));

  const answer = (asked: string, { today, lang: wanted, offset = 0 }: QuestionContext): Answer => {
    const lang = wanted ?? languageOf(asked);
    const words = wording[lang];
    const ranking = engine.rank(asked);
    const decision = decideOn(ranking);
    const passages = passagesOf(ranking, lang);
    const shown = passages.slice(offset, offset + shownCount(ranking, corpus, offset));
    const quoted = shown.map((passage) => quoteOf(passage, ranking));
    const card = offset === 0 && decision.state === 'answers' ? findCard(ranking, lang) : null;
    const { blocks: cardBlocks, citations } = placeCard(card, quoted);
    const common = {
      lang,
      asOf: today,
      corpusVersion: corpus.version,
      notices: noticesFor(knowledge.notices, knowledge.laterLaw, {
        folded: ranking.question.folded,
        lang,
        citations,
        today,
      }),
    };
    if (!isNonEmpty(citations)) {
      return {
        ...common,
        kind: 'dialogue',
        title: words.titleMore,
        blocks: [paragraph(words.noMore)],
        citations,
      };
    }
    const quotes = quoted.map((_, index): Block => ({ kind: 'quote', citation: index }));
    if (decision.state === 'answers' || offset > 0) {
      const lead = (offset > 0 ? words.more : words.answer)(quoted);
      return {
        ...common,
        kind: 'passages',
        title: card?.title ?? (offset > 0 ? words.titleMore : titleOf(quoted)),
        blocks: [...cardBlocks, { kind: 'paragraph', text: lead }, ...quotes],
        citations,
      };
    }
    const reason =
      decision.state === 'outside'
        ? (decision.topic?.label[lang] ??
          (decision.code === 'regle-inconnue' ? words.unknownRule : words.noReason))
        : null;
    return {
      ...common,
      kind: 'not-found',
      title: reason === null ? words.titleNear : words.titleOutside,
      reason: { state: decision.state, code: decision.code },
      blocks: [
        ...(reason === null
          ? [paragraph(words.near)]
          : [
              paragraph(`${words.outside(reason)} ${words.dated(dayIn(lang, latest))}`),
              paragraph(words.closest),
            ]),
        ...quotes,
      ],
      citations,
    };
  };

  return {
    answer,
    explain: (question) => {
      const ranking = engine.rank(question);
      const lang = languageOf(question);
      return explanationOf(ranking, decideOn(ranking), lang, findCard(ranking, lang)?.id ?? null);
    },
    search: (asked, { documentId, limit = SHOWN } = {}) =>
      engine
        .rank(bounded(asked))
        .ranked.map(({ entry }) => entry.passage)
        .filter((passage) => documentId === undefined || passage.documentId === documentId)
        .slice(0, limit),
  };
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [text] });

const isNonEmpty = (citations: readonly Citation[]): citations is Citations => citations.length > 0;

const titleOf = ([first]: readonly Citation[]): string =>
  first === undefined ? '' : `${first.documentTitle}, ${first.anchor}`;

/** A rule asked for by its number is shown whole; otherwise the best three. */
const shownCount = ({ question }: Ranking, corpus: Corpus, offset: number): number => {
  const { known, whole } = lookupOf(question);
  if (!whole || offset > 0) return SHOWN;
  return Math.max(SHOWN, Math.min(6, rulePassages(corpus, known, 'fr').length));
};

/**
 * Sentences of the card with their references. A quotation that stands in one already shown points at it;
 * the others are added after those of the ranking, so that the citations stay best first.
 */
const placeCard = (
  card: SourcedCard | null,
  quoted: readonly Citation[],
): { readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } => {
  const citations = [...quoted];
  const blocks = (card?.sentences ?? []).map(({ text, citations: own }): Block => {
    const indexes = own.map((citation) => {
      const known = citations.findIndex(
        ({ passageId, quote }) => passageId === citation.passageId && quote.includes(citation.quote),
      );
      return known >= 0 ? known : citations.push(citation) - 1;
    });
    return { kind: 'paragraph', text: [`${text} `, ...[...new Set(indexes)].map(cite)] };
  });
  return { blocks, citations };
};
