/** Number of the day that a folded word names, 1 = Monday … 7 = Sunday (ISO 8601), abbreviated or not; else null. */
export const weekdayNamed = (word: string): number | null => NAMED.get(word.replace(/\.$/, '')) ?? null;

const NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const ENGLISH = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const NAMED: ReadonlyMap<string, number> = new Map(
  [...NAMES, ...ENGLISH].flatMap((name, index): [string, number][] => {
    const day = (index % 7) + 1;
    return [
      [name, day],
      [`${name}s`, day],
      [name.slice(0, 3), day],
    ];
  }),
);

/** The word of a day, within an expression over folded text. */
export const WEEKDAY = `(?:${[...NAMED.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
