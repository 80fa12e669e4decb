import type { RuleCitation } from '../citation.ts';

/** Press kit of 2 November 2021: no rule, but the only text of the corpus that names the OIV. */
export const PRESSE_OIV: RuleCitation = {
  passage: 'rappel-strategie-2021-11-02#doctrine.exemplarite',
  quote:
    "la volonté du gouvernement est de montrer l'exemple et d'inciter les OIV, les OSE et les collectivités territoriales à recourir au cloud et à utiliser des offres SecNumCloud pour les données sensibles.",
};
