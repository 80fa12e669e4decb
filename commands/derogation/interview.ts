import { concerns, FIELDS, type Field } from '../../knowledge/register/fields.ts';
import { readValue } from '../../knowledge/register/read-value.ts';
import type { Values } from '../../knowledge/register/validate.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { Answers, Choice, Interview, Question } from '../interview/interview.ts';
import { yesOrNo } from '../interview/talk.ts';
import { addValues } from './add.ts';
import type { RegisterTools } from './tools.ts';
import { EXAMPLE, EXPECTED, REGLE, REGLE_TYPED, SERVICE } from './wording.ts';
import { PROMPT } from './wording-questions.ts';

/** The guided addition of `!derogation ajouter`: one field at a time, those without object for the rule left out. */
export const derogationInterview = (tools: RegisterTools): Interview => ({
  name: 'derogation',
  title: 'Nouvelle dérogation',
  writes: true,
  questions: FIELDS.map(questionOf),
  conclude: (answers, context) => addValues(valuesOf(answers, context.conversation.sender), context, tools),
});

const questionOf = (field: Field): Question => {
  const common = {
    id: field.name,
    prompt: [PROMPT[field.name]],
    mayBeUnknown: !field.required,
    ...(field.rules.length === RULE_VALUES.length
      ? {}
      : {
          skip: ({ regle }: Answers) => field.rules.every((rule) => rule !== regle) && regle !== undefined,
        }),
  };
  if (field.kind === 'regle') return { ...common, kind: 'one', choices: RULES };
  if (field.kind === 'service') return { ...common, kind: 'one', choices: SERVICES };
  if (field.kind === 'oui-non') return { ...common, kind: 'one', choices: YES_NO };
  return {
    ...common,
    kind: 'free',
    expected: `Attendu : ${EXPECTED[field.kind]}. Par exemple : ${EXAMPLE[field.name]}`,
    // « moi » is kept as it was said: who says it is known when all is written down.
    read: (text) =>
      readValue(field, text, '@moi:exemple.fr').ok && !(field.kind === 'text' && isSentence(text))
        ? text.trim()
        : null,
  };
};

/** A name, an entity, an offer or a reference is no sentence, no yes or no, and has letters or digits. */
const isSentence = (text: string): boolean => {
  const said = fold(text);
  return (
    text.trim().split(/\s+/).length > LONGEST_NAME ||
    !/[\p{L}\p{N}]/u.test(text) ||
    yesOrNo(`${said} `) !== null ||
    NO_NAME.test(said)
  );
};

const NO_NAME =
  /^(?:(?:le|notre|mon|ce) projet (?:s'appelle|est|se nomme)|il s'agit|c'est|je |j'|nous |on |(?:bonjour|merci(?: beaucoup)?|ok|d'accord|voila|euh|aucune?|rien)(?:[.,!…]|$))/;

/** Words. */
const LONGEST_NAME = 12;

const valuesOf = (answers: Answers, me: string): Values =>
  Object.fromEntries(
    FIELDS.filter((field) => isAsked(field, answers)).map((field) => {
      const said = answers[field.name];
      const read = readValue(field, typeof said === 'string' ? said : '?', me);
      return [field.name, read.ok ? read.value : null];
    }),
  ) as Values;

const isAsked = (field: Field, { regle }: Answers): boolean =>
  RULE_VALUES.some((rule) => rule === regle && concerns(field, rule));

const RULE_VALUES = ['R9', 'R6', 'NOTE_2021'] as const;

const KEYCAPS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣'];
const LETTERS = 'abcdefgh';

const choice = (value: string, label: string, index: number, words: readonly string[] = []): Choice => ({
  value,
  label,
  letter: LETTERS.charAt(index),
  emoji: KEYCAPS[index] ?? '',
  words: [String(index + 1), ...words],
});

const RULES = RULE_VALUES.map((rule, index) =>
  choice(rule, REGLE[rule], index, [
    REGLE_TYPED[rule].toLowerCase(),
    ...(rule === 'NOTE_2021' ? ['note', 'note 2021'] : []),
  ]),
);
const SERVICES = Object.entries(SERVICE).map(([value, label], index) => choice(value, label, index));
const YES_NO: readonly Choice[] = [
  { value: 'oui', label: 'oui', letter: 'o', emoji: '✅', words: ['faite'] },
  { value: 'non', label: 'non', letter: 'n', emoji: '❌', words: [] },
];
