/** Kind of fact that a folded question asks for, when it says so. */
export type QuestionType = 'duration' | 'quantity' | 'date' | 'place' | 'person';

const kinds: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'duration',
    /\b(?:combien de (?:temps|mois|jours|semaines|annees)|quelle? (?:duree|delai)|delai|duree|jusqu'a quand|how long|longtemps|deadline)\b/,
  ],
  [
    'quantity',
    /\b(?:combien|quel (?:montant|budget|prix|pourcentage|taux|seuil|cout|chiffre)|quelle (?:somme|part|proportion|enveloppe)|nombre|how (?:many|much))\b/,
  ],
  ['date', /\b(?:quand|a quelle date|quelle date|when|en quelle annee|date limite|depuis quand)\b/],
  [
    'place',
    /\b(?:ou (?:est|sont|se trouve|envoyer|trouver|heberger|mettre|s'adresser|se former|consulter)|dans quelle ville|adresse|where)\b/,
  ],
  [
    'person',
    /\b(?:qui|who|whose|quel (?:ministre|directeur|ministere|service|organisme)|quelle (?:entite|autorite|administration|direction))\b/,
  ],
];

export const questionTypeOf = (folded: string): QuestionType | null =>
  kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
