/**
 * Where a rule stands: a passage of the corpus and the words it rests on.
 * The rules import nothing, so the pair is plain data; a test finds every quote verbatim in the corpus.
 */
export interface RuleCitation {
  /** Passage id, e.g. `circulaire-2023#R8`. */
  readonly passage: string;
  readonly quote: string;
}
