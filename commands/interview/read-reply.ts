import { fold } from '../../knowledge/search/text/fold.ts';
import type { AnswerValue, Choice, Question } from './interview.ts';
import { isQuestion, yesOrNo } from './talk.ts';

/** What a reply to a question means. */
export type Reply =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  /** A reaction on a question with several choices: one more choice (or one less), not the end. */
  | { readonly kind: 'tick'; readonly value: string }
  | { readonly kind: 'back' | 'cancel' | 'not-understood' };

export const UNKNOWN: Choice = {
  value: '?',
  label: 'je ne sais pas',
  letter: '?',
  emoji: '❓',
  words: ['inconnu', 'jsp', 'ne sais pas', 'sais pas', 'aucune idee', 'nsp', 'a voir', 'pas sur'],
};
/** Ends a selection made by reactions. */
export const DONE_EMOJI = '✅';

const BACK = new Set(['retour', 'precedent', 'revenir', 'arriere', 'back']);
const CANCEL = new Set(['annuler', 'annule', 'stop', 'abandonner', 'quitter', 'cancel']);

/** A text answer: a word, a letter, several of them, or `retour`, `annuler`, `je ne sais pas`. */
export const readText = (text: string, question: Question): Reply => {
  const said = fold(text)
    .replace(/[.!…]+$/, '')
    .trim();
  if (BACK.has(said)) return { kind: 'back' };
  if (CANCEL.has(said)) return { kind: 'cancel' };
  if (question.mayBeUnknown !== false && means(UNKNOWN, said)) return { kind: 'value', value: null };
  if (question.kind === 'free') {
    // A question is answered as one; the interview waits.
    if (isQuestion(text)) return { kind: 'not-understood' };
    const value = question.read(text.trim());
    return value === null ? { kind: 'not-understood' } : { kind: 'value', value };
  }
  if (question.kind === 'one') {
    if (/\boui\b/.test(said) && /\bnon\b/.test(said)) return { kind: 'not-understood' };
    // « oui, c'est un opérateur » answers too.
    const firstWords = said.split(/[,;:.]/)[0]?.trim() ?? '';
    const pick = (way: string): Choice | undefined => question.choices.find((choice) => means(choice, way));
    const plain = isQuestion(text) ? null : yesOrNo(said);
    return oneValue((pick(said) ?? pick(firstWords) ?? (plain === null ? undefined : pick(plain)))?.value);
  }
  if (means(question.none, said)) return { kind: 'value', value: [] };
  return readList(said, question.choices);
};

/** A reaction; emojis are compared without their variation selector, which clients add or drop. */
export const readReaction = (key: string, question: Question, ticked: readonly string[]): Reply => {
  const is = ({ emoji }: Choice): boolean => bare(emoji) === bare(key);
  if (question.mayBeUnknown !== false && is(UNKNOWN)) return { kind: 'value', value: null };
  if (question.kind === 'free') return { kind: 'not-understood' };
  const choice = question.choices.find(is);
  if (question.kind === 'one') return oneValue(choice?.value);
  if (choice !== undefined) return { kind: 'tick', value: choice.value };
  if (is(question.none)) return { kind: 'value', value: [] };
  return bare(key) === DONE_EMOJI && ticked.length > 0
    ? { kind: 'value', value: ticked }
    : { kind: 'not-understood' };
};

const readList = (said: string, choices: readonly Choice[]): Reply => {
  const whole = choices.find((choice) => means(choice, said));
  const parts = whole === undefined ? said.split(/\s*[,;+/]\s*|\s+et\s+|\s+/) : [said];
  const values = parts
    .filter((part) => part !== '')
    .map((part) => choices.find((choice) => means(choice, part))?.value);
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return { kind: 'not-understood' };
  return { kind: 'value', value: [...new Set(known)] };
};

const means = ({ value, label, letter, emoji, words }: Choice, said: string): boolean =>
  [value, label, letter, ...words].some((way) => fold(way) === said) ||
  (emoji !== '' && bare(emoji) === bare(said));

const oneValue = (value: string | undefined): Reply =>
  value === undefined ? { kind: 'not-understood' } : { kind: 'value', value };

const bare = (emoji: string): string => emoji.replace(/\ufe0f/g, '');
