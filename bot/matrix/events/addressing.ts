import { localpartOf } from './user-id.ts';

/** Who the bot is, for those who call it. */
export interface Self {
  readonly userId: string;
  /** Display name, or null when it has none. On Tchap it ends with « [Organisation] ». */
  readonly displayName: string | null;
}

/** The text without the mention of the bot, and whether there was one. */
export interface Call {
  readonly mentioned: boolean;
  readonly text: string;
}

/**
 * Reads whether a text calls the bot. `mentions` = content of `m.mentions.user_ids`, or null when the client sent
 * none; then a name anywhere in the text is a call. Clients that send mentions but whose user typed the name by
 * hand are understood when the text begins with it.
 */
export const readCall = (body: string, mentions: readonly string[] | null, self: Self): Call => {
  const listed = mentions?.includes(self.userId) ?? false;
  const names = namesOf(self);
  const start = body.match(/^[\s\u2068]*/u)?.[0].length ?? 0;
  const leading = names.find((name) => isNamedAt(body, start, name));
  if (leading !== undefined) return { mentioned: true, text: without(body, start, leading) };
  for (const name of listed || mentions === null ? names : []) {
    const position = findName(body, name);
    if (position >= 0) return { mentioned: true, text: without(body, position, name) };
  }
  return { mentioned: listed, text: body.trim() };
};

/** All ways to write the bot's name, longest first so that nothing of it is left in the text. */
const namesOf = ({ userId, displayName }: Self): readonly string[] => {
  const localpart = localpartOf(userId);
  const display = displayName?.trim() ?? '';
  const short = display.replace(/\s*\[[^\]]*\]$/u, '');
  const names = [userId, display, short, localpart].filter((name) => name.length > 1);
  return [...new Set(names.flatMap((name) => (name.startsWith('@') ? [name] : [`@${name}`, name])))].sort(
    (a, b) => b.length - a.length,
  );
};

const wordCharacter = /[\p{L}\p{N}_]/u;

const isNamedAt = (body: string, position: number, name: string): boolean => {
  if (body.slice(position, position + name.length).toLowerCase() !== name.toLowerCase()) return false;
  const after = body.charAt(position + name.length);
  const before = body.charAt(position - 1);
  return !wordCharacter.test(after) && !(before !== '' && wordCharacter.test(before));
};

const findName = (body: string, name: string): number => {
  const haystack = body.toLowerCase();
  const needle = name.toLowerCase();
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1))
    if (isNamedAt(body, at, name)) return at;
  return -1;
};

/** The text around a mention; the comma or colon that follows a name belongs to the mention. */
const without = (body: string, position: number, name: string): string => {
  const before = body.slice(0, position).trimEnd();
  const after = body.slice(position + name.length).replace(/^[\u2069\s]*[:,;]?\s*/u, '');
  return before === '' ? after.trim() : `${before} ${after}`.trim();
};
