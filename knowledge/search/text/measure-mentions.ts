/** Numbers of the measures named in a folded text: « mesure 2 », « mesure n° 4 », « cinquième mesure », « measure 5 ». */
export const measureMentions = (folded: string): readonly number[] => {
  const numbered = [...folded.matchAll(byNumber)].map(([, figure = '']) => Number(figure));
  const ordinal = [...folded.matchAll(byRank)].map(([, word = '']) => ranks.get(word) ?? 0);
  return [...new Set([...numbered, ...ordinal])];
};

/** Number of the measure that a passage holds: `cp-2022-09-12#mesure-3.data-act` → 3. */
export const measureOf = (passageId: string): number | null => {
  const figure = /#mesure-(\d+)/.exec(passageId)?.[1];
  return figure === undefined ? null : Number(figure);
};

const ranks: ReadonlyMap<string, number> = new Map([
  ['premiere', 1],
  ['1ere', 1],
  ['1re', 1],
  ['first', 1],
  ['deuxieme', 2],
  ['2eme', 2],
  ['2e', 2],
  ['seconde', 2],
  ['second', 2],
  ['troisieme', 3],
  ['3eme', 3],
  ['3e', 3],
  ['third', 3],
  ['quatrieme', 4],
  ['4eme', 4],
  ['4e', 4],
  ['fourth', 4],
  ['cinquieme', 5],
  ['5eme', 5],
  ['5e', 5],
  ['fifth', 5],
]);

const byNumber =
  /\b(?:mesure|measure) (?:n ?[°o]? ?|numero |number )?(\d)(?![\d%,]| ?(?:€|m€|k€|millions?|ans?|mois))/g;
const byRank = new RegExp(String.raw`\b(${[...ranks.keys()].join('|')}) (?:mesure|measure)\b`, 'g');
