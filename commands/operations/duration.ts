/** A number of seconds as people say it, to its two largest units: `3 j 4 h`, `12 min 5 s`. */
export const duration = (seconds: number): string => {
  const units = UNITS.reduce<{ rest: number; parts: string[] }>(
    ({ rest, parts }, [size, name]) => ({
      rest: rest % size,
      parts: rest >= size ? [...parts, `${Math.floor(rest / size)} ${name}`] : parts,
    }),
    { rest: Math.max(0, Math.floor(seconds)), parts: [] },
  );
  return units.parts.slice(0, 2).join(' ') || '0 s';
};

const UNITS = [
  [86_400, 'j'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;
