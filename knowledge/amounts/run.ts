import { add, type Decimal, decimal, multiply } from './decimal.ts';
import type { Token } from './tokens.ts';

/** One number with its scales: `2 millions 500 mille`, `un demi-million`, `3,5 M`. */
export type Run =
  | { readonly kind: 'value'; readonly value: Decimal; readonly bare: 'integer' | 'decimal' | null }
  | { readonly kind: 'ambiguous'; readonly values: readonly Decimal[] }
  | { readonly kind: 'malformed' };

interface Term {
  readonly values: readonly Decimal[];
  readonly power: number;
  readonly sum: boolean;
  readonly decimals: boolean;
  readonly next: number;
}

/** Reads the run that begins at `start`, or null if none does; `next` is the first token after it. */
export const readRun = (tokens: readonly Token[], start: number): { run: Run; next: number } | null => {
  const first = readTerm(tokens, start);
  if (first === null) return null;
  if (first === 'malformed') return { run: { kind: 'malformed' }, next: start + 1 };
  const terms = [first];
  let last = first;
  while (last.power > 0) {
    const next = readTerm(tokens, last.next);
    if (next === null || next === 'malformed' || !follows(next, last)) break;
    terms.push(next);
    last = next;
  }
  return { run: total(terms), next: last.next };
};

/** A smaller term may be added to a larger one: `1 million 200 mille`, `mille deux cents`. */
const follows = (next: Term, last: Term): boolean => {
  const value = next.values[0];
  return (
    next.power < last.power &&
    next.values.length === 1 &&
    value !== undefined &&
    !next.decimals &&
    value.units * 10n ** BigInt(next.power) < 10n ** BigInt(last.power)
  );
};

const total = (terms: readonly Term[]): Run => {
  const [first] = terms;
  if (first === undefined) return { kind: 'malformed' };
  if (terms.length === 1) {
    const scaled = first.values.map((value) => scale(value, first.power));
    const [value] = scaled;
    if (value === undefined) return { kind: 'malformed' };
    if (scaled.length > 1) return { kind: 'ambiguous', values: scaled };
    return { kind: 'value', value, bare: first.power > 0 ? null : first.decimals ? 'decimal' : 'integer' };
  }
  const sum = (list: readonly Term[]): Decimal =>
    list.map(({ values, power }) => scale(values[0] ?? decimal(0), power)).reduce(add);
  const tail = terms.at(-1);
  const before = terms.at(-2);
  if (tail === undefined || before === undefined) return { kind: 'malformed' };
  const units = tail.values[0]?.units ?? 0n;
  // « 2 millions 500 », « 1M5 »: two millions and five hundred euros, or two and a half?
  if (tail.power === 0 && before.power >= 6 && units < 1000n) {
    const decimals = scale(decimal(units), before.power - String(units).length);
    return { kind: 'ambiguous', values: [sum(terms), add(sum(terms.slice(0, -1)), decimals)] };
  }
  const added = terms.slice(0, -1).every((term) => term.sum);
  // « 1 M 500 k€ » may be a sum or two prices: the reading is offered, not taken.
  return added
    ? { kind: 'value', value: sum(terms), bare: null }
    : { kind: 'ambiguous', values: [sum(terms)] };
};

/** A coefficient and its scales: `deux cent mille`, `3,5 M`, `demi-million`, `2 millions et demi`. */
const readTerm = (tokens: readonly Token[], start: number): Term | null | 'malformed' => {
  const token = tokens[start];
  if (token === undefined) return null;
  if (token.kind === 'literal' && token.literal.kind === 'malformed') return 'malformed';
  const coefficient = readCoefficient(tokens, start);
  let { next } = coefficient ?? { next: start };
  let power = 0;
  let sum = true;
  let scaled = tokens[next];
  while (scaled?.kind === 'scale') {
    // « k » after « M » is another amount; « mille milliards » is one.
    if (power > 0 && !(sum && scaled.sum)) break;
    power += scaled.power;
    sum = scaled.sum;
    next += 1;
    // « 3 millions de milliards » is no cost; « mille millions » is.
    scaled = tokens[next];
  }
  if (coefficient === null) {
    // « mille euros » is a thousand, « million » alone is no number.
    const isThousand = token.kind === 'scale' && token.sum && token.power === 3;
    return isThousand ? { values: [decimal(1)], power, sum, decimals: false, next } : null;
  }
  const half = power > 0 && tokens[next]?.kind === 'and' && tokens[next + 1]?.kind === 'half';
  if (!half) return { ...coefficient, power, sum, next };
  const values = coefficient.values.map((value) => add(value, decimal(5, -1)));
  return { values, decimals: true, power, sum, next: next + 2 };
};

type Coefficient = Pick<Term, 'values' | 'decimals' | 'next'>;

const readCoefficient = (tokens: readonly Token[], start: number): Coefficient | null => {
  const token = tokens[start];
  const after = tokens[start + 1];
  if (token?.kind === 'literal') {
    const { literal } = token;
    if (literal.kind === 'malformed') return null;
    const values = literal.kind === 'number' ? [literal.value] : literal.values;
    const decimals = literal.kind === 'number' && literal.decimals;
    // « 1 demi-million » says half a million.
    if (after?.kind === 'half') return { values: [decimal(5, -1)], decimals: true, next: start + 2 };
    return { values, decimals, next: start + 1 };
  }
  if (token?.kind === 'half') return { values: [decimal(5, -1)], decimals: true, next: start + 1 };
  return readWords(tokens, start);
};

const readWords = (tokens: readonly Token[], start: number): Coefficient | null => {
  const integer = readUnits(tokens, start);
  if (integer === null) return null;
  const after = tokens[integer.next];
  const whole = { values: [decimal(integer.value)], decimals: false, next: integer.next };
  if (after?.kind === 'half' && integer.value === 1) {
    return { values: [decimal(5, -1)], decimals: true, next: integer.next + 1 };
  }
  if (after?.kind !== 'point') return whole;
  let next = integer.next + 1;
  let zeros = 0;
  while (isUnit(tokens[next], 0)) {
    zeros += 1;
    next += 1;
  }
  const fraction = readUnits(tokens, next);
  if (fraction === null) return whole;
  const exponent = -(zeros + String(fraction.value).length);
  const value = add(decimal(integer.value), decimal(fraction.value, exponent));
  return { values: [value], decimals: true, next: fraction.next };
};

/** « quatre-vingt-dix-neuf », « deux cent vingt et un »: below a thousand. */
const readUnits = (tokens: readonly Token[], start: number): { value: number; next: number } | null => {
  let next = start;
  let value = 0;
  for (let token = tokens[next]; ; token = tokens[next]) {
    const linked = token?.kind === 'and' && next > start ? tokens[next + 1] : undefined;
    const unit = linked?.kind === 'unit' && (linked.value === 1 || linked.value === 11) ? linked : token;
    if (unit?.kind !== 'unit') break;
    if (unit.value === 100) value = Math.max(value, 1) * 100;
    else if (unit.value === 20 && value % 100 === 4) value += 76;
    else value += unit.value;
    next += unit === token ? 1 : 2;
  }
  return next === start ? null : { value, next };
};

const isUnit = (token: Token | undefined, value: number): boolean =>
  token?.kind === 'unit' && token.value === value;

const scale = (value: Decimal, power: number): Decimal => multiply(value, decimal(1, power));
