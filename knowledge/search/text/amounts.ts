/**
 * Words for the amounts and shares of a folded text, so that « 2,4 M€ » meets « entre 1 et 9 millions »:
 * the bands are those of R7 and R8, the half is that of R6. Only for ranking; verdicts read amounts elsewhere.
 */
export const amountTerms = (folded: string): readonly string[] => {
  if (!/\d|million/.test(folded)) return [];
  const terms = new Set<string>();
  for (const euros of amountsOf(folded)) {
    terms.add('@montant');
    terms.add(euros < 1e6 ? '@moins-1m' : euros <= 9e6 ? '@1m-9m' : '@plus-9m');
  }
  const share = /(\d{1,3}) ?(?:%|pour ?cent\b|percent\b)/.exec(folded)?.[1];
  if (share !== undefined) terms.add('@part').add(Number(share) < 50 ? '@part-moins-50' : '@part-50-et-plus');
  return [...terms];
};

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliards?|mds?€?)$/, 1e9],
  [/^(?:m€|meur|me|m|millions?)$/, 1e6],
  [/^(?:k€|keur|keuros|ke|k)$/, 1e3],
  [/^(?:€|euros?|eur)$/, 1],
];

const numberWords: ReadonlyMap<string, number> = new Map([
  ['un', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['douze', 12],
  ['quinze', 15],
  ['vingt', 20],
  ['demi', 0.5],
  ['nine', 9],
  ['one', 1],
]);

const inFigures =
  /(?<![\w.])(\d+(?:\.\d+)?) ?(milliards?|mds?€?|millions?|m€|meur|me|m|k€|keuros|keur|ke|k|€|euros?|eur)(?![a-z0-9])/g;
const inWords = new RegExp(`(?<![a-z])(${[...numberWords.keys()].join('|')})[ -]millions?(?![a-z])`, 'g');

const amountsOf = (folded: string): readonly number[] => {
  const plain = folded.replace(/(\d) (?=\d{3}(?!\d))/g, '$1').replace(/(\d),(?=\d)/g, '$1.');
  const figures = [...plain.matchAll(inFigures)].map(([, number = '', unit = '']) => {
    const factor = units.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
    return Number(number) * factor;
  });
  const words = [...plain.matchAll(inWords)].map(([, word = '']) => (numberWords.get(word) ?? 0) * 1e6);
  return [...figures, ...words];
};
