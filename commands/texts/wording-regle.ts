import type { Lang } from '../../knowledge/answer/answer.ts';

/** Words around the quotations of `!regle`. `last`: number of the last rule. */
export const REGLE: Record<
  Lang,
  {
    rules: (last: number) => string;
    source: (text: string) => string;
    seeAlso: string;
    faq: string;
    detail: string;
    translation: string;
  }
> = {
  fr: {
    rules: (last) => `Règles R1 à R${last}`,
    source: (text) => `Premiers mots de chaque règle. Source\u00a0: ${text}.`,
    seeAlso: 'Règles voisines\u00a0: ',
    faq: 'La FAQ de la DINUM en parle aussi\u00a0: ',
    detail: 'Une règle entière\u00a0: ',
    translation: '',
  },
  en: {
    rules: (last) => `Rules R1 to R${last}`,
    source: (text) => `First words of each rule. Source: ${text} (courtesy translation).`,
    seeAlso: 'Neighbouring rules: ',
    faq: 'DINUM’s FAQ also speaks of it: ',
    detail: 'A whole rule: ',
    translation: 'Courtesy translation: where the two differ, the French text prevails.',
  },
};

/** `year`: of the text that has the rules. */
export const lastRule = (year: string, last: number): string =>
  `La doctrine de ${year} s’arrête à la règle R${last}.`;
export const ruleExpected = (last: number): string => `Une règle est attendue, de R1 à R${last}.`;
