import type { Answer, Block, Citation, Citations, Lang } from '../answer/answer.ts';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import { createSearchEngine } from '../search/engine.ts';
import type { Ranking } from '../search/ranking.ts';
import type { Analysis } from '../search/text/analysis.ts';
import { type Decision, decide } from './answerability.ts';
import { paragraph, quotesOf, titleOf, withCard } from './blocks.ts';
import { createCardFinder, type SourcedCard } from './cards.ts';
import { createJudge } from './confidence.ts';
import { type Explanation, explanationOf } from './explain.ts';
import { extract } from './extract.ts';
import { languageOf } from './language.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import { createNotFound } from './not-found.ts';
import { noticesFor } from './notices.ts';
import { lookupOf, rulePassages } from './rule-lookup.ts';
import { createTermReader } from './terms.ts';
import { wording } from './wording.ts';

export interface QuestionContext {
  /** Local date in Europe/Paris, ISO 8601. */
  readonly today: string;
  /** Language of the answer; by default that of the question. */
  readonly lang?: Lang | undefined;
}

export interface QuestionAnswerer {
  answer(question: string, context: QuestionContext): Answer;
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

/** Passages quoted by an answer; a rule asked for by its number is shown whole, up to `LONGEST_RULE` passages. */
export const SHOWN = 3;
const LONGEST_RULE = 6;
/** Longest part shown, in characters, of the first quotation and of the others; a rule asked for is shown whole. */
const LONG = 750;
const SHORT = 380;
/** A passage is near a question when its score is at least this share of the best one; the first `MOST_NEAR` are told. */
const NEAR_SHARE = 0.4;
const MOST_NEAR = 15;

/** Builds the indexes once; answers are then pure functions of the question and the day. */
export const createQuestionAnswerer = (corpus: Corpus, knowledge: LoadedKnowledge): QuestionAnswerer => {
  const engine = createSearchEngine(corpus, knowledge);
  const judge = createJudge(engine, knowledge.negatives);
  const findCard = createCardFinder(corpus, knowledge.cards, engine);
  const notFound = createNotFound(corpus);
  const decideOn = (ranking: Ranking): Decision =>
    decide(ranking, {
      topics: knowledge.topics,
      confidence: judge.confidence,
      hasCard: (asked) => findCard(asked, 'fr') !== null || findCard(asked, 'en') !== null,
    });

  const quoteOf = ({ id, text }: Passage, question: Analysis): Citation =>
    corpus.cite(id, extract(text, question, engine.analyze));

  /** Near passages best first; those of a rule asked for by number come before, in the order of the text. */
  const passagesOf = (
    ranking: Ranking,
    lang: Lang,
  ): { readonly all: readonly Passage[]; readonly first: number } => {
    const { known, whole } = lookupOf(ranking.question);
    const least = (ranking.ranked[0]?.score ?? 0) * NEAR_SHARE;
    const ranked = ranking.ranked
      .filter(({ score }, at) => at < SHOWN || (at < MOST_NEAR && score >= least))
      .map(({ entry }) => (lang === 'en' ? (entry.english ?? entry.passage) : entry.passage));
    if (!whole) return { all: ranked, first: SHOWN };
    const asked = rulePassages(corpus, known, lang);
    return {
      all: [...asked, ...ranked.filter((passage) => !asked.includes(passage))],
      first: Math.min(LONGEST_RULE, asked.length),
    };
  };

  const framed = (
    citations: readonly Citation[],
    asked: { folded: string; lang: Lang; today: string },
    restsOn: readonly Citation[] = citations,
  ) => ({
    lang: asked.lang,
    asOf: asked.today,
    corpusVersion: corpus.version,
    notices: noticesFor(knowledge.notices, knowledge.laterLaw, { ...asked, citations, restsOn }),
  });

  const more = (passageIds: readonly string[], { today, lang = 'fr' }: QuestionContext): Answer => {
    const words = wording[lang];
    const nothing = engine.analyze('');
    const citations = passageIds
      .flatMap((id) => corpus.passages.get(id) ?? [])
      .map((passage) => quoteOf(passage, nothing));
    const common = { ...framed(citations, { folded: '', lang, today }), title: words.titleMore };
    return isNonEmpty(citations)
      ? {
          ...common,
          kind: 'passages',
          blocks: [{ kind: 'paragraph', text: words.more(citations) }, ...quotesOf(citations)],
          citations,
        }
      : { ...common, kind: 'dialogue', blocks: [paragraph(words.noMore)], citations };
  };

  const answer = (asked: string, { today, lang: wanted }: QuestionContext): Answer => {
    const lang = wanted ?? languageOf(asked);
    const words = wording[lang];
    const ranking = engine.rank(asked);
    const decision = decideOn(ranking);
    const { all: found, first } = passagesOf(ranking, lang);
    const { known, unknown, whole } = lookupOf(ranking.question);
    // Whoever asks for a rule by its number wants the rule, not what is most often asked about it.
    const card = decision.state === 'answers' && !whole ? findCard(ranking, lang) : null;
    const all = whole ? found : cardPassagesFirst(card, found, corpus);
    const quoted = all.slice(0, first).map((passage) => quoteOf(passage, ranking.question));
    const shorten = (citation: Citation, longest: number): string => {
      const rested = wordsRestedOn(card, citation);
      const sought = rested === '' ? ranking.question : engine.analyze(rested);
      return extract(citation.quote, sought, engine.analyze, longest);
    };
    const finish = (citations: readonly Citation[]) =>
      framed(citations, { folded: ranking.question.folded, lang, today }, restedOn(card, whole, citations));
    const near = decision.state === 'outside' ? [] : all.map(({ id }) => id);

    if (decision.state !== 'answers') {
      const refusal = notFound(decision, quoted, lang, (citation) => shorten(citation, SHORT));
      const { laterLaw } = knowledge;
      const restsOn = refusal.citations.slice(0, 1);
      const context = { folded: ranking.question.folded, lang, citations: refusal.citations, restsOn, today };
      // Caveats on passages that do not answer would only be noise; later law may be what was asked for.
      return { ...finish(refusal.citations), notices: noticesFor([], laterLaw, context), ...refusal, near };
    }
    const { sentences, citations } = withCard(card, quoted);
    if (!isNonEmpty(citations)) return more([], { today, lang });
    const lead: Block = whole
      ? { kind: 'paragraph', text: words.rules(known, quoted) }
      : card === null
        ? { kind: 'paragraph', text: words.lead(quoted) }
        : { kind: 'subtitle', text: words.texts };
    const quotes = whole
      ? quotesOf(quoted)
      : quotesOf(quoted, 0, (citation, at) => shorten(citation, at === 0 ? LONG : SHORT));
    const { notices, ...common } = finish(citations);
    return {
      ...common,
      notices:
        unknown.length === 0
          ? notices
          : [{ code: 'regle-inconnue', text: [words.onlyKnownRules(unknown)] }, ...notices],
      kind: 'passages',
      title: card?.title ?? titleOf(quoted),
      blocks: [...sentences, lead, ...quotes],
      citations,
      near,
    };
  };

  return {
    answer,
    more,
    terms: createTermReader(engine),
    explain: (question) => {
      const ranking = engine.rank(question);
      const lang = languageOf(question);
      return explanationOf(ranking, decideOn(ranking), lang, findCard(ranking, lang)?.id ?? null);
    },
    search: (words, { documentId, limit = SHOWN } = {}) =>
      engine
        .rank(words)
        .ranked.map(({ entry }) => entry.passage)
        .filter((passage) => documentId === undefined || passage.documentId === documentId)
        .slice(0, limit),
  };
};

const isNonEmpty = (citations: readonly Citation[]): citations is Citations => citations.length > 0;

/** The citations that carry the answer: those of the card, else the first; all those of a rule asked for by number. */
const restedOn = (
  card: SourcedCard | null,
  whole: boolean,
  citations: readonly Citation[],
): readonly Citation[] =>
  whole ? citations : citations.filter((citation, at) => at === 0 || wordsRestedOn(card, citation) !== '');

/** What the sentences of the card quote from a citation: the part of it to show. */
const wordsRestedOn = (card: SourcedCard | null, { passageId }: Citation): string =>
  (card?.sentences ?? [])
    .flatMap(({ citations }) => citations)
    .flatMap((own) => (own.passageId === passageId ? [own.quote] : []))
    .join(' ');

/**
 * After the best passage, those that the card rests on go before the others: they were chosen by hand. A vendor's
 * reading gives way to them even when it comes first.
 */
const cardPassagesFirst = (
  card: SourcedCard | null,
  ranked: readonly Passage[],
  corpus: Corpus,
): readonly Passage[] => {
  const ofCard = (card?.sentences ?? []).flatMap(({ citations }) =>
    citations.flatMap(({ passageId }) => corpus.passages.get(passageId) ?? []),
  );
  const [best] = ranked;
  const first =
    best === undefined || corpus.documents.get(best.documentId)?.status === 'commercial' ? [] : [best];
  return [...new Set([...first, ...ofCard, ...ranked])];
};
