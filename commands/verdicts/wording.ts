/** Titles of the verdicts given beside the passages that answer a question. */
export const QUESTION_VERDICT = {
  seuil: 'Seuils de contrôle',
  plafond: 'Plafond d’une dérogation à R9',
} as const;

export const PLAFOND_VERDICT = {
  ifKept: 'Si l’on retient le',
  notAfter: 'comme date de l’offre acceptable, la dérogation ne peut aller au-delà du',
  convention:
    'Aucun texte ne désigne cette date : elle est celle de votre message. Les douze mois sont comptés de quantième à quantième, par convention ; un plafond n’est pas reporté s’il tombe un jour non ouvré.',
} as const;
