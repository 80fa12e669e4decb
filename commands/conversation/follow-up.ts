import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { RankedCard } from '../../knowledge/question/card-ranker.ts';
import type { SourcedCard } from '../../knowledge/question/cards.ts';
import { languageOf } from '../../knowledge/question/language.ts';
import { isOtherSubject } from '../../knowledge/reading/correction.ts';
import { readFollowUp } from '../../knowledge/reading/follow-up.ts';
import type { FollowUpAsk } from '../../knowledge/reading/follow-up-asks.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { Invocation } from '../command.ts';
import { answerAgain } from './again.ts';
import { amountIn, isSure, type Neighbour, neighbours, onPassages } from './neighbours.ts';
import { proofOf } from './proof.ts';
import type { Turn } from './store.ts';

type Answerer = Pick<QuestionAnswerer, 'answer' | 'answerCard' | 'askBack' | 'read'>;

/** The answer to a message that only makes sense after another one, and what it asks in full; null when it stands alone. */
export const answerFollowUp = (
  text: string,
  before: Turn,
  { today }: Pick<Invocation, 'today'>,
  answerer: Answerer,
  readAsk: ReadAsk,
): Followed | null => {
  const lang = languageAfter(before.lang, text);
  const alone = answerer.read(text, lang);
  if (alone.frame.kind !== 'question' || isOtherSubject(fold(text))) return null;
  const said = alone.frame.core;
  const asked = readAsk(said);
  const followUp =
    readFollowUp(said) ?? (asked === null ? null : ({ kind: 'rest', core: said.trim() } as const));
  if (followUp === null) return null;
  const about = before.card ?? onPassages(alone.cards, before)?.subject.id ?? null;
  // A verdict was given: what it quoted tells what was spoken of.
  const subjectId = before.card === null && before.rules.length > 0 ? null : about;
  const previous = versionOf(alone.cards, subjectId, lang);
  const context = { today, lang };
  const ask = (question: string): Followed => ({
    answer: answerer.answer(question, { ...context, before: before.facts }),
    question,
  });
  if (followUp.kind === 'why') {
    // A verdict tells no reason of its own: a card may.
    const reason = before.card === null && asked !== null ? cardFor(asked, alone.cards, before) : null;
    const told = reason === null ? null : answerer.answerCard(reason, context);
    if (told !== null) return { answer: told, question: said };
    const proven = about === null ? null : answerer.answerCard(about, context);
    return proven === null
      ? null
      : {
          answer: proofOf(proven, lang, 'why', before.card === null),
          question: previous?.asked ?? '',
        };
  }
  if (followUp.kind === 'again') {
    const answer = answerAgain(followUp.as, before, lang, {
      ...{ answerer, today, about },
      ofRules: (spoken) => ofOtherRules(null, before.rules, spoken),
    });
    return answer === null ? null : { answer, question: previous?.asked ?? said };
  }
  if (followUp.kind === 'next') {
    const rules = ruleAfter(before, followUp.step);
    return rules === null ? null : ask(ofOtherRules(null, rules, lang));
  }
  if (followUp.kind === 'rules') {
    const question = ofOtherRules(previous, followUp.rules, lang);
    const same = aboutRules(answerer.read(question, lang).cards, followUp.rules, lang);
    const answer = same === null ? null : answerer.answerCard(same, context);
    return answer === null ? ask(question) : { answer, question };
  }
  const core = withUnit(followUp.core, before, lang);
  const declared = declaring(core, before, lang, ask);
  const subject = previous?.asked ?? before.rules.map((rule) => `R${rule}`).join(' ');
  const near = neighbours(core, subject, before, lang, answerer.read);
  const known =
    asked === null
      ? null
      : asked.amount
        ? amountIn(previous, near, before)
        : cardFor(asked, alone.cards, before);
  if (known !== null) {
    const answer = answerer.answerCard(known, context);
    if (answer !== null) return { answer: withFacts(answer, declared.answer), question: core };
  }
  const [best] = near;
  if (declared.answer.kind === 'verdict' && !asksSomethingElse(declared.answer, before, best))
    return declared;
  if (best === undefined) return subject === '' ? null : ask(`${core} ${subject}`);
  // Nothing near what was spoken of answers it: another subject's answer would pass for its own.
  const elsewhere = asked !== null && (asked.amount || Object.keys(asked.rules).length > 0);
  const back =
    isSure(near) && !elsewhere
      ? null
      : answerer.askBack(
          near.slice(0, MOST_CHOICES).map(({ card }) => card.id),
          context,
        );
  const answer = back ?? answerer.answerCard(best.card.id, context);
  return answer === null
    ? null
    : { answer: withFacts(answer, declared.answer), question: back === null ? best.card.asked : core };
};

interface Followed {
  readonly answer: Answer;
  readonly question: string;
}

/** Reads which of the usual questions without a subject a message asks. */
export type ReadAsk = (core: string) => FollowUpAsk | null;

