const MINUS = /[\u2010-\u2015\u2212\u2796\ufe63\uff0d]/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u20e3/gu;
const APOSTROPHE = /[\u2018\u2019\u02bc\u00b4`\uff07]/g;
/** Superscripts would be folded into ordinary digits: 10⁶ must not become 106. */
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070-\u207f]/;
const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['½', ',5'],
  ['¼', ',25'],
  ['¾', ',75'],
]);

/**
 * One spelling for what phones, spreadsheets and word processors type: plain spaces, ASCII digits and minus,
 * no accents, lower case. Null when a sign cannot be folded without changing the number.
 */
export const normalise = (input: string): string | null => {
  if (SUPERSCRIPT.test(input)) return null;
  return input
    .replace(/(\d?)\s*([½¼¾])/g, (_, digit: string, sign: string) => `${digit || '0'}${FRACTIONS.get(sign)}`)
    .replace(APOSTROPHE, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(MINUS, '-')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
};
