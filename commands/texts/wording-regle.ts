import type { Lang } from '../../knowledge/answer/answer.ts';

/** Words around the quotations of `!regle`. */
export const REGLE: Record<
  Lang,
  { rules: string; source: string; seeAlso: string; faq: string; detail: string; translation: string }
> = {
  fr: {
    rules: 'Règles R1 à R15',
    source: 'Premiers mots de chaque règle. Source : circulaire n° 6404/SG du 31 mai 2023, annexe.',
    seeAlso: 'Règles voisines : ',
    faq: 'La FAQ de la DINUM en parle aussi : ',
    detail: 'Une règle entière : ',
    translation: '',
  },
  en: {
    rules: 'Rules R1 to R15',
    source:
      'First words of each rule. Source: circular no. 6404/SG of 31 May 2023, annex (courtesy translation).',
    seeAlso: 'Neighbouring rules: ',
    faq: 'DINUM’s FAQ also speaks of it: ',
    detail: 'A whole rule: ',
    translation: 'Courtesy translation: where the two differ, the French text prevails.',
  },
};

export const LAST_RULE = 'La doctrine de 2023 s’arrête à la règle R15.';
export const RULE_EXPECTED = 'Une règle est attendue, de R1 à R15.';
