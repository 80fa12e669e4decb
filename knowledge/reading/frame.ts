import { fold } from '../search/text/fold.ts';
import { foldedView } from './folded-view.ts';

/** What a message is once courtesy, signature, links and quoted replies are off. */
export type FrameKind = 'question' | 'greeting' | 'thanks' | 'help' | 'identity' | 'ok' | 'bye' | 'wellbeing';

export interface Frame {
  /** What is asked, as written; empty when the message is only frame. */
  readonly core: string;
  readonly kind: FrameKind;
}

/** Expressions of `frames.yaml`, read on folded text. */
export interface FrameWords {
  readonly openings: readonly string[];
  readonly intros: readonly string[];
  readonly now: readonly string[];
  /** Said last, and sometimes followed by a name. */
  readonly thanks: readonly string[];
  readonly closings: readonly string[];
  readonly signoffs: readonly string[];
  /** Of a question on what changed: there a year is what is asked. */
  readonly changed: readonly string[];
  /** Of a question on whether a text still holds: the year that it is asked for ends it. */
  readonly valid: readonly string[];
  /** Anywhere in a message that asks nothing. */
  readonly thanked: readonly string[];
  readonly alone: Readonly<Record<'help' | 'identity' | 'ok' | 'bye' | 'wellbeing', readonly string[]>>;
}

export type FrameReader = (text: string) => Frame;

/**
 * Takes off what people put around a question, both ends and the middle, in French and English: what remains decides
 * of the answer. Pure; linear but for the number of pieces taken off, which `MOST_PIECES` bounds.
 */
