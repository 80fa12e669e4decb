import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { IN_FAVOUR, isAgainst, WORDS } from '../../knowledge/question/evidence/evidence.ts';
import { fingerprintOf } from '../../knowledge/question/evidence/fingerprint.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { readAuthor } from './author.ts';
import { type Bounds, fitLogistic, oddsOf } from './logistic.ts';
import { type Kind, refusalExamples, WORD_SCALE, wordOf } from './refusal-examples.ts';

// npm run fit:refusal: fits the weights by which the bot answers or refuses, on questions that it has not read, and
// prints the trade-off in cross-validation by subject; `-- --write` keeps them in knowledge/question/evidence/weights.ts
// and knowledge/data/out-of-scope/words.yaml.

const knowledge = loadKnowledge();
const author = readAuthor();
const examples = refusalExamples(loadCorpus(), knowledge, author);
const bounds: Bounds = (name) =>
  IN_FAVOUR.has(name) ? [0, Infinity] : isAgainst(name) ? [-Infinity, 0] : [-Infinity, Infinity];

/** Words kept, those that say most: the others say next to nothing, and nobody would read so many. */
const MOST_WORDS = 1500;

const learn = (from: typeof examples): ReadonlyMap<string, number> => {
  const weights = [...fitLogistic(from, bounds, (name) => wordOf(name) !== null)];
  const words = weights
    .filter(([name]) => wordOf(name) !== null)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_WORDS);
  return new Map([...weights.filter(([name]) => wordOf(name) === null), ...words]);
};

const FOLDS = 5;
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = learn(examples.filter((one) => one.fold % FOLDS !== fold));
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

const learned = [...learn(examples)];
const lines = [...learned.filter(([name]) => wordOf(name) === null), [WORDS, 1] as const].map(
  ([name, weight]) => `  ['${name}', ${weight.toFixed(2)}],`,
);
console.log(lines.join('\n'));
const words = learned
  .flatMap(([name, weight]) => {
    const word = wordOf(name);
    return word === null ? [] : [[word, weight * WORD_SCALE] as const];
  })
  .sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
if (process.argv.includes('--write')) {
  writeFileSync(
    join(import.meta.dirname, '../../knowledge/data/out-of-scope/words.yaml'),
    `# Mots, et suites de deux mots, qui distinguent ce que les textes disent de ce qu'ils ne disent pas : d'autant moins
# probable que le nombre est bas. Écrit par \`npm run fit:refusal -- --write\`, d'après les questions des deux sortes ; une
# ligne ôtée à la main l'est jusqu'à la fois suivante.

${words.map(([word, odds]) => `${JSON.stringify(word)}: ${odds.toFixed(1)}`).join('\n')}
`,
  );
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
}
