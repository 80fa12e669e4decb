import { fold } from '../../knowledge/search/text/fold.ts';

/**
 * The number that a message chooses by: « 2 », « le 2 », « la deuxième », « option 2 », « 2️⃣ »; null for anything else.
 * `count` = how many there are, for « la dernière ». The number may be out of bounds: the caller says so.
 */
export const readNumber = (message: string, count: number): number | null => {
  const said = fold(message.replace(KEYCAP, ''))
    .replace(/[^a-z0-9°' -]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const named = CHOICE.exec(said)?.groups?.word;
  if (named === undefined) return null;
  if (/^\d+$/.test(named)) return Number(named);
  return LAST.test(named) ? count : 1 + WORDS.findIndex((pattern) => pattern.test(named));
};

/** Choice that an emoji stands for, from 1, or null; skin and variation selectors aside. */
export const readTap = (key: string): number | null => {
  const digit = /^([1-4])\u20e3$/u.exec(key.replace(/\ufe0f/gu, '').trim())?.[1];
  return digit === undefined ? null : Number(digit);
};

/** What is put under a question asked back, first choice first. */
export const TAPS: readonly string[] = ['1\ufe0f\u20e3', '2\ufe0f\u20e3', '3\ufe0f\u20e3', '4\ufe0f\u20e3'];

const KEYCAP = /[\ufe0f\u20e3]/gu;

const WORDS = [
  /^(?:une?|one|first|premiere?|1ere?|1er|1re|1st)$/,
  /^(?:deux|two|second|seconde|deuxieme|2e|2eme|2nde?|2d)$/,
  /^(?:trois|three|third|troisieme|3e|3eme|3rd)$/,
  /^(?:quatre|four|fourth|quatrieme|4e|4eme|4th)$/,
];
const LAST = /^(?:derniere?|last)$/;

const CHOICE = new RegExp(
  "^(?:(?:je|i|on) (?:choisis|prends|veux|parle de|parlais de|prend|mean|meant|choose|pick) )?(?:plutot |c'est |ce serait |va pour |rather )?" +
    "(?:(?:le|la|l'|les|the|ma|mon|option|choix|choice|numero|number|no|n°|question|reponse|proposition) ?)*" +
    `(?<word>\\d{1,2}|${[...WORDS, LAST].map(({ source }) => source.slice(1, -1)).join('|')})` +
    '(?: (?:one|choix|choice|option|question|proposition|reponse))?$',
);
