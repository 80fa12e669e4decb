import type { Answer, AnswerTrace, Notice } from '../../knowledge/answer/answer.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { batchFacts } from '../../knowledge/facts/batch-facts.ts';
import type { FactReader, QuestionFacts } from '../../knowledge/facts/read-facts.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import type { QuestionAnswerer, QuestionContext } from '../../knowledge/question/answerer.ts';
import type { Reading } from '../../knowledge/question/reading.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { cardKnowsBetter } from './card-or-verdict.ts';
import type { AskedCode } from './codes.ts';
import { type Continued, continued, type Manner } from './continued.ts';
import { isToldFully, pointOf } from './situation.ts';
import { type DeclaredVerdict, verdictFor } from './verdict-for.ts';

interface Parts {
  readonly answerer: Pick<QuestionAnswerer, 'read' | 'answerRead' | 'asked'>;
  readonly readFacts: FactReader;
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly laterLaw: LaterLaw;
}

/**
 * Answers a question: the verdict of the rules when it describes a situation that they decide, else what the texts hold.
 * What the corpus does not cover (figures, named cases, later law) stays refused, whatever is declared beside.
 */
export const withVerdicts =
  (parts: Parts): QuestionAnswerer['answer'] =>
  (question: string, context: QuestionContext): Answer => {
    const reading = parts.answerer.read(question, context.lang);
    const found = parts.answerer.answerRead(reading, context);
    if (reading.frame.kind !== 'question' && context.again !== true) return found;
    const read = parts.readFacts(
      context.before === undefined ? reading.frame.core : reading.frame.core.replace(IN_ADDITION, 'aussi'),
    );
    const sheet = asksOfProject(found, reading, read) ? context.sheet : undefined;
    const manner = mannerOf(reading.frame.core);
    const declared = continued(read, sheet === undefined ? context.before : { facts: sheet }, manner);
    const answer = traced(found, read, declared);
    // After another turn, what is newly declared decides: the words around it are those of that turn.
    const follows =
      (context.before !== undefined && (read.words.length > 0 || manner.toCloud || context.again === true)) ||
      sheet !== undefined;
    const point = !follows && isRefusedForItsWords(found, reading) ? pointOf(read.asks, read.amounts) : null;
    const verdict =
      !follows && point === null && staysAsFound(found, reading, read)
        ? null
        : verdictOf(reading, read, { ...goesOn(declared, follows), point, follows }, context, parts);
    if (verdict === null) return answer;
    const words = read.words.map((one) => one.words);
    const situation = { facts: declared.facts, asks: read.asks, asked: parts.answerer.asked(reading, words) };
    return !follows && cardKnowsBetter(verdict, answer, reading, situation)
      ? withDecided(answer, verdict)
      : withVerdict(verdict, answer, parts.laterLaw);
  };

/** « et aussi des données de santé », « on y ajoute »: beside what was said before; « et si on passe au cloud ? ». */
const mannerOf = (core: string): Required<Manner> => ({
  adds: ADDS.test(fold(core)),
  toCloud: TO_CLOUD.test(fold(core)),
});

/** « plus » alone would take back what follows. */
const IN_ADDITION = /(?<!\p{L})en plus(?!\p{L})/giu;
const TO_CLOUD =
  /(?:^|[^a-z])(?:passe|passer|passons|va|vas|vais|aller|allons|migre|migrer|bascule|basculer|met|mettre|move|go|went|migrate|host)(?:nt|e|es|s|ons|ait)?(?: [a-z]+){0,3} (?:au|en|dans le|sur le|vers le|to the|in the|on the) (?:cloud|nuage)/;
