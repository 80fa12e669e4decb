/** Number words below one hundred that add up: `vingt`, `et un`, `quatre-vingt-dix`. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['un', 1],
  ['une', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['onze', 11],
  ['douze', 12],
  ['treize', 13],
  ['quatorze', 14],
  ['quinze', 15],
  ['seize', 16],
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
  ['cent', 100],
  ['cents', 100],
]);

/** Powers of ten, in full (they may be added up: `1 million 200 mille`). */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['mille', 3],
  ['milles', 3],
  ['millier', 3],
  ['milliers', 3],
  ['thousand', 3],
  ['million', 6],
  ['millions', 6],
  ['milion', 6],
  ['milions', 6],
  ['milliard', 9],
  ['milliards', 9],
  ['miliard', 9],
  ['miliards', 9],
]);

const signs = (power: number, euro: boolean, ...names: readonly string[]) =>
  names.map((name) => [name, { power, euro }] as const);

/** Powers of ten, abbreviated; `euro` = the abbreviation holds the currency (`meur`, `ke`). */
export const SCALE_SIGNS: ReadonlyMap<string, { readonly power: number; readonly euro: boolean }> = new Map([
  ...signs(3, false, 'k', 'kilo'),
  ...signs(6, false, 'm', 'mio', 'mln', 'mn'),
  ...signs(9, false, 'md', 'mds', 'mrd', 'mrds', 'mia', 'bn', 'g'),
  ...signs(3, true, 'ke', 'keur', 'keuro', 'keuros', 'kiloeuro', 'kiloeuros'),
  ...signs(6, true, 'me', 'meur', 'meuro', 'meuros', 'mioeur'),
  ...signs(9, true, 'mde', 'mdeur', 'mdeuro', 'mdeuros', 'mdseuros', 'geur'),
]);
