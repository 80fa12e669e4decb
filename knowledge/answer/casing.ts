/** A sentence after a colon or a condition; a name that begins it (« R9 », « SecNumCloud ») keeps its capital. */
export const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}* /u.test(text) && !text.startsWith('SecNum')
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
