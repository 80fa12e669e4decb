/**
 * Rule numbers named in a folded text, in order, without repeats: « R9 », « règle n° 15 », « [R 7] », « R9 et 10 »,
 * « règle neuf », « rules seven and eight ».
 */
export const ruleReferences = (folded: string): readonly number[] => {
  const text = inFigures(folded);
  if (!/\d/.test(text)) return [];
  const found = new Set<number>();
  for (const match of text.matchAll(reference)) {
    for (const digits of (match[1] ?? '').match(/\d+/g) ?? []) found.add(Number(digits));
  }
  return [...found];
};

/** A number that is an amount, a share or a term, not a rule. */
const unit = String.raw`(?![\d€%]| \d| ?(?:k€?|m€?|meur|millions?|milliards?|euros?|ans?|annees?|mois|jours?|agents?|projets?|%|€)(?![a-z]))`;
const list = String.raw`(?:,? ?(?:et|ou|a|and|or|to|,) ?(?:la |the )?r? ?\d{1,3}${unit})*`;
const reference = new RegExp(
  String.raw`(?<![a-z0-9])(?:(?:regles?|rules?) ?(?:n(?:umero|o|°)? ?°?)? ?(?:\[? ?r ?)?|r ?-?)(\d{1,3}${unit}${list})`,
  'g',
);

/** Writes each reference as the single word `r9`, which is how the index knows rules. */
export const joinRuleReferences = (folded: string): string =>
  inFigures(folded).replace(
    /(?<![a-z0-9])(?:(regles?|rules?) ?(?:n(?:umero|o|°)? ?°?)? ?(?:\[? ?r ?)?|r ?-?)(\d{1,2})(?!\d)/g,
    (_, word: string | undefined, number: string) => ` ${word ?? ''} r${number} `,
  );

const LETTERS: ReadonlyMap<string, number> = new Map(
  [
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  ].flatMap((row) => row.split(' ').map((word, index): [string, number] => [word, index + 1])),
);
const LETTER = [...LETTERS.keys()].filter((word) => word !== 'un').join('|');
/** « la règle un peu floue » is no number: « un » is left alone. */
const NUMBERED = new RegExp(
  `(?<![a-z0-9])((?:regles?|rules?) (?:numero |number )?)((?:${LETTER})(?:,? ?(?:et|ou|and|or|,) ?(?:la |the )?(?:${LETTER}))*)(?![a-z0-9-])`,
  'g',
);

/** Rule numbers written in letters, in figures. */
const inFigures = (folded: string): string =>
  /rule|regle/.test(folded)
    ? folded.replace(
        NUMBERED,
        (_, rule: string, list: string) =>
          rule +
          list.replace(new RegExp(`(?<![a-z])(?:${LETTER})(?![a-z])`, 'g'), (word) =>
            String(LETTERS.get(word)),
          ),
      )
    : folded;
