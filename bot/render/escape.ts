/** Escapes text for an HTML body or a quoted attribute. Every string of ours enters HTML through here. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Text as it may be shown, in HTML and in plain text alike: no control characters (line feed and tab stay),
 * no marks that reverse the reading direction, no lone surrogates (Synapse answers 500 to them),
 * and no `@room`, which would ring everybody when a user's words are echoed.
 */
export const showable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .toWellFormed()
    .replace(/@(?=room|$)/gi, `@${WORD_JOINER}`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const WORD_JOINER = '\u2060';
