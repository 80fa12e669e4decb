import type { Analysis } from './analysis.ts';
import { fold, wordsOf } from './fold.ts';
import { stem } from './stem.ts';
import type { Thesaurus } from './thesaurus.ts';

/** Texts that a question names (« selon la FAQ… »), and the stems of the words that name them. */
export interface NamedTexts {
  readonly documents: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

const NONE: NamedTexts = { documents: new Set(), stems: new Set() };

/** Finds names of texts, as `texts` of the thesaurus lists them, as whole words; the longest name of a place wins. */
export const createMentionFinder = (texts: Thesaurus['texts'] = {}): ((question: Analysis) => NamedTexts) => {
  const documentsOf = new Map<string, string[]>();
  for (const [document, names] of Object.entries(texts)) {
    for (const name of names) {
      const key = fold(name);
      documentsOf.set(key, [...(documentsOf.get(key) ?? []), document]);
    }
  }
  if (documentsOf.size === 0) return () => NONE;
  const names = [...documentsOf.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape);
  const pattern = new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`, 'g');
  return ({ folded }) => {
    const found = folded.replace(/ +/g, ' ').match(pattern);
    if (found === null) return NONE;
    return {
      documents: new Set(found.flatMap((name) => documentsOf.get(name) ?? [])),
      stems: new Set(found.flatMap((name) => wordsOf(name).map(stem))),
    };
  };
};

/**
 * The question without the weight of the words that name a text: « contexte de la note » asks for the context, not
 * for the heading of the note. A question that holds nothing else keeps its words.
 */
export const withoutNames = (question: Analysis, { stems }: NamedTexts): Analysis => {
  if (stems.size === 0 || question.stems.every((term) => stems.has(term))) return question;
  const terms = new Map(
    [...question.terms].map(([term, weight]) => [term, stems.has(term) ? weight * NAME_WEIGHT : weight]),
  );
  return { ...question, terms };
};

const NAME_WEIGHT = 0.5;
