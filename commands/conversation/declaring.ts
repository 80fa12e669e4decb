import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer, QuestionContext } from '../../knowledge/question/answerer.ts';
import { again } from './again.ts';
import type { Turn } from './store.ts';

/** The answer to a second turn, and what it asks in full. */
export interface Followed {
  readonly answer: Answer;
  readonly question: string;
}

/** « c’est de la santé », « it’s payroll »: of data, where the words alone declare nothing. */
export const declaring = (
  core: string,
  { facts }: Turn,
  lang: Lang,
  ask: (question: string) => Followed,
): Followed => {
  const declared = ask(core);
  const matter = MATTER[lang].exec(core)?.groups?.matter;
  if (matter === undefined || !same(factsOf(declared), facts.facts)) return declared;
  const data = ask(lang === 'fr' ? `données de ${matter}` : `${matter} data`);
  return same(factsOf(data), facts.facts) ? declared : { ...data, question: core };
};

/** The verdict that a message without a question brings about by what it tells; null when it tells nothing new, or none comes. */
export const newlyTold = (
  said: string,
  before: Turn,
  context: Pick<QuestionContext, 'today' | 'lang'>,
  answerer: Pick<QuestionAnswerer, 'answer'>,
): Followed | null => {
  const { facts, asks } = before.facts as Partial<Record<'facts' | 'asks', unknown>>;
  const answer = answerer.answer(said, { ...context, before: before.facts });
  const declared = (answer.trace?.declared ?? {}) as Partial<Record<'facts' | 'asks', unknown>>;
  if (facts === undefined || answer.kind !== 'verdict') return null;
  if (same(declared.facts, facts) || !goesOnAsking(asks, declared.asks)) return null;
  return {
    answer: unchanged(answer, before, () => again(before, context, answerer), context.lang ?? 'fr'),
    question: said,
  };
};

/** Nothing is asked of its own: at most, what is new adds to what was asked. */
const goesOnAsking = (before: unknown, now: unknown): boolean => {
  const [old, topics] = [before, now].map(
    (asks) => (asks as { topics?: readonly unknown[] } | undefined)?.topics ?? [],
  );
  return (
    (old?.length === 0) === (topics?.length === 0) &&
    old?.every((topic, at) => topic === topics?.[at]) === true
  );
};

const factsOf = ({ answer }: Pick<Followed, 'answer'>): unknown =>
  (answer.trace?.declared as { facts?: unknown } | undefined)?.facts;

const MATTER: Readonly<Record<Lang, RegExp>> = {
  fr: /^(?:et |mais |si |même si |dans |aussi |pour )*(?:c[’']est |ce sont |c[’']était |il s[’']agit (?:de |d[’'])|on parle (?:de |d[’']))?(?:de la |de l[’']|du |des |de |d[’'])?(?<matter>[\p{L}-]{2,}(?: [\p{L}-]+){0,2})[\s?!.]*$/iu,
  en: /^(?:and |but |if |what if |what about |for )*(?:it[’']s |it is |they are )?(?<matter>[a-z-]{2,}(?: [a-z-]+)?)[\s?!.]*$/iu,
};

/**
 * « et à 800 000 ? », « et si on passe à 10 ? » after an amount: euros, or millions of them as before; « et à 40 % ? » after a
 * share of what exists: the share that is rebuilt. What was understood is told, so that it can be corrected.
 */
export const withUnit = (said: string, { facts }: Turn, lang: Lang): string => {
  const core = said.replace(SUPPOSED, '');
  const { cents: told, projet } = ((facts as Partial<Record<'facts', unknown>>).facts ?? {}) as Told;
  if (typeof projet?.part === 'number' && !PROJECT.test(core)) return core.replace(SHARE, SHARES[lang]);
  const bare = BARE_NUMBER.exec(core);
  if (typeof told !== 'number' || bare === null) return core;
  const number = Number(bare[1]?.replace(/\s/g, '').replace(',', '.'));
  const small = number < LEAST_EUROS;
  if (small && told < MILLION) return core;
  const unit = !small ? '€' : number < MOST_MILLIONS ? MILLIONS[lang] : 'k€';
  return core.replace(BARE_NUMBER, `$1 ${unit}`);
};

interface Told {
  readonly cents?: unknown;
  readonly projet?: { readonly part?: unknown } | null;
}

const SHARE = /(?:à |de |to |at |of )?(?<![\p{L}\p{N}])(\d{1,3}) ?%/u;
const SHARES: Readonly<Record<Lang, string>> = { fr: 'refonte à $1 %', en: 'rebuild of $1%' };
const PROJECT = /refon|évol|evol|rebuil|redesign|upgrad|co[uû]t|cost/iu;

/** « entre les deux, disons 4 ». */
const SUPPOSED = /^.*(?<!\p{L})(?:disons|mettons|genre|par exemple|let[’']s say|say)[ ,]+(?=\d)/iu;
const BARE_NUMBER = /(?<![\p{L}\p{N}])(\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*(?:,\d+)?)\s*[?!.]*$/u;
/** A smaller number is one of millions, or, from a hundred on, of thousands. */
const LEAST_EUROS = 1000;
const MOST_MILLIONS = 100;
/** One million euros, in cents. */
const MILLION = 100_000_000;
const MILLIONS: Readonly<Record<Lang, string>> = { fr: 'millions d’euros', en: 'million euros' };

/** A verdict that is the one of the turn before, word for word, though something else was declared, says so first. */
export const unchanged = (
  answer: Answer,
  { facts, card }: Turn,
  priorOf: () => Answer,
  lang: Lang,
): Answer => {
  if (answer.kind !== 'verdict' || card !== null || same(factsOf({ answer }), facts.facts)) return answer;
  const prior = priorOf();
  const is = prior.kind === 'verdict' && same(saidBy(answer), saidBy(prior));
  return is
    ? { ...answer, blocks: [{ kind: 'paragraph', text: [UNCHANGED[lang]] }, ...answer.blocks] }
    : answer;
};

/** Its first sentences, and all that the rules decide. */
const saidBy = ({ blocks: [first], data }: Answer): readonly unknown[] => [
  first?.kind === 'paragraph' ? first.text[0] : null,
  data?.codes,
];

const UNCHANGED: Readonly<Record<Lang, string>> = {
  fr: 'Cela ne change pas la réponse :',
  en: 'This does not change the answer:',
};

/** Whether two values are written alike. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
