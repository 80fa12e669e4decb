import { fold } from '../../knowledge/search/text/fold.ts';

/** Whether a text asks something: it answers no question of an interview, whatever that question is. */
export const isQuestion = (text: string): boolean => {
  const said = fold(text);
  return /[^\s?]{2,}\s*\?+\s*$/.test(said) || ASKS.test(said) || INVERTED.test(said);
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
  /^(?:c'est quoi|qu'est[- ]ce|que (?:dit|disent|faut|faire)|quels? (?:est|sont)|quelles? (?:est|sont)|comment|pourquoi|combien|est[- ]ce qu|faut[- ]il|peut[- ]on|doit[- ]on|qui (?:doit|valide|peut)|y a[- ]t[- ]il|(?:je (?:voudrais|souhaite|souhaiterais|veux)|j'aimerais) (?:bien )?(?:savoir|connaitre|comprendre)|(?:pouvez|savez|pourriez)[- ]vous|(?:peux|sais|pourrais)[- ]tu|(?:dites|dis|expliquez|rappelez|explique|rappelle)[- ]moi)\b/;
/** « une commune est-elle concernée », « le SaaS y échappe-t-il »: the verb before its subject. */
const INVERTED = /(?<!\b(?:dit|rendez))-(?:t-)?(?:il|elle|on|ils|elles)\b/;
const TENTATIVE =
  /^(?:(?:je (?:pense|crois|dirais)|il me semble)(?: bien)?(?: que)?|a priori|plutot|sans doute|probablement|bien sur(?: que)?|euh|ben|eh bien)[ ,]+(oui|non)\b(?! (?:et|ou|mais)\b)/;
/** « oui et non », « oui mais » are no answer. */
const FIRST =
  /^(oui|non)(?! ?[,;]? ?(?:et (?:oui|non)|ou|mais|enfin|sauf|pas (?:vraiment|tout)|je ne sais))[ ,;:.]/;
