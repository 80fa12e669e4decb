import { CIRCULAIRE_2023_FROM, R7, R8 } from './texts/circulaire.ts';
import type { Dated } from './time/dated.ts';

/** Full cost, in cents, from which (included) a team that derogates from R6 owes the study of R7. */
export const seuilEtudeCents: readonly Dated<number>[] = [
  { from: CIRCULAIRE_2023_FROM, until: null, value: 1_000_000_00, citation: R7 },
];

/** Full cost, in cents, above which (excluded) the control of R8 joins the procedure of article 3. */
export const seuilControleCents: readonly Dated<number>[] = [
  { from: CIRCULAIRE_2023_FROM, until: null, value: 9_000_000_00, citation: R8 },
];