/** « c’est de la santé », « it’s payroll »: of data, where the words alone declare nothing. */
const declaring = (
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

const factsOf = ({ answer }: Followed): unknown =>
  (answer.trace?.declared as { facts?: unknown } | undefined)?.facts;

const MATTER: Readonly<Record<Lang, RegExp>> = {
  fr: /^(?:et |mais |si |même si |dans |aussi |pour )*(?:c[’']est |ce sont |c[’']était |il s[’']agit (?:de |d[’'])|on parle (?:de |d[’']))?(?:de la |de l[’']|du |des |de |d[’'])?(?<matter>[\p{L}-]{2,}(?: [\p{L}-]+){0,2})[\s?!.]*$/iu,
  en: /^(?:and |but |if |what if |what about |for )*(?:it[’']s |it is |they are )?(?<matter>[a-z-]{2,}(?: [a-z-]+)?)[\s?!.]*$/iu,
};

/** The rule after the last one named, or before the first; null when none was named. */
const ruleAfter = ({ rules, card }: Turn, step: 1 | -1): readonly number[] | null => {
  const named = rules.length > 0 ? rules : [...(card?.match(/^regle-(\d+)$/)?.slice(1) ?? [])].map(Number);
  const from = step === 1 ? named.at(-1) : named[0];
  return from === undefined || from + step < 1 ? null : [from + step];
};

/** `circulaire-2023#R9.derogation`: of rule 9. */
const RULE_PASSAGE = /#R(\d+)(?![\p{L}\p{N}])/u;

/** The card that answers such a question on what was spoken of. */
const cardFor = (
  { cards: wanted, otherwise, same, rules: ofRules }: FollowUpAsk,
  cards: readonly RankedCard[],
  { passages, card, rules }: Turn,
): string | null => {
  const spoken = [...rules.map(String), ...passages.flatMap((id) => RULE_PASSAGE.exec(id)?.[1] ?? [])];
  const ofRule = spoken.flatMap((rule) => ofRules[rule] ?? [])[0];
  if (ofRule !== undefined) return ofRule;
  if (card !== null && wanted.includes(card)) return card;
  const fitting = wanted.find((id) => {
    const subject = cards.find((one) => one.subject.id === id)?.subject;
    return passages.some((passage) => subject?.passages.has(passage) === true);
  });
  return fitting ?? (same ? card : (otherwise ?? null));
};

/**
 * Whether the rules would only say again what they said, while the new words name something that a card answers: nothing
 * was declared nor asked of them, or what was declared changes nothing.
 */
const asksSomethingElse = (
  { trace, data }: Answer,
  { facts: before, card }: Turn,
  best: Neighbour | undefined,
): boolean => {
  if (best === undefined) return false;
  // A card was spoken of, and no verdict: a card that the new words name goes on better than one.
  if (card !== null && before.outcome === undefined && best.alone >= NAMED_AFTER_CARD) return true;
  const { facts, asks } = (trace?.declared ?? {}) as Partial<Record<'facts' | 'asks', unknown>>;
  const nothingNew = same(facts, before.facts) && same(asks, before.asks);
  return (nothingNew || data?.outcome === before.outcome) && best.alone >= NAMED;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The new words by themselves name a card. */
const NAMED = 1.4;
const NAMED_AFTER_CARD = 1.2;

const MOST_CHOICES = 3;

/** « et à 800 000 ? », « et si on passe à 10 ? » after an amount: euros, or millions of them as before. */
const withUnit = (core: string, { facts }: Turn, lang: Lang): string => {
  const told = (facts as { readonly facts?: { readonly cents?: unknown } }).facts?.cents;
  const bare = BARE_NUMBER.exec(core);
  if (typeof told !== 'number' || bare === null) return core;
  const small = Number(bare[1]?.replace(/\s/g, '').replace(',', '.')) < LEAST_EUROS;
  if (small && told < MILLION) return core;
  const unit = small ? MILLIONS[lang] : '€';
  return core.replace(BARE_NUMBER, `$1 ${unit}`);
};

const BARE_NUMBER = /(?<![\p{L}\p{N}])(\d{1,3}(?:[\s\u00a0\u202f]?\d{3})*(?:,\d+)?)\s*[?!.]*$/u;
/** A smaller number is one of millions. */
const LEAST_EUROS = 1000;
/** One million euros, in cents. */
const MILLION = 100_000_000;
const MILLIONS: Readonly<Record<Lang, string>> = { fr: 'millions d’euros', en: 'million euros' };

/** A conversation keeps its language, unless the message is plainly in the other one. */
const languageAfter = (lang: Lang, text: string): Lang =>
  lang === 'en' && languageOf(`${text} the`) === 'en' ? 'en' : languageOf(text);

const versionOf = (cards: readonly RankedCard[], id: string | null, lang: Lang): SourcedCard | null => {
  const versions = cards.find(({ subject }) => subject.id === id)?.subject.versions;
  return versions?.get(lang) ?? versions?.get('fr') ?? null;
};

/** « peut-on déroger à R9 », then « et R6 ? »: « peut-on déroger à R6 ». */
const ofOtherRules = (previous: SourcedCard | null, rules: readonly number[], lang: Lang): string => {
  const names = rules.map((rule) => `R${rule}`).join(lang === 'fr' ? ' et ' : ' and ');
  const asked = previous?.asked ?? '';
  if (/\bR\s?\d+\b/i.test(asked)) return asked.replace(/\bR\s?\d+\b/i, names);
  return lang === 'fr' ? `Que dit ${names} ?` : `What does ${names} say?`;
};

/** The nearest card on other rules; null when none comes near. */
const aboutRules = (cards: readonly RankedCard[], rules: readonly number[], lang: Lang): string | null => {
  const names = new RegExp(`\\bR(?:${rules.join('|')})\\b`);
  const found = cards.find(({ subject, score }) => {
    const version = subject.versions.get(lang);
    return score >= LEAST && version !== undefined && names.test(`${version.title} ${version.asked}`);
  });
  return found?.subject.id ?? null;
};

const LEAST = 0.5;

/** The turn after this one starts from what is declared up to now. */
const withFacts = (answer: Answer, { trace }: Answer): Answer =>
  answer.trace === undefined || trace?.declared === undefined
    ? answer
    : { ...answer, trace: { ...answer.trace, declared: trace.declared, facts: trace.facts ?? {} } };
