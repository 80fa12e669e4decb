/**
 * R9 in 2021 and in 2023, in our words: the text of 2021 is not in the corpus. For 2021 the facts come from
 * DINUM's page « Les règles de la doctrine » (state of 19/07/2021), which reproduced the circular.
 */
export const FACTS: readonly {
  readonly code: string;
  readonly criterion: string;
  readonly in2021: string;
  readonly in2023: string;
}[] = [
  {
    code: 'test',
    criterion: 'Données visées',
    in2021:
      'par catégories, liste ouverte : données personnelles des citoyens, données économiques des entreprises, applications métiers des agents publics',
    in2023: 'deux conditions cumulatives : nature ou emploi des données, et conséquence de leur violation',
  },
  {
    code: 'otherwise',
    criterion: 'Pour les autres données',
    in2021: 'préférer SecNumCloud lorsque c’est possible',
    in2023: 'le recours à une offre qualifiée et immunisée n’est pas requis',
  },
  {
    code: 'immunity',
    criterion: 'Immunité',
    in2021: 'contre toute réglementation extracommunautaire',
    in2023: 'contre tout accès non autorisé par des autorités publiques d’États tiers',
  },
  {
    code: 'derogation',
    criterion: 'Dérogation accordée par',
    in2021: 'le ministre',
    in2023: 'le ministre, après validation du Premier ministre',
  },
];

export const SOURCE_2021 = {
  before:
    'Résumé des différences, par nos soins. Pour 2021, le texte n’est pas dans le corpus. Source : site de la DINUM, page « Les règles de la doctrine », état du 19/07/2021, et ',
  link: 'circulaire n° 6282-SG du 5 juillet 2021',
  href: 'https://www.legifrance.gouv.fr/circulaire/id/45205',
  after: ' (hors corpus, à vérifier). Pour 2023 : la circulaire n° 6404/SG, citée plus bas.',
};

export const QUOTED_2021 = 'Ce que le corpus dit de la version de 2021';
export const QUOTED_2023 = 'Ce que dit la circulaire de 2023';
export const EXPECTED =
  'Seules deux versions de la règle R9 peuvent être comparées : celle de 2021 et celle de 2023.';
