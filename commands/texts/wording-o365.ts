/** Sentences of `!o365`; all that the texts say is quoted, not written here. */
export const O365 = {
  title: 'Office 365 et la doctrine « cloud au centre »',
  position: 'Position de la note de la DINUM du 15 septembre 2021',
  derogation: 'Dérogation prévue par la note',
  basis: 'Sur quoi la note se fonde',
  basisText:
    'La note applique la règle R9 telle que l’écrivait la circulaire n° 6282-SG du 5 juillet 2021, remplacée depuis par la version du 25 mai 2023 :',
  asks: 'Ce que demandent R9 et R14 depuis 2023',
  asksText:
    'La prémisse de la note (ces outils traitent des données sensibles) ne se transpose pas d’elle-même : depuis 2023, les deux conditions de R9 sont à examiner, et R14 rend la conformité à R9 impérative pour les services de R11 et R12. Aucun texte qui retire ou reprenne la note n’a été trouvé.',
  alternatives: 'Solutions que proposait la note',
} as const;