const ADDS =
  /(?:^|[^a-z])(?:aussi|egalement|en plus|en outre|ainsi que|on (?:y )?ajoute|s'ajoute|plus des|avec en plus|also|as well|in addition|on top|besides|we add)(?![a-z])/;

/** What follows another turn, or speaks of the room's project, asks of the rules however it is said. */
const goesOn = (declared: Continued, follows: boolean): Continued =>
  follows ? { ...declared, asks: { ...declared.asks, sought: 'rules' } } : declared;

const verdictOf = (
  { lang }: Reading,
  { words }: QuestionFacts,
  {
    facts,
    asks,
    point,
    follows,
  }: Continued & { readonly point: AskedCode | null; readonly follows: boolean },
  { today }: QuestionContext,
  bases: Pick<Parts, 'corpus' | 'catalogue'>,
): DeclaredVerdict | null => {
  const read = toldWords(words.map((one) => one.words));
  return verdictFor({ facts, read, point, follows }, asks, { today, lang }, bases);
};

/** The words that said the facts, without their articles; those that others hold are left out. */
const toldWords = (words: readonly string[]): readonly string[] => {
  const bare = [...new Set(words.map((text) => text.replace(ARTICLE, '').trim()))].filter(
    (text) => text !== '',
  );
  return bare
    .filter(
      (text) => !bare.some((other) => other !== text && other.toLowerCase().includes(text.toLowerCase())),
    )
    .slice(0, MOST_TOLD)
    .filter((_, at, all) => at === 0 || all.slice(0, at + 1).join(' · ').length <= LONGEST_TOLD);
};

const ARTICLE =
  /^(?:l['’]|d['’]|une? |des |de la |de l['’]|du |de |les? |la |chez (?:une? )?|notre |nos |ma |mon |the |an? |our )+/i;
const MOST_TOLD = 6;
/** Letters of two lines on a phone. */
const LONGEST_TOLD = 56;

/** Something is asked that rules decide; where the words alone are far from the texts, it must be a rule that is wanted. */
const asksOfProject = (found: Answer, reading: Reading, { asks }: QuestionFacts): boolean =>
  asks.topics.length > 0 &&
  (!isOutside(found) || (isRefusedForItsWords(found, reading) && asks.sought === 'rules'));

/** Refused by evidence alone: no injection, no request to draft, no rule that does not exist. */
const isRefusedForItsWords = (found: Answer, { topic }: Reading): boolean =>
  isOutside(found) && found.reason.code !== 'regle-inconnue' && topic?.firm !== true;

/**
 * A question that is a sample question, or what the corpus does not hold, asks no verdict: unless it is only its words
 * that are far from the texts, and the rules answer what it tells.
 */
const staysAsFound = (found: Answer, reading: Reading, { facts, asks }: QuestionFacts): boolean => {
  const { references, cards } = reading;
  if (isOutside(found)) {
    return !(isRefusedForItsWords(found, reading) && isToldFully(facts, asks));
  }
  return references.whole || (cards[0]?.signals.nearest ?? 0) >= SAME_QUESTION;
};

const isOutside = (found: Answer): found is Extract<Answer, { kind: 'not-found' }> =>
  found.kind === 'not-found' && found.reason.state === 'outside';

const SAME_QUESTION = 0.9;

/** What the rules decide of the facts, for machines. */
const withDecided = (answer: Answer, { codes, missing }: DeclaredVerdict): Answer =>
  answer.trace === undefined
    ? answer
    : { ...answer, trace: { ...answer.trace, verdict: { codes, missing } } };

/** Codes alone: what the second turn of a conversation starts from. */
const traced = (answer: Answer, read: QuestionFacts, declared: Continued): Answer =>
  answer.trace === undefined
    ? answer
    : {
        ...answer,
        trace: {
          ...answer.trace,
          declared: { ...declared },
          facts: { ...batchFacts({ ...read, facts: declared.facts }) },
        },
      };

/** The verdict, and the passages found beside as sources that are not quoted. A verdict answers: « not found » gives way. */
const withVerdict = (verdict: DeclaredVerdict, found: Answer, laterLaw: LaterLaw): Answer => {
  const beside = found.citations.filter(
    ({ passageId }) =>
      found.kind === 'passages' && !verdict.citations.some((one) => one.passageId === passageId),
  );
  const room = Math.max(0, MOST_CITED - verdict.citations.length);
  const quoted = verdict.blocks.flatMap((block) =>
    block.kind === 'quote' ? (verdict.citations[block.citation] ?? []) : [],
  );
  const later = verdict.touchesLaterLaw ? laterLawNotice(laterLaw, found.asOf, found.lang, quoted) : null;
  const translated = quoted.some(({ lang }) => lang === 'en');
  const notices: readonly Notice[] = [
    ...(translated ? [FRENCH_PREVAILS] : []),
    ...(later === null ? [] : [later]),
  ];
  return {
    kind: 'verdict',
    ...(verdict.inShort === undefined ? {} : { inShort: verdict.inShort }),
    lang: found.lang,
    title: '',
    blocks: verdict.blocks,
    notices,
    citations: [...verdict.citations, ...beside.slice(0, room)],
    asOf: found.asOf,
    corpusVersion: found.corpusVersion,
    data: verdict.data,
    ...(found.near === undefined ? {} : { near: found.near }),
    ...(found.trace === undefined ? {} : { trace: tracedVerdict(found.trace, verdict.data.outcome) }),
  };
};

/** Under a quotation of the courtesy translation, as in the notices of the other answers. */
const FRENCH_PREVAILS: Notice = { code: 'anglais', text: ['the French text prevails.'] };

/** No card answered; what the rules said is kept, so that a second turn that gets the same again can be told. */
const tracedVerdict = (trace: AnswerTrace, outcome: unknown): AnswerTrace => ({
  ...trace,
  card: null,
  ...(trace.declared === undefined ? {} : { declared: { ...trace.declared, outcome } }),
});

/** Sources of a verdict, those found beside included. */
const MOST_CITED = 2;
