import { type Decimal, decimal } from './decimal.ts';

/** A number written with digits: one reading, two that only its author can tell apart, or none. */
export type Literal =
  | { readonly kind: 'number'; readonly value: Decimal; readonly decimals: boolean }
  | { readonly kind: 'ambiguous'; readonly values: readonly [decimal: Decimal, thousands: Decimal] }
  | { readonly kind: 'malformed' };

/** Matches at most one literal at the start of a text; `readLiteral` says what it is worth. */
export const LITERAL =
  /^(?:0x[\da-f]+|\d+(?:[.,]\d+)?e[+-]?\d+(?![a-z\d])|\d{1,3}(?:([ '_])\d{3})(?:\1\d{3})*(?:[.,]\d+)*(?!\d)|[.,]?\d+(?:[.,]\d+)*)/;

/** Value of a literal: `3 500 000`, `1.234.567,89`, `1,234.5`, `1e6`; `3.500` is ambiguous, `1.2.3` malformed. */
export const readLiteral = (text: string): Literal => {
  if (text.startsWith('0x')) return { kind: 'malformed' };
  const scientific = /^([\d.,]+)e([+-]?)(\d+)$/.exec(text);
  if (scientific !== null) return readScientific(scientific);
  const grouped = /[ '_]/.test(text);
  const parts = text.replace(/[ '_]/g, '').split(/[.,]/);
  const separators = [...text.matchAll(/[.,]/g)].map(([sign]) => sign);
  const [head = '', ...tail] = parts;
  const last = tail.at(-1);
  if (last === undefined) return number(head, '');
  if (tail.length === 1) {
    return last.length === 3 && (grouped || /^[1-9]\d{0,2}$/.test(head))
      ? { kind: 'ambiguous', values: [value(head, last), value(head + last, '')] }
      : number(head, last);
  }
  if (grouped) return { kind: 'malformed' };
  const sameSign = new Set(separators).size === 1;
  if (sameSign) return isGrouped(parts) ? number(parts.join(''), '') : { kind: 'malformed' };
  const groupSigns = new Set(separators.slice(0, -1));
  const clear = groupSigns.size === 1 && !groupSigns.has(separators.at(-1) ?? '');
  return clear && isGrouped(parts.slice(0, -1))
    ? number(parts.slice(0, -1).join(''), last)
    : { kind: 'malformed' };
};

const readScientific = ([, mantissa = '', sign, power = '']: RegExpExecArray): Literal => {
  const base = readLiteral(mantissa);
  // A negative power is never a cost; more than two digits of power is never money.
  if (base.kind !== 'number' || sign === '-' || power.length > 2) return { kind: 'malformed' };
  const { units, exponent } = base.value;
  return { kind: 'number', value: { units, exponent: exponent + Number(power) }, decimals: false };
};

const isGrouped = ([first = '', ...rest]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3);

const number = (integer: string, fraction: string): Literal => ({
  kind: 'number',
  value: value(integer, fraction),
  decimals: fraction !== '',
});

const value = (integer: string, fraction: string): Decimal =>
  decimal(BigInt(`${integer}${fraction}`), -fraction.length);
