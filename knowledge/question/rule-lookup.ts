import type { Lang } from '../answer/answer.ts';
import type { Corpus, Passage } from '../corpus/corpus.ts';
import { type RuleBook, ruleBookOf } from '../corpus/rule-book.ts';
import type { Analysis } from '../search/text/analysis.ts';

/** What is asked for by number: rules that exist, rules that do not, and whether nothing else is asked. */
export interface RuleLookup {
  readonly known: readonly number[];
  readonly unknown: readonly number[];
  /** « Que dit R9 ? »: the rule itself is wanted, not a point of it. */
  readonly whole: boolean;
}

/** @param book the rules that exist: those of the corpus */
export const lookupOf = (question: Analysis, book: Pick<RuleBook, 'has'>): RuleLookup => ({
  known: question.rules.filter((number) => book.has(number)),
  unknown: question.rules.filter((number) => !book.has(number)),
  whole:
    question.rules.length > 0 &&
    question.words.every(
      (word) => /^r\d+$/.test(word) || /^\d+$/.test(word) || aboutTheTextItself.test(word),
    ),
});

/** Words of « affichez le texte intégral de la règle 10 de la doctrine » that add nothing to the number. */
const aboutTheTextItself =
  /^(?:regles?|rules?|contenu|content|textes?|text|integral\w*|entier|entiere|complete?|full|doctrine|circulaire|circular|cit\w+|affich\w+|montr\w+|show|donn\w+|give|rappel\w+|prevoit|prevoient|disent|exactement|exact\w*|precisement|parle\w*|propos|concern\w+|expli\w+|signifie\w*|mean\w*|definition|resum\w+|detail\w*|lire|read|quote|voir|tell|about|please|plait|pouvez|pouvons|qui|ca|enonce\w*|impose\w*|demande\w*|stipul\w+|require\w*|objet|sujet|teneur|paragraphe|article|alinea\w*|numero|extenso|in|mots?|ensemble|together|stp|svp|pls|consult\w+|copi\w+)$/;

/** Passages of the rules asked for, in reading order; with several rules, the first passage of each comes first. */
export const rulePassages = (corpus: Corpus, rules: readonly number[], lang: Lang): readonly Passage[] => {
  const book = ruleBookOf(corpus);
  const sections = rules.map((rule) => book.passages(rule, lang));
  const longest = Math.max(0, ...sections.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => sections.flatMap((section) => section[at] ?? [])).flat();
};
