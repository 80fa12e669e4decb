import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { RankedCard } from '../../knowledge/question/card-ranker.ts';
import type { SourcedCard } from '../../knowledge/question/cards.ts';
import { languageOf } from '../../knowledge/question/language.ts';
import { readFollowUp } from '../../knowledge/reading/follow-up.ts';
import type { Invocation } from '../command.ts';
import { isSure, neighbours, onPassages } from './neighbours.ts';
import { proofOf } from './proof.ts';
import type { Turn } from './store.ts';

type Answerer = Pick<QuestionAnswerer, 'answer' | 'answerCard' | 'askBack' | 'read'>;

/** The answer to a message that only makes sense after another one, and what it asks in full; null when it stands alone. */
export const answerFollowUp = (
  text: string,
  before: Turn,
  { today }: Pick<Invocation, 'today'>,
  answerer: Answerer,
): { readonly answer: Answer; readonly question: string } | null => {
  const lang = languageAfter(before.lang, text);
  const alone = answerer.read(text, lang);
  const followUp = alone.frame.kind === 'question' ? readFollowUp(alone.frame.core) : null;
  if (followUp === null) return null;
  const previous = versionOf(alone.cards, before.card, lang);
  const ask = (question: string) => ({
    answer: answerer.answer(question, { today, lang, before: before.facts }),
    question,
  });
  if (followUp.kind === 'why') {
    const proven = before.card ?? onPassages(alone.cards, before)?.subject.id;
    const said = proven === undefined ? null : answerer.answerCard(proven, { today, lang });
    return said === null
      ? null
      : { answer: proofOf(said, lang, before.card !== null), question: previous?.asked ?? '' };
  }
  if (followUp.kind === 'rules') {
    const question = ofOtherRules(previous, followUp.rules, lang);
    const same = aboutRules(answerer.read(question, lang).cards, followUp.rules, lang);
    const answer = same === null ? null : answerer.answerCard(same, { today, lang });
    return answer === null ? ask(question) : { answer, question };
  }
  const core = withUnit(followUp.core, before, lang);
  const subject = previous?.asked ?? before.rules.map((rule) => `R${rule}`).join(' ');
  const declared = ask(core);
  if (declared.answer.kind === 'verdict') return declared;
  const near = neighbours(core, subject, before, lang, answerer.read);
  const [best] = near;
  if (best === undefined) return subject === '' ? null : ask(`${core} ${subject}`);
  const context = { today, lang };
  const back = isSure(near)
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
