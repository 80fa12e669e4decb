/** Exact decimal number `units × 10^exponent`: money never goes through binary fractions. */
export interface Decimal {
  readonly units: bigint;
  readonly exponent: number;
}

export const decimal = (units: bigint | number, exponent = 0): Decimal => ({
  units: BigInt(units),
  exponent,
});

export const add = (a: Decimal, b: Decimal): Decimal => {
  const exponent = Math.min(a.exponent, b.exponent);
  return { units: at(a, exponent) + at(b, exponent), exponent };
};

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  exponent: a.exponent + b.exponent,
});

/** Largest amount taken, 10 000 milliards: far above any project, and cents stay a safe integer. */
const LIMIT_CENTS = 1_000_000_000_000_000n;

/**
 * Integer cents of a non-negative number of euros, or null beyond 10 000 milliards.
 * A fraction of a cent is rounded towards the side that is not a round euro: thresholds are round euros,
 * so that 999 999,999 € never becomes a million, nor 9 000 000,001 € nine millions.
 */
export const toCents = (euros: Decimal): { readonly cents: number; readonly rounded: boolean } | null => {
  const exponent = euros.exponent + 2;
  if (euros.units !== 0n && exponent > 20) return null;
  if (exponent >= 0) {
    const cents = euros.units * 10n ** BigInt(exponent);
    return cents > LIMIT_CENTS ? null : { cents: Number(cents), rounded: false };
  }
  const divisor = 10n ** BigInt(-exponent);
  const floor = euros.units / divisor;
  if (floor > LIMIT_CENTS) return null;
  const exact = floor * divisor === euros.units;
  const cents = !exact && floor % 100n === 0n ? floor + 1n : floor;
  return { cents: Number(cents), rounded: !exact };
};

const at = ({ units, exponent }: Decimal, wanted: number): bigint => units * 10n ** BigInt(exponent - wanted);
