import type { Citation, Lang } from '../../answer/answer.ts';
import { cite, code, type Span, type Text } from '../../answer/text.ts';

/** Every sentence of ours in an answer to a question, in both languages. */
export interface Wording {
  lead(citations: readonly Citation[]): Text;
  rules(numbers: readonly number[], citations: readonly Citation[]): Text;
  more(citations: readonly Citation[]): Text;
  readonly texts: string;
  readonly titleMore: string;
  readonly noMore: string;
  readonly titleNear: string;
  readonly near: string;
  readonly titleOutside: string;
  outside(reason: string, latest: string): string;
  offTopic(reason: string): Text;
  readonly noReason: string;
  /** `last`: number of the last rule of the corpus, 0 when it has none. */
  unknownRule(last: number): string;
  onlyKnownRules(numbers: readonly number[], last: number): string;
  readonly closest: string;
  readonly contact: string;
  /** Before the choices of a question asked back. */
  readonly askBack: string;
  /** After the deciding sentences of rules asked for by number. */
  wholeRule(numbers: readonly number[]): Text;
}

export const wording: Readonly<Record<Lang, Wording>> = {
  fr: {
    lead: ([first, ...others]) => [
      'Les textes répondent d’abord ici\u00a0: ',
      ...references(first === undefined ? [] : [first], 0),
      ...(others.length === 0 ? [] : ['. À lire avec\u00a0: ', ...references(others, 1)]),
      '.',
    ],
    rules: (numbers, citations) => [
      `${numbers.length > 1 ? 'Règles' : 'Règle'} ${numbers.map((number) => `R${number}`).join(', ')}, dans l’ordre du texte\u00a0: `,
      ...references(citations, 0),
      '.',
    ],
    more: (citations) => [
      'Passages suivants, moins proches de la question\u00a0: ',
      ...references(citations, 0),
      '.',
    ],
    texts: 'Ce que disent les textes',
    titleMore: 'Autres passages',
    noMore: 'Il n’y a pas d’autre passage proche de cette question.',
    titleNear: 'Passages proches, qui ne répondent pas',
    near: 'Aucun passage du corpus ne semble répondre exactement. Les plus proches, à titre indicatif\u00a0:',
    titleOutside: 'Le corpus ne le dit pas',
    outside: (reason, latest) =>
      `Pas de réponse à cette question\u00a0: ${reason}. Le texte le plus récent du corpus date du ${latest.split('-').toReversed().join('/')}.`,
    offTopic: (reason) => [
      `Pas de réponse à cette demande\u00a0: ${reason}. Exemples\u00a0: «\u00a0Que dit la règle R9\u00a0?\u00a0» ou «\u00a0Une commune est-elle concernée\u00a0?\u00a0» Commandes\u00a0: `,
      code('!aide'),
    ],
    noReason: 'aucun passage ne s’en approche assez',
    unknownRule: (last) =>
      last === 0
        ? 'aucun texte du corpus n’a de règles numérotées'
        : `la doctrine compte ${last} règles, de R1 à R${last}`,
    onlyKnownRules: (numbers, last) =>
      `${sentence(wording.fr.unknownRule(last))}\u00a0: ${numbers.map((number) => `R${number}`).join(', ')} n’existe pas.`,
    closest: 'Passages les plus proches, qui ne répondent pas à la question\u00a0:',
    contact: 'Pour une réponse de la DINUM\u00a0:',
    askBack: 'Plusieurs lectures sont possibles. Que voulez-vous savoir\u00a0? Répondez par un numéro.',
    wholeRule: (numbers) => [
      'Texte entier\u00a0: ',
      ...numbers.flatMap((number, at): Span[] => [at === 0 ? '' : ', ', code(`!regle R${number}`)]),
    ],
  },
  en: {
    lead: ([first, ...others]) => [
      'The texts answer here first: ',
      ...references(first === undefined ? [] : [first], 0),
      ...(others.length === 0 ? [] : ['. Read with: ', ...references(others, 1)]),
      '.',
    ],
    rules: (numbers, citations) => [
      `${numbers.length > 1 ? 'Rules' : 'Rule'} ${numbers.map((number) => `R${number}`).join(', ')}, in the order of the text: `,
      ...references(citations, 0),
      '.',
    ],
    more: (citations) => ['Next passages, further from the question: ', ...references(citations, 0), '.'],
    texts: 'What the texts say',
    titleMore: 'More passages',
    noMore: 'No other passage comes close to this question.',
    titleNear: 'Near passages, which do not answer',
    near: 'No passage seems to answer exactly. The closest ones, for information:',
    titleOutside: 'The texts do not say',
    outside: (reason, latest) =>
      `No answer to this question: ${reason}. The latest text of the corpus is dated ${latest}.`,
    offTopic: (reason) => [
      `No answer to this request: ${reason}. Examples: “What does rule R9 say?” or “Are municipalities covered?” Commands: `,
      code('!aide'),
    ],
    noReason: 'no passage comes close enough',
    unknownRule: (last) =>
      last === 0
        ? 'no text of the corpus has numbered rules'
        : `the doctrine has ${last} rules, R1 to R${last}`,
    onlyKnownRules: (numbers, last) =>
      `${sentence(wording.en.unknownRule(last))}: ${numbers.map((number) => `R${number}`).join(', ')} does not exist.`,
    closest: 'Closest passages, which do not answer the question:',
    contact: 'For an answer from DINUM:',
    askBack: 'This can be read in several ways. What would you like to know? Answer with a number.',
    wholeRule: (numbers) => [
      'Whole text: ',
      ...numbers.flatMap((number, at): Span[] => [at === 0 ? '' : ', ', code(`!regle R${number}`)]),
    ],
  },
};

/** « Circulaire n° 6404/SG, R9 [1] ; FAQ de la DINUM, Périmètre [2] »; each place named once. */
const references = (citations: readonly Citation[], from: number): readonly Span[] => {
  const places = Map.groupBy(
    citations.map((citation, at) => ({
      place: `${citation.documentTitle}, ${citation.anchor}`,
      index: from + at,
    })),
    ({ place }) => place,
  );
  return [...places].flatMap(([place, cited], at) => [
    `${at === 0 ? '' : '\u00a0; '}${place} `,
    ...spaced(cited.map(({ index }) => index)),
  ]);
};

/** « [1] [2] ». */
export const spaced = (indexes: readonly number[]): readonly Span[] =>
  indexes.flatMap((index, at): Span[] => (at === 0 ? [cite(index)] : [' ', cite(index)]));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
