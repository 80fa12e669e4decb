/**
 * The comparable form of a text: lower case, no accents, œ → oe, one kind of apostrophe, dash and space.
 * Length may change: use it to compare, never to cut the original.
 */
export const fold = (text: string): string =>
  (beyondAscii.test(text) ? plainLetters(text) : text.toLowerCase()).replace(/\s+/g, ' ').trim();

const beyondAscii = /[^\0-\x7f]|`/;

/** The same letters in lower case and without marks, spaces as they are. */
export const plainLetters = (text: string): string => {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return beyondAscii.test(bare) ? plainSigns(bare) : bare;
};

const plainSigns = (text: string): string =>
  text
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[‐‑–—−]/g, '-');

const elision = /(?<![a-z0-9])(?:l|d|c|j|n|s|m|t|qu|jusqu|lorsqu|puisqu|quoiqu)'/g;

/** Words of a folded text, elisions taken off: `l'offre` → `offre`. */
export const wordsOf = (folded: string): readonly string[] =>
  folded.replace(elision, ' ').match(/[a-z0-9€%]+/g) ?? [];
