import { LITERAL, type Literal, readLiteral } from './number-literal.ts';
import { SCALE_SIGNS, SCALE_WORDS, UNITS } from './number-words.ts';
import { APPROXIMATELY, BOUNDS, CENTIME, EURO, FILLERS, FOREIGN, TAXES } from './words.ts';

export type Token =
  | { readonly kind: 'literal'; readonly text: string; readonly literal: Literal }
  | { readonly kind: 'unit'; readonly text: string; readonly value: number }
  /** `sum` = written in full, so that a smaller term may follow. */
  | { readonly kind: 'scale'; readonly text: string; readonly power: number; readonly sum: boolean }
  | {
      readonly kind:
        | 'half'
        | 'and'
        | 'point'
        | 'billion'
        | 'euro'
        | 'centime'
        | 'foreign'
        | 'minus'
        | 'tax'
        | 'approximate'
        | 'bound'
        | 'filler'
        | 'unknown';
      readonly text: string;
    };

/** Cuts a normalised text into what it means for an amount. Nothing is dropped: unknown words stay as such. */
export const tokenise = (normalised: string): readonly Token[] => {
  const tokens: Token[] = [];
  // « quatre-vingts », « demi-million »: a hyphen between letters joins words, it is no minus.
  // « 3,5 €M » is « 3,5 M€ » in the accounts of companies.
  let rest = normalised.replace(/(?<=[a-z])-(?=[a-z])/g, ' ').replace(/(?<=\d\s?)€(m|k|mds?|bn)\b/g, '$1€');
  while (rest !== '') {
    const found = phrase(rest) ?? literal(rest) ?? word(rest);
    tokens.push(...found);
    rest = rest.slice(found.reduce((length, { text }) => length + text.length, 0)).trimStart();
  }
  return tokens;
};

const PHRASES = (
  [
    [BOUNDS, 'bound'],
    [APPROXIMATELY, 'approximate'],
    [TAXES, 'tax'],
  ] as const
).flatMap(([texts, kind]) => [...texts].map((text) => ({ text, kind })));

/** Expressions of several words first, the longest first: « plus de » is not « plus ». */
const phrase = (rest: string): [Token] | null => {
  const found = PHRASES.filter(({ text }) => startsWithWord(rest, text)).toSorted(
    (a, b) => b.text.length - a.text.length,
  )[0];
  return found === undefined ? null : [found];
};

const literal = (rest: string): [Token] | null => {
  const text = LITERAL.exec(rest)?.[0];
  return text === undefined ? null : [{ kind: 'literal', text, literal: readLiteral(text) }];
};

const word = (rest: string): Token[] => {
  const text = /^(?:[dl]'|[a-z]+\.?|\p{Sc}|.)/u.exec(rest)?.[0] ?? rest;
  const bare = text.length > 1 && text.endsWith('.') ? text.slice(0, -1) : text;
  const unit = UNITS.get(bare);
  if (unit !== undefined) return [{ kind: 'unit', text, value: unit }];
  const power = SCALE_WORDS.get(bare);
  if (power !== undefined) return [{ kind: 'scale', text, power, sum: true }];
  const sign = SCALE_SIGNS.get(bare);
  if (sign !== undefined) {
    const scale: Token = { kind: 'scale', text, power: sign.power, sum: false };
    return sign.euro ? [scale, { kind: 'euro', text: '' }] : [scale];
  }
  return [{ kind: kindOf(bare), text }];
};

const kindOf = (text: string) => {
  if (EURO.has(text)) return 'euro';
  if (text === 'demi' || text === 'demie') return 'half';
  if (text === 'et') return 'and';
  if (text === 'virgule' || text === 'point') return 'point';
  if (text === 'billion' || text === 'billions') return 'billion';
  if (CENTIME.has(text)) return 'centime';
  if (FOREIGN.has(text) || /^\p{Sc}$/u.test(text)) return 'foreign';
  if (text === '-' || text === 'moins') return 'minus';
  return FILLERS.has(text) ? 'filler' : 'unknown';
};

const startsWithWord = (rest: string, text: string): boolean => {
  if (!rest.startsWith(text)) return false;
  return !/[a-z]$/.test(text) || !/^[a-z]/.test(rest.slice(text.length));
};
