import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { IN_FAVOUR, isAgainst } from '../../knowledge/question/evidence/evidence.ts';
import { fingerprintOf } from '../../knowledge/question/evidence/fingerprint.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { readAuthor } from './author.ts';
import { type Bounds, fitLogistic, oddsOf } from './logistic.ts';
import { type Kind, refusalExamples } from './refusal-examples.ts';

// npm run fit:refusal: fits the weights by which the bot answers or refuses, on questions that it has not read, and
// prints the trade-off in cross-validation by subject; `-- --write` keeps them in knowledge/question/evidence/weights.ts.

const knowledge = loadKnowledge();
const author = readAuthor();
const examples = refusalExamples(loadCorpus(), knowledge, author);
const bounds: Bounds = (name) =>
  IN_FAVOUR.has(name) ? [0, Infinity] : isAgainst(name) ? [-Infinity, 0] : [-Infinity, Infinity];

const FOLDS = 5;
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitLogistic(
    examples.filter((one) => one.fold % FOLDS !== fold),
    bounds,
  );
  return examples
    .filter((one) => one.fold % FOLDS === fold)
    .map((one) => ({ ...one, odds: oddsOf(weights, one.values) }));
}).flat();

const KINDS: readonly Kind[] = ['stranger', 'known', 'pair', 'author'];
const refused = (kind: Kind, answerable: boolean, threshold: number): string => {
  const set = judged.filter((one) => one.kind === kind && one.answerable === answerable);
  return `${((100 * set.filter(({ odds }) => odds < threshold).length) / set.length).toFixed(1)} %`.padStart(
    8,
  );
};
console.log(`threshold  wrongly, rightly refused: ${KINDS.join(', ')}`);
for (let threshold = -5; threshold <= 1; threshold += 0.5)
  console.log(
    `${threshold.toFixed(1).padStart(9)}`,
    ...KINDS.map((kind) => `${refused(kind, true, threshold)}${refused(kind, false, threshold)}  `),
  );

const lines = [...fitLogistic(examples, bounds)].map(
  ([name, weight]) => `  ['${name}', ${weight.toFixed(2)}],`,
);
console.log(lines.join('\n'));
if (process.argv.includes('--write'))
  writeFileSync(
    join(import.meta.dirname, '../../knowledge/question/evidence/weights.ts'),
    `/** Log-odds by unit of evidence, written by \`npm run fit:refusal -- --write\`: change the data, not this file. */
export const CONFIDENCE_WEIGHTS: ReadonlyMap<string, number> = new Map([
${lines.join('\n')}
]);

/** The data that they come from (see \`fingerprintOf\`). */
export const FITTED_ON = '${fingerprintOf(knowledge, author)}';
`,
  );
