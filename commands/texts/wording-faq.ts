export const FAQ_WITHOUT = (words: string): string =>
  `La FAQ de la DINUM n’emploie pas les mots « ${words} ».`;
export const FAQ_NEAREST = 'Ses passages les plus proches, qui n’y répondent pas forcément :';
export const FAQ_SECTIONS = 'Ses rubriques :';
