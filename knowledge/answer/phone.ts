/** What a phone shows of a message at once. */
export const PHONE = { lines: 24, columns: 38 } as const;

/**
 * Lines that a text takes on a phone, broken between words and where it says so.
 * @param indent columns that the second line and the next lose, as under the mark of a list item
 */
export const phoneLines = (text: string, indent = 0): number =>
  text.split('\n').reduce((sum, line) => sum + linesOf(line, indent), 0);

/** Lines of a quotation within its marks. */
export const quoteLines = (quote: string): number => phoneLines(`« ${quote} »`);

const linesOf = (text: string, indent: number): number => {
  let lines = 1;
  let column = 0;
  for (const word of text.split(/\s+/)) {
    const room = column === 0 ? word.length : column + 1 + word.length;
    if (room > PHONE.columns && column > 0) {
      lines++;
      column = indent + word.length;
    } else column = room;
  }
  return lines;
};
