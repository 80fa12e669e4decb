import type { Answer, Lang } from '../../knowledge/answer/answer.ts';
import { code, em, type Span, strong } from '../../knowledge/answer/text.ts';
import type { Corpus, Passage } from '../../knowledge/corpus/corpus.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { bullets, createQuotes, echo, type Frame, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Caveats } from '../notices.ts';
import { LAST_RULE, REGLE, RULE_EXPECTED } from './wording-regle.ts';

const CIRCULAR = 'circulaire-2023';
const FAQ = 'faq-2024';
const COUNT = 15;

/** `!regle R9`: a rule of the circular of 2023, word for word and whole; without argument, the list of rules. */
export const createRegle = (corpus: Corpus, caveats: Caveats): Command => ({
  name: 'regle',
  aliases: ['regles', 'rule'],
  summary: 'texte entier d’une règle, de R1 à R15',
  usage: ['!regle <numéro>', '!regle', '!r9'],
  effect:
    'Cite la règle entière, dans l’ordre du texte ; sans numéro, donne les premiers mots de chaque règle.',
  examples: ['!regle R9', '!regle', '!r7'],
  right: 'everyone',
  run: (invocation) => {
    const common = { ...frame(invocation, corpus.version), lang: invocation.lang };
    const asked = fold(invocation.args)
      .replace(/[?.!]+$/, '')
      .trim();
    if (asked === '') return listOfRules(corpus, common);
    const digits = /^\[?(?:r ?-?)?(\d{1,3})\]?$/.exec(asked)?.[1];
    const number = Number(digits);
    if (digits !== undefined && number >= 1 && number <= COUNT) {
      return wholeRule(corpus, caveats, number, common);
    }
    const read = ['Lu : ', code(echo(invocation.args)), '. '] as const;
    return refused(common, {
      title: 'Règle',
      code: digits === undefined ? 'REGLE_ILLISIBLE' : 'REGLE_INCONNUE',
      explain: [...read, digits === undefined ? RULE_EXPECTED : `${LAST_RULE} ${RULE_EXPECTED}`],
      example: '!regle R9',
      data: { command: 'regle', rule: digits === undefined ? null : `R${number}` },
    });
  },
});

const section = (corpus: Corpus, number: number, lang: Lang): readonly Passage[] => {
  const wanted = corpus.section(CIRCULAR, `R${number}`, lang);
  return wanted.length > 0 ? wanted : corpus.section(CIRCULAR, `R${number}`, 'fr');
};

const listOfRules = (corpus: Corpus, common: Frame): Answer => {
  const words = REGLE[common.lang];
  const rules = Array.from({ length: COUNT }, (_, index) => {
    const text = section(corpus, index + 1, common.lang)[0]?.text ?? '';
    return { rule: `R${index + 1}`, firstWords: firstWords(text) };
  });
  return {
    ...common,
    kind: 'report',
    title: words.rules,
    blocks: [
      paragraph(words.source),
      bullets(rules.map(({ rule, firstWords }) => [strong(rule), ' : ', em(firstWords)])),
      paragraph(words.detail, code('!regle R9')),
    ],
    notices: [],
    citations: [],
    data: { command: 'regle', rule: null, rules },
  };
};

const FIRST_WORDS = 90;

const firstWords = (text: string): string => {
  const line = (text.split('\n')[0] ?? '').replace(/^\[R\d+\]\s*/, '');
  return line.length <= FIRST_WORDS ? line : `${line.slice(0, FIRST_WORDS).replace(/\s+\S*$/, '')}…`;
};

const wholeRule = (corpus: Corpus, caveats: Caveats, number: number, common: Frame): Answer => {
  const words = REGLE[common.lang];
  const passages = section(corpus, number, common.lang);
  const quotes = createQuotes(corpus);
  const rule = `R${number}`;
  const around = [number - 1, number + 1].filter((n) => n >= 1 && n <= COUNT);
  const faq = questionsOn(corpus, rule);
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
      ...caveats(quotes.all(), common),
    ],
    citations: quotes.all(),
    data: { command: 'regle', rule, passages: passages.map(({ id }) => id) },
  };
};

/** FAQ sections that deal with a rule without naming it. */
const related: Readonly<Record<string, readonly string[]>> = {
  R6: ['faq-2024#perimetre.projet'],
  R7: ['faq-2024#controle.1M-9M'],
  R8: ['faq-2024#controle.plus-9M'],
  R9: ['faq-2024#sensibilite.criteres', 'faq-2024#sensibilite.notes', 'faq-2024#sensibilite.responsable'],
};

/** First line (the question, or the case) of each FAQ passage that names the rule or deals with it. */
const questionsOn = (corpus: Corpus, rule: string): readonly string[] =>
  [...corpus.passages.values()]
    .filter(({ documentId }) => documentId === FAQ)
    .filter(({ id, text }) => text.includes(`[${rule}]`) || (related[rule] ?? []).includes(id))
    .map(({ text }) => text.split(/\n| \| /)[0] ?? '');
