/** Words around the ceiling of a derogation from R9. */
export const PLAFOND_VERDICT = {
  ifKept: 'Si l’on retient le',
  notAfter: 'comme date de l’offre acceptable, la dérogation ne peut aller au-delà du',
  convention:
    'Aucun texte ne désigne cette date : elle est celle de votre message. Les douze mois sont comptés de quantième à quantième, par convention ; un plafond n’est pas reporté s’il tombe un jour non ouvré.',
} as const;
