import { markdownMentions, type Pill, pillsOf, type Span, withId } from './mentions.ts';
import { localpartOf } from './user-id.ts';

/** Who the bot is, for those who call it. */
export interface Self {
  readonly userId: string;
  /** Display name, or null when it has none. On Tchap it ends with « [Organisation] ». */
  readonly displayName: string | null;
}

/** A message as far as it may call somebody. */
export interface Written {
  /** Text, without the quotation of the message that it replies to. */
  readonly body: string;
  /** `formatted_body`, or null. */
  readonly html: string | null;
  /** `m.mentions.user_ids`, or null when the client sent none. */
  readonly mentions: readonly string[] | null;
  /** It replies to a message that is not ours: clients then repeat whom that message mentioned. */
  readonly repliesToOther?: boolean;
}

/** The text without the mention of the bot, and whether there was one. */
export interface Call {
  readonly mentioned: boolean;
  readonly text: string;
}

/**
 * Reads whether a message calls the bot: by `m.mentions`, else by the links of its HTML, else by its name. The whole mention
 * is taken out. Other people mentioned in a command, or alone in a message, are given by their id, which commands expect.
 * A link to something else, a quotation, or the name of the doctrine are no call.
 */
export const readCall = ({ body, html, mentions, repliesToOther = false }: Written, self: Self): Call => {
  const pills = html === null ? [] : pillsOf(html);
  const spans = located(body, pills);
  const isOurs = ({ userId }: Pill): boolean => userId === self.userId;
  const linked = spans.some(isOurs) || pills.some(isOurs);
  const listed = mentions === null ? linked : mentions.includes(self.userId);
  const name = spans.some(isOurs) ? null : nameIn(body, self, listed, listed || mentions === null);
  const repeated = repliesToOther && !linked && name === null;
  const text = withPeople(body, [...spans, ...(name === null ? [] : [name])], mentions ?? [], self);
  return { mentioned: name !== null || (listed && !repeated), text };
};

/** The bot taken out; the others by their ids where a command or an interview expects them, else by their names. */
const withPeople = (
  body: string,
  spans: readonly Span[],
  mentions: readonly string[],
  { userId: me }: Self,
): string => {
  const known = (userId: string): boolean => userId === me || spans.some((span) => span.userId === userId);
  const text = replaced(body, spans, ({ userId, label }) => (userId === me ? '' : label));
  const alone = spans.find(({ userId, label }) => userId !== me && text === label);
  if (alone !== undefined) return alone.userId;
  if (!/^[!！/]/.test(text)) return text;
  const ids = replaced(body, spans, ({ userId }) => (userId === me ? '' : userId));
  return mentions.filter((userId) => !known(userId)).reduce(withId, ids);
};

/** Where the body names each person: its own Markdown links, then the labels of the links of the HTML. */
const located = (body: string, pills: readonly Pill[]): readonly Span[] => {
  const spans: Span[] = [...markdownMentions(body)];
  for (const pill of pills) {
    if (spans.some(({ userId }) => userId === pill.userId)) continue;
    const ways = [`@${pill.label}`, pill.label, pill.userId].filter((way) => way.length > 1);
    const way = ways.find((one) => findName(body, one) >= 0);
    const start = way === undefined ? -1 : findName(body, way);
    if (way !== undefined) spans.push({ ...pill, start, end: start + way.length });
  }
  return spans;
};

/**
 * The name of the bot in a text: at the beginning, or anywhere when it has its `@` or when the client does not say otherwise.
 * @param listed the client says that the bot is meant: its name is only looked for to be taken out
 */
const nameIn = (body: string, self: Self, listed: boolean, anywhere: boolean): Span | null => {
  const searched = masked(body);
  const begin = searched.match(/^[\s\u2068]*/u)?.[0].length ?? 0;
  for (const { name, sure } of namesOf(self)) {
    const at = isNamedAt(searched, begin, name) ? begin : findName(searched, name);
    if (at < 0) continue;
    const isCall = isDoctrine(name)
      ? (listed && (at === begin || /[,;:.!?]\s*$/.test(body.slice(0, at)))) ||
        (at === begin && COMMAND_FOLLOWS.test(body.slice(at + name.length)))
      : anywhere || at === begin;
    if (sure || isCall) return { userId: self.userId, label: name, start: at, end: at + name.length };
  }
  return null;
};

const COMMAND_FOLLOWS = /^\s*[:,;]?\s*[!！/]\p{L}/u;

/** « Cloud au centre : … » begins many a sentence about the doctrine: a bot of that name is called by more than that. */
const isDoctrine = (name: string): boolean => /^cloud au centre$/i.test(name.replace(/[\s\u00a0-]+/g, ' '));

/** All ways to write the bot's name, longest first so that nothing of it is left; `sure` = with its `@`, or its whole id. */
const namesOf = ({ userId, displayName }: Self): readonly Way[] => {
  const display = displayName?.trim() ?? '';
  const short = display.replace(/\s*\[[^\]]*\]$/u, '');
  const bare = [display, short, localpartOf(userId)].filter((name) => name.length > 1);
  const ways: Way[] = bare.flatMap((name) => [
    { name: `@${name}`, sure: true },
    { name, sure: false },
  ]);
  return [{ name: userId, sure: true }, ...ways].sort((a, b) => b.name.length - a.name.length);
};

interface Way {
  readonly name: string;
  readonly sure: boolean;
}

/** The same text, where names are not looked for in quotations, addresses and links. */
const masked = (body: string): string =>
  body
    .replace(/^>.*$/gm, hidden)
    .replace(/\[[^[\]\n]{0,400}\]\([^()\s]{1,1000}\)/g, hidden)
    .replace(/\b(?:https?|matrix|mailto):\S+/g, hidden);

const hidden = (text: string): string => '_'.repeat(text.length);

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

/** The text with each span replaced by what `by` says of it; what follows a name taken out (comma, colon) goes with it. */
const replaced = (body: string, spans: readonly Span[], by: (span: Span) => string): string => {
  let text = body;
  for (const span of spans.toSorted((a, b) => b.start - a.start)) {
    const before = text.slice(0, span.start);
    const after = text.slice(span.end);
    const put = by(span);
    text =
      put === ''
        ? joined(before.trimEnd().replace(/\u2068$/u, ''), after.replace(/^[\u2069\s]*[:,;]?\s*/u, ''))
        : `${before}${put}${after}`;
  }
  return text.trim();
};

const joined = (before: string, after: string): string => {
  // « demander à @Robot si … »: what led to the name goes with it.
  const lead = before.replace(/(?<=^|[\s,;])(?:à|a|au|avec|par|to|from)$/iu, '').trimEnd();
  return lead === '' ? after : `${lead} ${after}`;
};
