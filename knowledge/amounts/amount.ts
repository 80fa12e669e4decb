/** Why an amount is refused. The codes are those of JSON answers. */
export type AmountError = 'VIDE' | 'PAS_UN_NOMBRE' | 'NEGATIF' | 'DEVISE' | 'PLUSIEURS_MONTANTS';

/** What the reader should check in an amount that was understood. */
export type AmountWarning =
  /** Neither unit nor scale, and a small number: perhaps thousands or millions were meant. */
  | 'SANS_UNITE'
  | 'NUL'
  /** « environ », « ~ ». */
  | 'APPROCHE'
  /** More than two decimals of a euro were typed. */
  | 'ARRONDI'
  /** HT or TTC was typed: the texts do not say which the full cost is. */
  | 'TAXES';

export type AmountResult =
  | { readonly ok: true; readonly cents: number; readonly warnings: readonly AmountWarning[] }
  | {
      readonly ok: false;
      readonly error: AmountError;
      /** What made us refuse: the word that was not understood, the currency, the ambiguous number. */
      readonly found: string | null;
      /** The readings of an ambiguous amount, each written so that it can be copied. */
      readonly readings: readonly string[];
    };

export const refuse = (
  error: AmountError,
  found: string | null = null,
  readings: readonly string[] = [],
): Extract<AmountResult, { ok: false }> => ({ ok: false, error, found, readings });
