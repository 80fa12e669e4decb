import type { Block, Citation } from '../../answer/answer.ts';
import type { CardSubject } from '../cards.ts';
import type { Reading } from '../reading.ts';
import { type RuleLookup, rulePassages } from '../rule-lookup.ts';
import { quotesOf } from './blocks.ts';
import { type Drawn, drawCard } from './card-answer.ts';
import type { Shown } from './shown.ts';
import { spaced, wording } from './wording.ts';

/** « texte exact de R13 », « in extenso »: the words themselves are wanted. */
const VERBATIM =
  /\b(?:texte|integral\w*|in extenso|exact\w*|mot (?:pour|a) mot|cit\w+|verbatim|entier\w*|complet\w*|full|text|quote)\b/;

/**
 * Rules asked for by number: what each one says in a sentence (card `regle-N`) and its deciding words, or its whole text
 * when the words themselves are wanted or no card says it shorter.
 */
export const drawRules = (
  { known }: RuleLookup,
  { lang, ranking }: Reading,
  shown: Shown,
  bySubject: ReadonlyMap<string, CardSubject>,
): Drawn => {
  const { corpus } = shown;
  const cards = known.flatMap((rule) => bySubject.get(`regle-${rule}`)?.versions.get(lang) ?? []);
  const whole = rulePassages(corpus, known, lang).map(({ id }) => corpus.cite(id));
  const summed = cards.length === known.length ? cards.map((card) => drawCard(card, shown)) : [];
  if (summed.length === 0) return withLead(whole, known, lang, []);
  const first = summed.map(({ blocks }) => blocks[0]).filter((block) => block !== undefined);
  if (VERBATIM.test(ranking.question.folded)) return withLead(whole, known, lang, first);
  const only = summed.length === 1 ? summed[0] : undefined;
  const drawn = only ?? together(summed);
  return {
    ...drawn,
    blocks: [
      ...drawn.blocks.filter(({ kind }) => kind !== 'next'),
      { kind: 'next', text: wording[lang].wholeRule(known) },
    ],
  };
};

/** First sentences of several cards, then the first proof of each. */
const together = (drawn: readonly Drawn[]): Drawn => {
  const citations = drawn.flatMap(({ citations: [first] }) => first ?? []);
  const leads = drawn.flatMap(({ blocks: [lead] }, at): Block[] =>
    lead?.kind === 'paragraph'
      ? [{ kind: 'paragraph', text: [lead.text[0] ?? '', ' ', ...spaced([at])] }]
      : [],
  );
  return { blocks: [...leads, ...quotesOf(citations.slice(0, 2))], citations };
};

const withLead = (
  citations: readonly Citation[],
  rules: readonly number[],
  lang: Reading['lang'],
  summaries: readonly Block[],
): Drawn => ({
  blocks: [
    ...summaries.map(
      (block): Block =>
        block.kind === 'paragraph' ? { kind: 'paragraph', text: block.text.slice(0, 1) } : block,
    ),
    ...(summaries.length > 0
      ? []
      : [{ kind: 'paragraph', text: wording[lang].rules(rules, citations) } as const]),
    ...quotesOf(citations),
  ],
  citations,
});
