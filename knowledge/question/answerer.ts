import type { Answer, Citation, Citations, Lang } from '../answer/answer.ts';
import { createSearchEngine, type Ranking } from '../search/rank.ts';
import type { Corpus, Passage } from '../texts/corpus.ts';
import { paragraph, quotesOf, titleOf, withCard } from './blocks.ts';
import { createCardFinder } from './cards.ts';
import { createJudge } from './confidence.ts';
import { type Explanation, explanationOf } from './explain.ts';
import { extract, LONGEST_QUOTE } from './extract.ts';
import { languageOf } from './language.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';
import { lookupOf, rulePassages } from './lookup.ts';
import { createNotFound } from './not-found.ts';
import { noticesFor } from './notices.ts';
import { type Decision, decide } from './refusal.ts';
import { wording } from './wording.ts';

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

/** Passages quoted by an answer; a rule asked for by its number is shown whole, up to `LONGEST_RULE` passages. */
export const SHOWN = 3;
const LONGEST_RULE = 6;

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

  const quoteOf = ({ id, text }: Passage, { question }: Ranking): Citation =>
    text.length <= LONGEST_QUOTE ? corpus.cite(id) : corpus.cite(id, extract(text, question, engine.analyze));

  /** Passages best first; those of a rule asked for by number come before, in the order of the text. */
  const passagesOf = (
    ranking: Ranking,
    lang: Lang,
  ): { readonly all: readonly Passage[]; readonly first: number } => {
    const { known, whole } = lookupOf(ranking.question);
    const ranked = ranking.ranked.map(({ entry }) =>
      lang === 'en' ? (entry.english ?? entry.passage) : entry.passage,
    );
    if (!whole) return { all: ranked, first: SHOWN };
    const asked = rulePassages(corpus, known, lang);
    return {
      all: [...asked, ...ranked.filter((passage) => !asked.includes(passage))],
      first: Math.min(LONGEST_RULE, asked.length),
    };
  };

  const answer = (asked: string, { today, lang: wanted, offset = 0 }: QuestionContext): Answer => {
    const lang = wanted ?? languageOf(asked);
    const words = wording[lang];
    const ranking = engine.rank(asked);
    const decision = decideOn(ranking);
    const { all, first } = passagesOf(ranking, lang);
    const shown = all.slice(offset, offset + (offset === 0 ? first : SHOWN));
    const quoted = shown.map((passage) => quoteOf(passage, ranking));
    const { folded } = ranking.question;
    const finish = (citations: readonly Citation[]) => ({
      lang,
      asOf: today,
      corpusVersion: corpus.version,
      notices: noticesFor(knowledge.notices, knowledge.laterLaw, { folded, lang, citations, today }),
    });

    if (offset === 0 && decision.state !== 'answers') {
      const refusal = notFound(decision, quoted, lang);
      return { ...finish(refusal.citations), ...refusal };
    }
    const card = offset === 0 ? findCard(ranking, lang) : null;
    const { sentences, citations } = withCard(card, quoted);
    if (!isNonEmpty(citations)) {
      const blocks = [paragraph(words.noMore)];
      return { ...finish(citations), kind: 'dialogue', title: words.titleMore, blocks, citations };
    }
    const { known, unknown, whole } = lookupOf(ranking.question);
    const lead = offset > 0 ? words.more(quoted) : whole ? words.rules(known, quoted) : words.lead(quoted);
    const { notices, ...common } = finish(citations);
    return {
      ...common,
      notices:
        unknown.length === 0
          ? notices
          : [{ code: 'regle-inconnue', text: [words.onlyKnownRules(unknown)] }, ...notices],
      kind: 'passages',
      title: card?.title ?? (offset > 0 ? words.titleMore : titleOf(quoted)),
      blocks: [...sentences, { kind: 'paragraph', text: lead }, ...quotesOf(quoted)],
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
    search: (words, { documentId, limit = SHOWN } = {}) =>
      engine
        .rank(words)
        .ranked.map(({ entry }) => entry.passage)
        .filter((passage) => documentId === undefined || passage.documentId === documentId)
        .slice(0, limit),
  };
};

const isNonEmpty = (citations: readonly Citation[]): citations is Citations => citations.length > 0;
