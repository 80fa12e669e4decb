import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { Reading } from '../../knowledge/question/reading.ts';
import { fold, wordsOf } from '../../knowledge/search/text/fold.ts';
import { readNumber } from './read-choice.ts';
import type { Turn } from './store.ts';

export interface Chosen {
  readonly card: string;
  readonly by: 'number' | 'words' | 'tap';
  /** The choice as it was offered. */
  readonly question: string;
}

/** A card comes this near to the words that choose it, and is this far before the other choices. */
const LEAST = 0.5;
const MARGIN = 0.1;
/** Words that choose by naming are few. */
const MOST_WORDS = 8;

/** « 2 », « la deuxième »; null when no number is said, or when there is no such choice. */
export const chooseByNumber = (
  { choices, lang }: Turn,
  text: string,
  read: QuestionAnswerer['read'],
): Chosen | null => {
  const number = readNumber(text, choices.length) ?? readNumber(read(text, lang).frame.core, choices.length);
  const card = number === null ? undefined : choices[number - 1];
  return card === undefined ? null : { card, by: 'number', question: '' };
};

/** The one choice that the words of a message name; null when they name several, or none, or something else. */
export const chooseByWords = ({ choices, lang }: Turn, { frame, cards }: Reading): Chosen | null => {
  const words = telling(frame.core);
  if (frame.kind !== 'question' || words.length === 0 || words.length > MOST_WORDS) return null;
  const offered = choices.flatMap((id) => {
    const ranked = cards.find(({ subject }) => subject.id === id);
    const version = ranked?.subject.versions.get(lang) ?? ranked?.subject.versions.get('fr');
    return ranked === undefined || version === undefined
      ? []
      : [{ id, score: ranked.score, asked: version.asked, words: new Set(telling(version.asked)) }];
  });
  const named = offered.filter((choice) => words.every((word) => choice.words.has(word)));
  const [only] = named;
  if (only !== undefined && named.length === 1) return { card: only.id, by: 'words', question: only.asked };
  const [best, second] = offered.toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.id !== cards[0]?.subject.id || best.score < LEAST) return null;
  return best.score - (second?.score ?? 0) < MARGIN
    ? null
    : { card: best.id, by: 'words', question: best.asked };
};

/** Words that tell one choice from another: articles and the like do not. */
const telling = (text: string): readonly string[] =>
  wordsOf(fold(text)).filter((word) => word.length > 2 && !EMPTY.has(word));

const EMPTY = new Set(
  'les des une que qui est sont pour dans sur avec par aux son ses cela celle celui plutot question choix the for and that one about what'.split(
    ' ',
  ),
);
