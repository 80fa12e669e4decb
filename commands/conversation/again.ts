import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer, QuestionContext } from '../../knowledge/question/answerer.ts';
import type { Again } from '../../knowledge/reading/again.ts';
import { proofOf, quotesOf } from './proof.ts';
import type { Turn } from './store.ts';

interface Parts {
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'answerCard'>;
  readonly today: string;
  /** Card that answered before, or that rests on what was quoted. */
  readonly about: string | null;
  /** The question for the rules that were quoted whole. */
  readonly ofRules: (lang: Lang) => string;
}

/** The answer before, seen otherwise: its text, what it rests on, shorter, or in the other language; null when there is none. */
export const answerAgain = (
  as: Again,
  before: Turn,
  lang: Lang,
  { answerer, today, about, ofRules }: Parts,
): Answer | null => {
  const spoken = as === 'en' || as === 'fr' ? as : lang;
  const context = { today, lang: spoken };
  const said = (): Answer | null => {
    if (before.card !== null) return answerer.answerCard(before.card, context);
    const verdict = again(before, context, answerer);
    if (verdict.kind === 'verdict') return verdict;
    if (before.rules.length > 0) return answerer.answer(ofRules(spoken), context);
    return about === null ? null : answerer.answerCard(about, context);
  };
  const found = said();
  if (found === null) return null;
  const answer = keepsFacts(found, before);
  switch (as) {
    case 'en':
    case 'fr':
      return answer;
    case 'short':
      return shortOf(answer);
    case 'source':
    case 'since':
      return proofOf(answer, spoken, as);
    case 'sure':
    case 'so':
      return { ...answer, blocks: [{ kind: 'paragraph', text: [WORDS[spoken][as]] }, ...answer.blocks] };
  }
};

/** The verdict on what was declared up to the turn before; not a verdict when there was none. */
export const again = (
  { facts }: Turn,
  context: Pick<QuestionContext, 'today' | 'lang'>,
  { answer }: Pick<QuestionAnswerer, 'answer'>,
): Answer => answer('', { ...context, before: facts, again: true });

/** Its first sentence, and its first quotation. */
const shortOf = (answer: Answer): Answer => {
  const [first] = answer.blocks;
  if (first === undefined || (answer.kind !== 'passages' && answer.kind !== 'verdict')) return answer;
  const blocks: readonly Block[] = [first, ...quotesOf(answer, 1)];
  return { ...answer, blocks };
};

/** What was declared up to there still holds. */
const keepsFacts = (answer: Answer, { facts }: Turn): Answer =>
  answer.trace === undefined || answer.trace.declared !== undefined
    ? answer
    : { ...answer, trace: { ...answer.trace, declared: facts } };

const WORDS: Record<Lang, Record<'sure' | 'so', string>> = {
  fr: {
    sure: 'C’est ce que disent les textes :',
    so: 'Dans ces limites seulement :',
  },
  en: {
    sure: 'This is what the texts say:',
    so: 'Within these limits only:',
  },
};
