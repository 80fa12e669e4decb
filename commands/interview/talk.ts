import { fold } from '../../knowledge/search/text/fold.ts';

/** Whether a text asks something: it answers no question of an interview, whatever that question is. */
export const isQuestion = (text: string): boolean => {
  const said = fold(text);
  return /[^\s?]{2,}\s*\?+\s*$/.test(said) || ASKS.test(said);
};

/** « oui c'est un établissement public », « je pense que oui », « plutôt non » → `oui`, `non`; null when it is neither. */
export const yesOrNo = (said: string): 'oui' | 'non' | null => {
  const tentative = TENTATIVE.exec(said)?.[1];
  const first = FIRST.exec(said)?.[1];
  const word = tentative ?? first;
  return word === 'oui' || word === 'non' ? word : null;
};

/** Words that open a question and nothing else. */
const ASKS =
  /^(?:c'est quoi|qu'est[- ]ce|que (?:dit|disent|faut|faire)|quels? (?:est|sont)|quelles? (?:est|sont)|comment|pourquoi|combien|est[- ]ce qu|faut[- ]il|peut[- ]on|doit[- ]on|qui (?:doit|valide|peut)|y a[- ]t[- ]il)\b/;
const TENTATIVE =
  /^(?:(?:je (?:pense|crois|dirais)|il me semble)(?: bien)?(?: que)?|a priori|plutot|sans doute|probablement|bien sur(?: que)?|euh|ben|eh bien)[ ,]+(oui|non)\b(?! (?:et|ou|mais)\b)/;
/** « oui et non », « oui mais » are no answer. */
const FIRST =
  /^(oui|non)(?! ?[,;]? ?(?:et (?:oui|non)|ou|mais|enfin|sauf|pas (?:vraiment|tout)|je ne sais))[ ,;:.]/;
