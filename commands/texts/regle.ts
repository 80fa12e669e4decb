import type { Answer } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, em, type Span, strong } from '../../knowledge/answer/text.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { type RuleBook, ruleBookOf } from '../../knowledge/corpus/rule-book.ts';
import type { LoadedKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, createQuotes, echo, type Frame, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { NoticesOf } from '../notices.ts';
import { lastRule, REGLE, ruleExpected } from './wording-regle.ts';

/** What `!regle` reads. */
interface Sources {
  readonly corpus: Corpus;
  readonly rules: RuleBook;
  /** FAQ passages that deal with a rule without naming it, by rule. */
  readonly related: LoadedKnowledge['related'];
  readonly noticesOf: NoticesOf;
}

/** `!regle R9`: a rule of the numbered text in force, word for word and whole; without argument, the list of rules. */
export const createRegle = (
  corpus: Corpus,
  noticesOf: NoticesOf,
  related: LoadedKnowledge['related'],
): Command => regle({ corpus, rules: ruleBookOf(corpus), related, noticesOf });

const regle = (sources: Sources): Command => ({
  name: 'regle',
  aliases: ['regles', 'rule'],
  summary: `texte entier d’une règle, de R1 à R${sources.rules.last}`,
  usage: ['!regle <numéro>', '!regle', '!r9'],
  effect:
    'Cite la règle entière, dans l’ordre du texte ; sans numéro, donne les premiers mots de chaque règle.',
  examples: ['!regle R9', '!regle', '!r7'],
  right: 'everyone',
  run: (invocation) => {
    const { corpus, rules } = sources;
    const common = { ...frame(invocation, corpus.version), lang: invocation.lang };
    const asked = fold(invocation.args)
      .replace(/[?.!]+$/, '')
      .trim();
    if (asked === '') return listOfRules(sources, common);
    const digits = /^\[?(?:r ?-?)?(\d{1,3})\]?$/.exec(asked)?.[1];
    const number = Number(digits);
    if (digits !== undefined && rules.has(number)) return wholeRule(sources, number, common);
    const read = ['Lu : ', code(echo(invocation.args)), '. '] as const;
    return refused(common, {
      title: 'Règle',
      code: digits === undefined ? 'REGLE_ILLISIBLE' : 'REGLE_INCONNUE',
      explain: [...read, ...outOfBook(sources, digits)],
      example: '!regle R9',
      data: { command: 'regle', rule: digits === undefined ? null : `R${number}` },
    });
  },
});

/** Where the rules end, for a number that none bears; then what is expected. */
const outOfBook = ({ rules: { last, documentId }, corpus }: Sources, digits?: string): readonly string[] => {
  const document = corpus.documents.get(documentId ?? '');
  return [
    ...(digits === undefined || document === undefined
      ? []
      : [lastRule(document.date.slice(0, 4), last), ' ']),
    ruleExpected(last),
  ];
};

const listOfRules = ({ corpus, rules: book }: Sources, common: Frame): Answer => {
  const words = REGLE[common.lang];
  const document = corpus.documents.get(book.documentId ?? '');
  const source = document === undefined ? '' : `${document.shortTitle}, ${shortDate(document.date)}`;
  const rules = numbersOf(book).map((number) => {
    const text = book.passages(number, common.lang)[0]?.text ?? '';
    return { rule: `R${number}`, firstWords: firstWords(text) };
  });
  return {
    ...common,
    kind: 'report',
    title: words.rules(book.last),
    blocks: [
      paragraph(words.source(source)),
      bullets(rules.map(({ rule, firstWords }) => [strong(rule), ' : ', em(firstWords)])),
      paragraph(words.detail, code('!regle R9')),
    ],
    notices: [],
    citations: [],
    data: { command: 'regle', rule: null, rules },
  };
};

const numbersOf = ({ last, has }: RuleBook): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1).filter(has);

const FIRST_WORDS = 90;

const firstWords = (text: string): string => {
  const line = (text.split('\n')[0] ?? '').replace(/^\[R\d+\]\s*/, '');
  return line.length <= FIRST_WORDS ? line : `${line.slice(0, FIRST_WORDS).replace(/\s+\S*$/, '')}…`;
};

const wholeRule = (sources: Sources, number: number, common: Frame): Answer => {
  const { corpus, rules, noticesOf } = sources;
  const words = REGLE[common.lang];
  const passages = rules.passages(number, common.lang);
  const quotes = createQuotes(corpus);
  const rule = `R${number}`;
  const around = [number - 1, number + 1].filter(rules.has);
  const faq = questionsOn(sources, rule);
  const quoted = passages.map((passage) => quotes.block(passage.id));
  return {
    ...common,
    kind: 'passages',
    title: rule,
    blocks: [
      ...quoted,
      paragraph(words.seeAlso, ...around.flatMap((n): Span[] => [', ', code(`!r${n}`)]).slice(1)),
      ...(faq.length === 0 ? [] : [paragraph(words.faq), bullets(faq.map((question) => [em(question)]))]),
    ],
    notices: [
      ...(passages.some(({ lang }) => lang === 'en') && words.translation !== ''
        ? [{ code: 'traduction', text: [words.translation] }]
        : []),
      ...noticesOf(quotes.all(), common),
    ],
    citations: quotes.all(),
    data: { command: 'regle', rule, passages: passages.map(({ id }) => id) },
  };
};

/** First line (the question, or the case) of each passage of a FAQ that names the rule or deals with it. */
const questionsOn = ({ corpus, related }: Sources, rule: string): readonly string[] =>
  [...corpus.passages.values()]
    .filter(({ documentId }) => corpus.documents.get(documentId)?.kind === 'faq')
    .filter(({ id, text }) => text.includes(`[${rule}]`) || (related[rule] ?? []).includes(id))
    .map(({ text }) => text.split(/\n| \| /)[0] ?? '');
