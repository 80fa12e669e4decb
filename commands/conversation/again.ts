import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';
import { capital } from '../../knowledge/answer/casing.ts';
import { strong } from '../../knowledge/answer/text.ts';
import type { QuestionAnswerer, QuestionContext } from '../../knowledge/question/answerer.ts';
import type { Again } from '../../knowledge/reading/again.ts';
import { proofOf } from './proof.ts';
import type { Turn } from './store.ts';

interface Parts {
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'answerCard' | 'askBack'>;
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
    if (before.choices.length > 0) return answerer.askBack(before.choices, context);
    if (before.rules.length > 0) return answerer.answer(ofRules(spoken), context);
    return about === null ? null : answerer.answerCard(about, context);
  };
  const found = said();
  if (found === null || found.kind === 'clarify') return found;
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

/** In a few words where they hold all, else its first sentence; what proves it is named, not quoted. */
const shortOf = (answer: Answer): Answer => {
  if (answer.kind !== 'passages' && answer.kind !== 'verdict') return answer;
  const few = answer.kind === 'verdict' ? answer.inShort : undefined;
  const first: Block | undefined =
    few === undefined ? answer.blocks[0] : { kind: 'paragraph', text: [strong(capital(few))] };
  return first === undefined ? answer : { ...answer, blocks: [first] };
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