export const createFrameReader = (words: FrameWords): FrameReader => {
  const only = (text: string): FrameKind | null => {
    const said = fold(text)
      .replace(/[^a-z0-9' -]+/g, ' ')
      .trim();
    return alone.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  };
  const start = startOf([...words.openings, ...words.thanks, ...words.closings]);
  const intro = startOf(words.intros);
  const now = startOf(words.now);
  const end = endOf([...words.thanks, ...words.closings, ...words.signoffs]);
  const thanks = endOf(words.thanks, NAME);
  const nowAtEnd = endOf(words.now);
  const changed = wordStartingWith(words.changed);
  const valid = wordStartingWith(words.valid);
  const thanked = wordStartingWith(words.thanked);
  const signoff = new RegExp(String.raw`(?<=^|[\s.,;:!?)])(?:${words.signoffs.join('|')})(?![a-z0-9'])`, 'g');
  const alone = Object.entries(words.alone).map(
    ([kind, list]) => [kind as FrameKind, new RegExp(`^(?:${list.join('|')})$`)] as const,
  );

  /** The sentence without its frame; '' when nothing else was there. */
  const bare = (sentence: string, keeps: 'nothing' | 'year' | 'last year'): string => {
    let text = sentence.trim();
    for (let piece = 0; piece < MOST_PIECES; piece++) {
      const { folded, at } = foldedView(text);
      const from = cutStart(folded, [start, intro, ...(keeps === 'year' ? [] : [now])]);
      const to = cutEnd(folded, [end, thanks, ...(keeps === 'nothing' ? [nowAtEnd] : [])], from);
      const next = text.slice(at[from] ?? 0, at[to] ?? text.length).trim();
      if (next === text) return next;
      text = next;
    }
    return text;
  };

  return (message) => {
    const text = withoutSignature(withoutQuotedAndLinks(message), signoff);
    const asked = fold(text);
    const keeps = changed.test(asked) ? 'year' : valid.test(asked) ? 'last year' : 'nothing';
    const kept = sentencesOf(text)
      .map((sentence) => bare(sentence, keeps))
      .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
    const left = unshouted(kept.join(' '));
    const kind = only(message) ?? only(left);
    if (kind !== null) return { core: '', kind };
    if (left !== '') return { core: left, kind: 'question' };
    return { core: '', kind: thanked.test(fold(message)) ? 'thanks' : 'greeting' };
  };
};

/** Several readers ask for the frame of the message at hand, one after the other. */
export const keepingLatest = (readFrame: FrameReader): FrameReader => {
  let latest: { readonly message: string; readonly frame: Frame } | null = null;
  return (message) => {
    if (latest?.message !== message) latest = { message, frame: readFrame(message) };
    return latest.frame;
  };
};

const MOST_PIECES = 12;

/** What may separate a piece from the rest. */
const SEPARATOR = String.raw`[\s,;:.!?…()\[\]*_-]`;

/** Dictation and some keyboards write « d avance » for « d'avance ». */
const eitherOf = (pieces: readonly string[]): string =>
  pieces.map((piece) => piece.replaceAll("'", "[' ]")).join('|');

const wordStartingWith = (pieces: readonly string[]): RegExp => new RegExp(`\\b(?:${pieces.join('|')})`);

const startOf = (pieces: readonly string[]): RegExp =>
  new RegExp(`^${SEPARATOR}*(?:${eitherOf(pieces)})(?![a-z0-9'])${SEPARATOR}*`);

/** « Merci, la RH », « merci et bonne journée, Sophie »: who signs, never a question. */
const NAME = `(?: et(?= *$)|,? et (?=$)|, ?(?!et |ou |qui |que |quoi |quand |comment |combien |pourquoi |and |or )(?:[a-z.'-]+ ?){1,3}(?=[.! ]*$))?`;

const endOf = (pieces: readonly string[], after = ''): RegExp =>
  new RegExp(String.raw`(?<=^|[\s,;:.!?()-])(?:${eitherOf(pieces)})(?![a-z0-9'])${after}[\s,;:.!…()*_-]*$`);

const cutStart = (folded: string, patterns: readonly RegExp[]): number =>
  Math.max(0, ...patterns.map((pattern) => pattern.exec(folded)?.[0].length ?? 0));

const cutEnd = (folded: string, patterns: readonly RegExp[], from: number): number =>
  Math.max(
    from,
    Math.min(
      folded.length,
      ...patterns.flatMap((pattern) => {
        const found = pattern.exec(folded);
        return found === null ? [] : [found.index];
      }),
    ),
  );

/** Sentences with their mark; a line end separates too. A point within a number or a name, or after « M. », does not. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])(?<!(?:^|\s)(?:MM?|Mr|Dr|Pr)\.)\s+|\n+/)
    .filter((sentence) => sentence.trim() !== '');

/** Lines that quote another message, and links, which say nothing of what is asked. */
const withoutQuotedAndLinks = (message: string): string => {
  const own = message.split(/\r?\n/).filter((line) => !/^\s*>/.test(line));
  const lines = own.some((line) => /[\p{L}\p{N}]/u.test(line))
    ? own.join('\n')
    : message.replace(/^\s*>/gm, '');
  return lines
    .replace(/(?<!\])\((?:voir|cf\.?|see|source|lien|link)?\s*:?\s*<?(?:https?:|www\.)[^\s()]+>?\s*\)/gi, ' ')
    .replace(/\[([^\]\n]{0,200})\]\(<?(?:https?|matrix):[^)\s]*>?\)/gi, ' $1 ')
    .replace(/<?(?:\b(?:https?|matrix):|\bwww\.)[^\s<>]+>?/gi, ' ')
    .replace(/[ \t]{2,}/g, ' ');
};

/** Cuts from the sign-off to the end, unless a question follows it. */
const withoutSignature = (text: string, signoff: RegExp): string => {
  const dashes = /\n-- ?\n/.exec(text);
  const body = dashes === null || dashes.index < 3 ? text : text.slice(0, dashes.index);
  const { folded, at } = foldedView(body);
  for (const found of folded.matchAll(signoff)) {
    const before = folded.slice(0, found.index);
    if (!/[a-z0-9]/.test(before)) continue;
    const after = folded.slice(found.index + found[0].length);
    if (after.includes('?') || after.length > LONGEST_SIGNATURE) continue;
    return body.slice(0, at[found.index] ?? body.length);
  }
  return body;
};

const LONGEST_SIGNATURE = 400;

/** A message typed in capitals reads as one that is not. */
const unshouted = (text: string): string => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return letters.length >= SHORTEST_SHOUT && capitals > letters.length * SHOUTED ? text.toLowerCase() : text;
};

const SHORTEST_SHOUT = 12;
const SHOUTED = 0.8;
