import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { createConfidenceModel } from '../../knowledge/question/confidence.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { createSearchEngine } from '../../knowledge/search/engine.ts';
import type { Ranking } from '../../knowledge/search/ranking.ts';

// npm run fit:refusal: fits the weights of knowledge/question/confidence.ts and prints them with the trade-off.
// Each half of the authored questions and of the out-of-scope ones is judged by an engine that holds the other half only.

interface Example {
  readonly evidence: readonly number[];
  readonly answerable: boolean;
}

const corpus = loadCorpus();
const knowledge = loadKnowledge();
const half = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 2;

const everything = createSearchEngine(corpus, knowledge);

/** Questions of one half of the data, judged without their own half: by engines that know less than the real one. */
const strangers = (kept: number): readonly Example[] => {
  const sampleQuestions = new Map(
    [...knowledge.sampleQuestions].map(
      ([id, list]) => [id, list.filter((text) => half(text) === kept)] as const,
    ),
  );
  const engine = createSearchEngine(corpus, { ...knowledge, sampleQuestions });
  const read = reader(createConfidenceModel(engine, outOfScopeOf(kept)));
  return [
    ...every(
      8,
      [...knowledge.sampleQuestions.values()].flat().filter((text) => half(text) !== kept),
    ).map((text) => read(engine.rank(text), true)),
    ...outOfScopeOf(1 - kept).map((text) => read(engine.rank(text), false)),
  ];
};

/** The same with the real engine, which forgets each question only while judging it. */
const oneLeftOut = (kept: number): readonly Example[] => {
  const read = reader(createConfidenceModel(everything, outOfScopeOf(kept)));
  const banked = everything.entries.flatMap(({ sampleQuestions }) => sampleQuestions);
  return [
    ...every(
      8,
      banked.filter(({ text }) => half(text) !== kept),
    ).map((one) => read(everything.rank(one.text, one), true)),
    ...outOfScopeOf(1 - kept).map((text) => read(everything.rank(text), false)),
  ];
};

const outOfScopeOf = (kept: number): readonly string[] =>
  knowledge.outOfScope.filter((text) => half(text) === kept);

/** A sample: with all authored questions the fit would take minutes. */
const every = <T>(step: number, list: readonly T[]): readonly T[] => list.filter((_, at) => at % step === 0);

const reader =
  (model: ReturnType<typeof createConfidenceModel>) =>
  (ranking: Ranking, answerable: boolean): Example => ({
    evidence: Object.values<number>({ ...model.evidence(ranking) }),
    answerable,
  });

const examples = [0, 1].flatMap((kept) => [...strangers(kept), ...oneLeftOut(kept)]);
const names = Object.keys(createConfidenceModel(everything, []).evidence(everything.rank('R9')));

/** More of these never makes an answer less likely; more of the others never makes it more likely. */
const inFavour = new Set(['nearest', 'spelling', 'fullText', 'coverage', 'length']);

/** Plain gradient ascent, each weight kept on its side; both classes weigh the same, then the bias sets the trade-off. */
const fitted = (set: readonly Example[]): readonly number[] => {
  const weights = new Array<number>(names.length + 1).fill(0);
  const positives = set.filter(({ answerable }) => answerable).length;
  const balance = { yes: set.length / 2 / positives, no: set.length / 2 / (set.length - positives) };
  for (let step = 0; step < 3_000; step++) {
    const gradient = new Array<number>(weights.length).fill(0);
    for (const { evidence, answerable } of set) {
      const error =
        ((answerable ? 1 : 0) - 1 / (1 + Math.exp(-oddsOf(weights, evidence)))) *
        (answerable ? balance.yes : balance.no);
      gradient[0] = (gradient[0] ?? 0) + error;
      for (const [at, value] of evidence.entries())
        gradient[at + 1] = (gradient[at + 1] ?? 0) + error * value;
    }
    for (const [at, value] of gradient.entries()) {
      const moved =
        (weights[at] ?? 0) + 4 * (value / set.length - (at === 0 ? 0 : 0.0005 * (weights[at] ?? 0)));
      const name = names[at - 1];
      weights[at] = name === undefined ? moved : inFavour.has(name) ? Math.max(0, moved) : Math.min(0, moved);
    }
  }
  return weights;
};

const oddsOf = ([bias = 0, ...weights]: readonly number[], evidence: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (evidence[at] ?? 0), bias);

const FOLDS = 5;
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitted(examples.filter((_, at) => at % FOLDS !== fold));
  return examples
    .filter((_, at) => at % FOLDS === fold)
    .map(({ evidence, answerable }) => ({ odds: oddsOf(weights, evidence), answerable }));
}).flat();

console.log('threshold  wrong refusals  right refusals (5-fold)');
for (let threshold = -3; threshold <= 2; threshold += 0.5) {
  const share = (answerable: boolean): string => {
    const set = judged.filter((one) => one.answerable === answerable);
    return `${((100 * set.filter(({ odds }) => odds < threshold).length) / set.length).toFixed(1)}%`;
  };
  console.log(
    `${threshold.toFixed(1).padStart(9)}  ${share(true).padStart(14)}  ${share(false).padStart(14)}`,
  );
}
const [bias = 0, ...weights] = fitted(examples);
console.log(`bias: ${bias.toFixed(2)},`);
for (const [at, name] of names.entries()) console.log(`${name}: ${(weights[at] ?? 0).toFixed(2)},`);
