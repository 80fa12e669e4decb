/** Words as the scorer compares them: no accents, case or punctuation. */
const words = (text: string): string =>
  ` ${(
    text
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .replaceAll('’', "'")
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  ).join(' ')} `;

/** Whether a text holds the wanted words, in a row. */
export const said = (text: string, wanted: string): boolean => words(text).includes(words(wanted));
