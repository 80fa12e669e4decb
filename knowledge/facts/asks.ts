import { createFinder, type Mention } from './lexicon.ts';
import type { AskWord, FactLexicon } from './load-lexicon.ts';

/** What a question is about, or asks for. */
export interface Asks {
  /** The question is about a project, its cost, an application… */
  readonly aboutProject: boolean;
  /** It asks who controls, which procedure applies, whether the study is owed. */
  readonly asksControl: boolean;
  readonly asksDerogation: boolean;
  /** « offre acceptable », from which the ceiling of a derogation from R9 is counted. */
  readonly acceptableOffer: boolean;
  /** It asks for figures or follow-up (« combien de projets… »), which no rule gives. */
  readonly asksFigures: boolean;
  /** The amounts are those of a subsidy, a programme, a market: not the cost of a project. */
  readonly aboutFunding: boolean;
}

export type Derogation = 'R6' | 'R9' | 'note_2021';

export interface AskReading {
  readonly asks: Asks;
  readonly derogation: Derogation | null;
  readonly derogationAt: Mention | null;
}

/** Reads what a folded question asks for, and from what it would derogate. */
export const createAskReader = ({
  asks,
}: Pick<FactLexicon, 'asks'>): ((folded: string, rules: readonly number[]) => AskReading) => {
  const find = createFinder(asks);
  return (folded, rules) => {
    const found = find(folded);
    const holds = (value: AskWord['value']): boolean => found.some(({ entry }) => entry.value === value);
    const derogationAt = found.find(({ entry }) => entry.value === 'derogation') ?? null;
    return {
      asks: {
        aboutProject: holds('project'),
        asksControl: holds('control'),
        asksDerogation: derogationAt !== null,
        acceptableOffer: holds('acceptable'),
        asksFigures: holds('figures'),
        aboutFunding: holds('funding'),
      },
      derogation: derogationAt === null ? null : derogationOf(rules, holds),
      derogationAt,
    };
  };
};

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
