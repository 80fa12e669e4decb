import { amountTerms } from './amounts.ts';
import { fold, wordsOf } from './fold.ts';
import { type QuestionType, questionTypeOf } from './question-type.ts';
import { joinRuleReferences, ruleReferences } from './rule-references.ts';
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';
import type { Thesaurus } from './thesaurus.ts';

/** What the engine sees of a text. */
export interface Analysis {
  /** Folded text after rewrites; what trigrams and refusal patterns read. */
  readonly folded: string;
  /** Words in order, before stemming, stop words taken out. */
  readonly words: readonly string[];
  /** Stems, amount bands, `#concepts` and `two_words`, each once, with its weight. */
  readonly terms: ReadonlyMap<string, number>;
  /** Stems in order, with repeats: what the full-text index counts. */
  readonly stems: readonly string[];
  readonly rules: readonly number[];
  /** Kind of fact asked for: who, when, how much… */
  readonly asked: QuestionType | null;
}

export interface Analyzer {
  (text: string): Analysis;
  isStopWord(word: string): boolean;
}

const CONCEPT_WEIGHT = 0.3;
const BIGRAM_WEIGHT = 0.5;
/** Words such as « possible » or « exact », which any question may hold. */
const WEAK_WEIGHT = 0.4;

/** Builds the one analysis that passages, authored questions and questions asked all go through. */
export const createAnalyzer = (thesaurus: Thesaurus): Analyzer => {
  const stops = stopWords(thesaurus.ignored, thesaurus.kept);
  const weak = new Set(thesaurus.weak.flatMap((word) => wordsOf(fold(word))).map(stem));
  const rewrite = createRewriter(thesaurus.rewrites);
  const conceptsOf = createConceptFinder(thesaurus.concepts, rewrite);

  const analyze = (text: string): Analysis => {
    const raw = fold(text);
    const folded = rewrite(joinRuleReferences(raw));
    const all = wordsOf(folded);
    const words = all.filter((word) => !stops.has(word) && (word.length > 1 || /\d/.test(word)));
    const stems = words.map(stem);
    const terms = new Map<string, number>();
    for (const term of stems) terms.set(term, weak.has(term) ? WEAK_WEIGHT : 1);
    const amounts = amountTerms(raw);
    for (const term of amounts) terms.set(term, 1);
    for (const concept of conceptsOf(all.map(stem))) terms.set(concept, CONCEPT_WEIGHT);
    for (let at = 1; at < stems.length; at++) terms.set(`${stems[at - 1]}_${stems[at]}`, BIGRAM_WEIGHT);
    return {
      folded,
      words,
      terms,
      stems: [...stems, ...amounts],
      rules: ruleReferences(raw),
      asked: questionTypeOf(folded),
    };
  };
  return Object.assign(analyze, { isStopWord: (word: string) => stops.has(word) });
};

/** The same analysis, made once for each text: while an index is built, a text is asked for many times. */
export const remembering = (analyze: (text: string) => Analysis): ((text: string) => Analysis) => {
  const made = new Map<string, Analysis>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const analysis = analyze(text);
    made.set(text, analysis);
    return analysis;
  };
};

/** Longest form first, whole words only; a space in a form also stands for a hyphen or nothing. */
const createRewriter = (rewrites: Thesaurus['rewrites']): ((folded: string) => string) => {
  const target = new Map<string, string>();
  for (const [word, forms] of Object.entries(rewrites)) {
    for (const form of forms) target.set(squeeze(fold(form)), word);
  }
  if (target.size === 0) return (folded) => folded;
  const forms = Object.values(rewrites)
    .flat()
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .map((form) => form.split(/[ -]/).map(RegExp.escape).join('[ -]?'));
  const pattern = new RegExp(`(?<![a-z0-9])(?:${forms.join('|')})(?![a-z0-9])`, 'g');
  return (folded) => folded.replace(pattern, (form) => ` ${target.get(squeeze(form)) ?? form} `);
};

const squeeze = (form: string): string => form.replace(/[ -]/g, '');

/** Finds `#concept` marks in a row of stems: one-word forms by lookup, longer ones by following their first stem. */
const createConceptFinder = (
  concepts: Thesaurus['concepts'],
  rewrite: (folded: string) => string,
): ((stems: readonly string[]) => ReadonlySet<string>) => {
  const byFirst = new Map<string, { readonly rest: readonly string[]; readonly concept: string }[]>();
  for (const [name, forms] of Object.entries(concepts)) {
    for (const form of forms) {
      const [first, ...rest] = wordsOf(rewrite(fold(form))).map(stem);
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      list.push({ rest, concept: `#${name}` });
      byFirst.set(first, list);
    }
  }
  return (stems) => {
    const found = new Set<string>();
    for (const [at, first] of stems.entries()) {
      const forms = byFirst.get(first);
      if (forms === undefined) continue;
      for (const { rest, concept } of forms) {
        if (rest.every((next, offset) => stems[at + 1 + offset] === next)) found.add(concept);
      }
    }
    return found;
  };
};
