import type { Answer, Block, Citation, Notice } from '../../knowledge/answer/answer.ts';
import type { Span, Text } from '../../knowledge/answer/text.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { FactReader } from '../../knowledge/facts/read-facts.ts';
import {
  besideCeiling,
  concernsLaterLaw,
  type LaterLaw,
  laterLawNotice,
} from '../../knowledge/later-law/later-law.ts';
import type { QuestionAnswerer, QuestionContext } from '../../knowledge/question/answerer.ts';
import { languageOf } from '../../knowledge/question/language.ts';
import { paragraph } from '../answers.ts';
import { type VerdictPart, verdictForQuestion } from './for-question.ts';

/**
 * Puts the verdict of the rules before the passages, when a question describes a situation that they decide.
 * What the corpus does not cover (figures, named cases, later law) stays refused, whatever amount is named.
 */
export const withVerdicts =
  (
    answer: QuestionAnswerer['answer'],
    readFacts: FactReader,
    corpus: Corpus,
    laterLaw: LaterLaw,
  ): QuestionAnswerer['answer'] =>
  (question: string, context: QuestionContext): Answer => {
    const found = answer(question, context);
    if (found.kind === 'not-found' && found.reason.state === 'outside') return found;
    const inFrench = (context.lang ?? languageOf(question)) === 'fr';
    const verdict = inFrench ? verdictForQuestion(readFacts(question), context.today, corpus) : null;
    return verdict === null
      ? found
      : withLaterLaw(join(besideItsCeiling(verdict, laterLaw, context.today), found), laterLaw);
  };

/** A ceiling that was computed stays that of the corpus; what a later text may make of it stands beside, in words. */
const besideItsCeiling = (verdict: VerdictPart, laterLaw: LaterLaw, today: string): VerdictPart => {
  const beside = verdict.data.ceiling === undefined ? null : besideCeiling(laterLaw, today);
  const [first, ...rest] = verdict.blocks;
  return beside === null || first === undefined
    ? verdict
    : { ...verdict, blocks: [first, paragraph(beside), ...rest] };
};

/** A verdict on a derogation from R9 names the later texts, even where the passages did not. */
const withLaterLaw = (answer: Answer, laterLaw: LaterLaw): Answer => {
  const said = answer.notices.some(({ code }: Notice) => code === 'hors-corpus');
  const notice =
    said || !concernsLaterLaw(laterLaw, answer.citations) ? null : laterLawNotice(laterLaw, answer.asOf);
  return notice === null ? answer : { ...answer, notices: [...answer.notices, notice] };
};

/** The verdict, then the passages that it does not quote already. A verdict answers: « not found » gives way. */
const join = (verdict: VerdictPart, found: Answer): Answer => {
  const citations: Citation[] = [...verdict.citations];
  const isNew = (citation: Citation | undefined): citation is Citation =>
    citation !== undefined && !verdict.citations.some(({ passageId }) => passageId === citation.passageId);
  const moved = new Map<number, number>();
  found.citations.forEach((citation, index) => {
    const same = verdict.citations.findIndex(({ passageId }) => passageId === citation.passageId);
    moved.set(index, same === -1 ? citations.push(citation) - 1 : same);
  });
  const passages = found.kind === 'passages' ? found.blocks : [];
  const kept = passages.filter((block) => block.kind !== 'quote' || isNew(found.citations[block.citation]));
  const rest = kept.some(({ kind }) => kind === 'quote') ? kept.map((block) => renumber(block, moved)) : [];
  const [first, ...others] = found.kind === 'passages' ? citations : verdict.citations;
  return {
    kind: 'verdict',
    lang: found.lang,
    title: verdict.title,
    blocks: [...verdict.blocks, ...rest],
    notices: found.notices,
    citations: [first ?? verdict.citations[0], ...others],
    asOf: found.asOf,
    corpusVersion: found.corpusVersion,
    data: verdict.data,
    ...(found.near === undefined ? {} : { near: found.near }),
  };
};

const renumber = (block: Block, moved: ReadonlyMap<number, number>): Block => {
  const text = (spans: Text): Text => spans.map((span) => renumberSpan(span, moved));
  switch (block.kind) {
    case 'quote':
      return { ...block, citation: moved.get(block.citation) ?? block.citation };
    case 'paragraph':
      return { ...block, text: text(block.text) };
    case 'list':
      return { ...block, items: block.items.map(text) };
    default:
      return block;
  }
};

const renumberSpan = (span: Span, moved: ReadonlyMap<number, number>): Span => {
  if (typeof span === 'string' || span.kind !== 'cite') return span;
  return { ...span, index: moved.get(span.index) ?? span.index };
};
