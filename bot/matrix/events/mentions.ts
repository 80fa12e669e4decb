import { fold } from '../../../knowledge/search/text/fold.ts';
import { localpartOf } from './user-id.ts';

/** Somebody named by a link, as clients write a mention. */
export interface Pill {
  readonly userId: string;
  /** What is shown instead of the id. */
  readonly label: string;
}

/** Where in a text somebody is named. */
export interface Span extends Pill {
  readonly start: number;
  readonly end: number;
}

/**
 * People named by links in the HTML of a message, quotations left out; nheko percent-encodes its links, Element does not.
 * The HTML is only searched, never shown.
 */
export const pillsOf = (html: string): readonly Pill[] =>
  [...withoutQuotations(html.slice(0, LONGEST)).matchAll(ANCHOR)].flatMap((found) => {
    const userId = personAt(unescaped(found[1] ?? found[2] ?? ''));
    return userId === null ? [] : [{ userId, label: plain(found[3] ?? '') }];
  });

/** People named by Markdown links: Element X writes `[@user:hs](https://matrix.to/#/@user:hs)` or `[Name](<https://…>)`. */
export const markdownMentions = (body: string): readonly Span[] =>
  [...body.slice(0, LONGEST).matchAll(MARKDOWN)].flatMap((found) => {
    const userId = personAt(found[2] ?? found[3] ?? '');
    const label = (found[1] ?? '').replace(/\\([[\]\\*_`])/g, '$1');
    return userId === null ? [] : [{ userId, label, start: found.index, end: found.index + found[0].length }];
  });

/**
 * A command in which the name that somebody typed after `@` is the id of a person whom the client says to be mentioned:
 * `@Jean Dupont [DINUM]` or `@jean.dupont` for `@jean.dupont-beta.gouv.fr:…`.
 */
export const withId = (command: string, userId: string): string => {
  const local = localpartOf(userId).toLowerCase();
  for (const found of command.matchAll(AT_NAME)) {
    const name = fold(found[1] ?? '');
    const words = name.split(' ');
    for (let count = words.length; count > 0; count--) {
      const said = words.slice(0, count).join('.');
      if (local !== said && !local.startsWith(`${said}-`) && !local.startsWith(`${said}.`)) continue;
      const length = (found[1] ?? '').split(/\s/).slice(0, count).join(' ').length + 1;
      const after = command.slice(found.index + length).replace(/^\s*\[[^\]\n]{0,80}\]/, '');
      return `${command.slice(0, found.index)}${userId}${after}`;
    }
  }
  return command;
};

/** The person that a link of matrix.to or of the `matrix:` scheme names, or null: rooms and messages are none. */
export const personAt = (link: string): string | null => {
  const found = PERSON.exec(link);
  if (found === null) return null;
  const id = decoded(found[2] ?? '');
  const userId = found[1] === 'matrix:u/' && !id.startsWith('@') ? `@${id}` : id;
  return USER.test(userId) ? userId : null;
};

/** Up to four words after an `@` that begins one; an id has a colon, and is left as it is. */
const AT_NAME = /(?<=^|[\s=])@(?![^\s:]*:[\p{L}\p{N}])([\p{L}\p{N}._'-]+(?:\s[\p{L}\p{N}._'-]+){0,3})/gu;
/** An event holds no more; what is longer is no message. */
const LONGEST = 65_536;
const ANCHOR =
  /<[a]\s[^>]{0,200}?href\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})')[^>]{0,200}>([\s\S]{0,400}?)<\/[a]>/gi;
const MARKDOWN =
  /\[((?:\\.|[^[\]\\\n]|\[[^[\]\n]{0,255}\]){1,400})\]\((?:<([^<>\s]{1,1000})>|([^()\s]{1,1000}))\)/g;
const PERSON = /^(https?:\/\/matrix\.to\/#\/|matrix:u\/)([^/?\s]{1,1000})(?:\?.*)?$/i;
const USER = /^@[^:\s]{1,254}:[^\s]{1,254}$/;

const withoutQuotations = (html: string): string => {
  let text = html;
  for (const tag of ['mx-reply', 'blockquote']) {
    const close = `</${tag}>`;
    // What opens and never closes quotes all that follows.
    for (let start = text.indexOf(`<${tag}`); start !== -1; start = text.indexOf(`<${tag}`)) {
      const end = text.indexOf(close, start);
      text = text.slice(0, start) + (end === -1 ? '' : text.slice(end + close.length));
    }
  }
  return text;
};

const plain = (html: string): string => unescaped(html.replace(/<[^>]{0,400}>/g, '')).trim();

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
