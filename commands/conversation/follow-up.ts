import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { RankedCard } from '../../knowledge/question/card-ranker.ts';
import type { SourcedCard } from '../../knowledge/question/cards.ts';
import { languageOf } from '../../knowledge/question/language.ts';
import { isOtherSubject } from '../../knowledge/reading/correction.ts';
import { readFollowUp } from '../../knowledge/reading/follow-up.ts';
import type { FollowUpAsk } from '../../knowledge/reading/follow-up-asks.ts';
import { isStated } from '../../knowledge/reading/stated.ts';
import { fold, wordsOf } from '../../knowledge/search/text/fold.ts';
import type { Invocation } from '../command.ts';
import { again, answerAgain } from './again.ts';
import { declaring, type Followed, newlyTold, same, unchanged, withUnit } from './declaring.ts';
import { amountIn, isSure, type Neighbour, neighbours, onPassages } from './neighbours.ts';
import { ofWhat, proofOf, withoutYes } from './proof.ts';
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
  if (followUp === null) return isStated(said) ? newlyTold(said, before, { today, lang }, answerer) : null;
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
    // A card may tell the reason, which neither a verdict nor a proof does.
    const reason = asked === null ? null : cardFor(asked, alone.cards, before, lang);
    const told = reason === null || reason === before.card ? null : answerer.answerCard(reason, context);
    if (told !== null) return { answer: withoutYes(told), question: said };
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
  const found = neighbours(core, subject, before, lang, answerer.read);
  const [named] = found.toSorted((a, b) => b.alone - a.alone);
  // The subject of a verdict is its rules: what the new words name by themselves goes before what is near these.
  const onlyNames = declared.answer.kind === 'verdict' && asksAsBefore(declared.answer, before);
  const near = onlyNames && named !== undefined && named.alone >= NAMED ? [named] : found;
  const known =
    asked === null
      ? null
      : asked.amount
        ? amountIn(previous, near, before)
        : cardFor(asked, alone.cards, before, lang);
  if (asked?.alone === true && known === null) {
    const example = asked.examples.find((one) => languageOf(one) === lang) ?? said;
    return { answer: answerer.answer(example, context), question: said };
  }
  if (known !== null) {
    const card = answerer.answerCard(known, context);
    const answer = card === null ? null : ofWhat(said, card);
    if (answer !== null) return { answer: withFacts(answer, declared.answer), question: core };
  }
  const [best] = near;
  const isElsewhere = best?.card.passages.some((id) => before.passages.includes(id)) === false;
  if (before.card !== null && previous !== null && isElsewhere && holds(previous, core)) {
    const again = answerer.answerCard(before.card, context);
    if (again !== null) return { answer: withFacts(again, declared.answer), question: previous.asked };
  }
  if (declared.answer.kind === 'verdict' && !asksSomethingElse(declared.answer, before, best))
    return {
      ...declared,
      answer: unchanged(declared.answer, before, () => again(before, context, answerer), lang),
    };
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

/** Reads which of the usual questions without a subject a message asks. */
export type ReadAsk = (core: string) => FollowUpAsk | null;

/** The rule after the last one named, or before the first; null when none was named. */
const ruleAfter = ({ rules, card, passages }: Turn, step: 1 | -1): readonly number[] | null => {
  const quoted = passages.flatMap((id) => RULE_PASSAGE.exec(id)?.[1] ?? []).slice(0, 1);
  const named = rules.length > 0 ? rules : (card?.match(/^regle-(\d+)$/)?.slice(1) ?? quoted).map(Number);
  const from = step === 1 ? named.at(-1) : named[0];
  return from === undefined || from + step < 1 ? null : [from + step];
};

/** `circulaire-2023#R9.derogation`: of rule 9. */
const RULE_PASSAGE = /#R(\d+)(?![\p{L}\p{N}])/u;

/** The card that answers such a question on what was spoken of. */
const cardFor = (
  { cards: wanted, after, otherwise, same, rules: ofRules }: FollowUpAsk,
  cards: readonly RankedCard[],
  { passages, card, rules }: Turn,
  lang: Lang,
): string | null => {
  const spoken = [...rules.map(String), ...passages.flatMap((id) => RULE_PASSAGE.exec(id)?.[1] ?? [])];
  const ofRule = spoken.flatMap((rule) => ofRules[rule] ?? [])[0];
  if (ofRule !== undefined) return ofRule;
  if (card !== null && wanted.includes(card)) return card;
  const subjectOf = (id: string) => cards.find((one) => one.subject.id === id)?.subject;
  const speaks = (id: string): boolean => subjectOf(id)?.versions.has(lang) === true;
  // What exists in the language of the conversation goes first.
  const inOrder = [...wanted.filter(speaks), ...wanted.filter((id) => !speaks(id))];
  const fitting = inOrder.find((id) => passages.some((passage) => subjectOf(id)?.passages.has(passage)));
  if (fitting !== undefined || same) return fitting ?? card;
  if (card !== null && after.includes(card)) return inOrder[0] ?? null;
  return otherwise.find(speaks) ?? otherwise[0] ?? null;
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
  const { facts, asks } = (trace?.declared ?? {}) as Partial<Record<'facts' | 'asks', unknown>>;
  const nothingNew = same(facts, before.facts) && same(asks, before.asks);
  // A card was spoken of, and no verdict: it goes on with a card, unless something new is to be judged.
  if (
    card !== null &&
    before.outcome === undefined &&
    best.alone >= (nothingNew ? NEAR_AFTER_CARD : NAMED_AFTER_CARD)
  )
    return true;
  return (nothingNew || data?.outcome === before.outcome) && best.alone >= NAMED;
};

/** « et la plateforme de formation ? »: what was answered names it already. */
const holds = ({ sentences }: SourcedCard, core: string): boolean => {
  const said = sentences
    .flatMap(({ text, citations }) => [text, ...citations.map(({ quote }) => quote)])
    .join(' ');
  const told = new Set(wordsOf(fold(said)).map(stemOf));
  const words = wordsOf(fold(core)).filter((word) => word.length > LETTERS);
  return words.length > 0 && words.every((word) => told.has(stemOf(word)));
};

/** Plural or not; shorter words name nothing. */
const stemOf = (word: string): string => word.replace(/[sx]$/, '');
const LETTERS = 4;

/** Nothing is asked of the rules that was not. */
const asksAsBefore = ({ trace }: Answer, { facts }: Turn): boolean =>
  same((trace?.declared as Partial<Record<'asks', unknown>> | undefined)?.asks, facts.asks);

/** The new words by themselves name a card. */
const NAMED = 1.4;
/** The same after a card, where something new is declared, and where nothing is. */
const NAMED_AFTER_CARD = 1.25;
const NEAR_AFTER_CARD = 0.5;

const MOST_CHOICES = 3;

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
