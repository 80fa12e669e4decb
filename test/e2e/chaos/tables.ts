/** A register of so many long lines, as a table to import. */
export const registerOf = (lines: number): string =>
  [
    'projet;regle;accordee;offre_acceptable;reference',
    ...Array.from(
      { length: lines },
      (_, n) => `Projet ${n} ${'au nom fort long '.repeat(7)};R9;2026-03-12;2026-07-31;DEC-${n}`,
    ),
  ].join('\n');
