/** Rule numbers named in a folded text, in order, without repeats: « R9 », « règle n° 15 », « [R 7] », « R9 et 10 ». */
export const ruleReferences = (folded: string): readonly number[] => {
  if (!/\d/.test(folded)) return [];
  const found = new Set<number>();
  for (const match of folded.matchAll(reference)) {
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
  folded.replace(
    /(?<![a-z0-9])(?:(regles?|rules?) ?(?:n(?:umero|o|°)? ?°?)? ?(?:\[? ?r ?)?|r ?-?)(\d{1,2})(?!\d)/g,
    (_, word: string | undefined, number: string) => ` ${word ?? ''} r${number} `,
  );
