import { type Mention, wholeWords } from './lexicon.ts';
import { ASK_TOPICS, type AskWord, type FactLexicon } from './load-lexicon.ts';

/** What a question wants to know. */
export type Ask = (typeof ASK_TOPICS)[number];

/**
 * What the sentences that ask are after: what rules decide (whether, what applies, one of their topics), a particular that the
 * texts hold or not (who, when, which, how many), or nothing, where a situation is told and no more.
 */
export type Sought = 'rules' | 'particular' | 'nothing';

export interface Asks {
  /** Most telling first; empty = the question says no more than « que dit la doctrine ? ». */
  readonly topics: readonly Ask[];
  /** It asks for a detail that no rule holds: a figure, a price, a name, a list, what somebody did or will do. */
  readonly lookUp: boolean;
  readonly sought: Sought;
  /** The amount is a limit that the question names (« sous un million », « le seuil de 9 M€ »), not a cost. */
  readonly limit: boolean;
  /** It asks whether something is compulsory, forbidden, or binding: « non » is then a whole answer. */
  readonly whetherBound: boolean;
}

export type Derogation = 'R6' | 'R9' | 'note_2021';

export interface AskReading {
  readonly asks: Asks;
  /** « offre acceptable », from which the ceiling of a derogation from R9 is counted. */
  readonly acceptableOffer: boolean;
  readonly derogation: Derogation | null;
  readonly derogationAt: Pick<Mention, 'start' | 'end'> | null;
}

/** Reads what a folded question asks, in French or English, from its own words, and from what it would derogate. */
export const createAskReader = ({
  asks,
}: Pick<FactLexicon, 'asks'>): ((folded: string, rules: readonly number[]) => AskReading) => {
  const patterns = new Map<AskWord['value'], RegExp>(
    asks.map(({ value, words }) => [value, wholeWords(words, '')]),
  );
  return (folded, rules) => {
    const holds = (value: AskWord['value'], part = folded): boolean =>
      patterns.get(value)?.test(part) === true;
    const derogates = patterns.get('DEROGATION')?.exec(folded) ?? null;
    const asking = askingPart(folded, (sentence) => holds('asking', sentence)) ?? folded;
    const sought = (): Sought => {
      const says = (value: AskWord['value']): boolean => holds(value, asking);
      if (says('look_up') || (says('particular') && !says('of_rules'))) return 'particular';
      if (says('of_rules') || says('whether') || ASK_TOPICS.some(says)) return 'rules';
      return 'nothing';
    };
    return {
      asks: {
        topics: ASK_TOPICS.filter((ask) => holds(ask)),
        lookUp: holds('look_up'),
        sought: sought(),
        limit: holds('limit') && (folded.match(AMOUNT)?.length ?? 0) < 2,
        whetherBound: holds('bound'),
      },
      acceptableOffer: holds('acceptable'),
      derogation: derogates === null ? null : derogationOf(rules, holds),
      derogationAt:
        derogates === null ? null : { start: derogates.index, end: derogates.index + derogates[0].length },
    };
  };
};

/**
 * The sentences that ask, a short one with what it points back to (« … . On signe ? »); null where none does. A preamble
 * tells why one asks: what it names is not asked.
 */
const askingPart = (folded: string, asks: (sentence: string) => boolean): string | null => {
  const sentences = folded.split(/(?<=[.!?])\s+/);
  const asking = sentences.flatMap((sentence, at) => {
    if (!sentence.includes('?') && !asks(sentence)) return [];
    return sentence.split(' ').length <= SHORT && at > 0 ? [sentences[at - 1] ?? '', sentence] : [sentence];
  });
  return asking.length === 0 ? null : asking.join(' ');
};

/** Words. */
const SHORT = 6;

/** Beside another amount, the limit is what that one is compared with. */
const AMOUNT = /\d[\d ,.]*(?:k|m|€|euros?|millions?)(?![a-z])/g;

/** One rule named decides; two are not told apart. */
const derogationOf = (
  rules: readonly number[],
  holds: (value: AskWord['value']) => boolean,
): Derogation | null => {
  const nine = rules.includes(9);
  const six = rules.includes(6);
  if (nine !== six) return nine ? 'R9' : 'R6';
  if (nine) return null;
  if (holds('suite_2021')) return 'note_2021';
  return holds('outside_cloud') ? 'R6' : null;
};
