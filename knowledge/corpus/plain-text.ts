/** The words of a line of Markdown: bold, italic and link marks are taken off, nothing else changes. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(\S|\S.*?\S)\*(?![\w*])/g, '$1')
    .replace(/[ \t]+/g, ' ')
    .trim();

/**
 * The extract of `text` whose words are those of `quote`; white space (line feeds, no-break spaces) may differ.
 * The extract keeps the white space of `text`. Undefined when the words do not stand there, or when there is none.
 */
export const findVerbatim = (text: string, quote: string): string | undefined => {
  if (quote !== '' && quote === quote.trim() && text.includes(quote)) return quote;
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return new RegExp(words.map((word) => RegExp.escape(word)).join('\\s+')).exec(text)?.[0];
};
