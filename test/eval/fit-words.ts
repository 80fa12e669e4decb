import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { fingerprintOf } from '../../knowledge/question/evidence/fingerprint.ts';
import { CONFIDENCE_WEIGHTS } from '../../knowledge/question/evidence/weights.ts';
import { gramsOf, shareOfWord } from '../../knowledge/question/evidence/words.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { readAuthors } from './author.ts';
import { oddsOf } from './logistic.ts';
import { judging } from './refusal-examples.ts';
import { fitSparse, type SparseExample, type SparseModel, sparseOdds } from './sparse-logistic.ts';

// npm run fit:words (after fit:refusal): learns what the words of a message say of its having an answer, from several
// writers; prints what each is refused by what the others taught; `-- --write` keeps the weights of all.

const knowledge = loadKnowledge();
const judge = judging(loadCorpus(), knowledge);
const authors = readAuthors();
const messages = [...authors.values()].map((set) =>
  set.map(({ question, answerable }) => {
    const { values, folded } = judge('author', question, answerable);
    return { folded, answerable, odds: oddsOf(CONFIDENCE_WEIGHTS, values) };
  }),
);

/** Messages that hold a word at least, for it to be learned. */
const LEAST_SEEN = 4;
/** Weights below a tenth are left out of what is kept: they move nothing. */
const LEAST_WEIGHT = 0.1;

type Message = (typeof messages)[number][number];

const vocabularyOf = (learned: readonly Message[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  for (const { folded } of learned)
    for (const gram of gramsOf(folded)) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  return new Map([...seen].filter(([, times]) => times >= LEAST_SEEN).map(([gram], at) => [gram, at]));
};

const exampleOf = (
  { folded, odds, answerable }: Message,
  known: ReadonlyMap<string, number>,
): SparseExample => ({
  features: gramsOf(folded).flatMap((gram) => known.get(gram) ?? []),
  value: shareOfWord(folded),
  odds,
  answerable,
});

const learn = (learned: readonly Message[]): { known: ReadonlyMap<string, number>; model: SparseModel } => {
  const known = vocabularyOf(learned);
  return {
    known,
    model: fitSparse(
      learned.map((one) => exampleOf(one, known)),
      known.size,
    ),
  };
};

const judged = messages.map((own, at) => {
  const { known, model } = learn(messages.filter((_, other) => other !== at).flat());
  return own.map((one) => ({
    answerable: one.answerable,
    before: one.odds,
    odds: sparseOdds(model, exampleOf(one, known)),
  }));
});

const refused = (
  set: (typeof judged)[number],
  answerable: boolean,
  key: 'before' | 'odds',
  limit: number,
) => {
  const of = set.filter((one) => one.answerable === answerable);
  return `${((100 * of.filter((one) => one[key] < limit).length) / of.length).toFixed(1)} %`.padStart(7);
};
console.log(
  `log-odds  wrongly, rightly refused, without the words and with them: ${[...authors.keys()].join(', ')}`,
);
for (let limit = -2.4; limit <= -0.4; limit += 0.2)
  console.log(
    limit.toFixed(1).padStart(8),
    ...judged.map((set) =>
      (['before', 'odds'] as const)
        .map((key) => `${refused(set, true, key, limit)}${refused(set, false, key, limit)}`)
        .join(' →'),
    ),
  );

const { known, model } = learn(messages.flat());
const kept = [...known]
  .map(([gram, at]) => [gram, model.weights[at] ?? 0] as const)
  .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
  .sort(([a], [b]) => (a < b ? -1 : 1));
console.log(`${kept.length} words and pairs of words, of ${known.size}`);
if (process.argv.includes('--write'))
  writeFileSync(
    join(import.meta.dirname, '../../knowledge/question/evidence/word-weights.ts'),
    `// Written by \`npm run fit:words -- --write\`: change the sets that it reads, not this file.
export const WORD_BIAS = ${model.bias.toFixed(3)};
export const WORD_SCALE = ${model.scale.toFixed(3)};
/** Log-odds of words and pairs of words, in hundredths. */
export const WORD_WEIGHTS =
  '${kept.map(([gram, weight]) => `${gram}:${Math.round(100 * weight)}`).join('|')}';
/** What they come from (see \`fingerprintOf\`). */
export const WORDS_FITTED_ON = '${fingerprintOf(knowledge, [...authors.values()].flat())}';
`,
  );
