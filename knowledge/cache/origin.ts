/**
 * Where a value was read from, told by the value itself and not by what it holds: a copy of it, changed or not, has no
 * origin. What is computed from several values is kept under their origins.
 */
export const withOrigin = <T extends object>(value: T, origin: string): T => {
  origins.set(value, origin);
  return value;
};

/** Null when some value has none: nothing may be kept of it. */
export const originOf = (...values: readonly object[]): string | null => {
  const known = values.map((value) => origins.get(value) ?? null);
  return known.includes(null) ? null : known.join(' ');
};

const origins = new WeakMap<object, string>();
