import { fold } from '../search/text/fold.ts';
import { ruleReferences } from '../search/text/rule-references.ts';
import { type Again, readAgain } from './again.ts';
import { isOtherSubject, withoutCorrection } from './correction.ts';

/** What a message that only makes sense after another one asks. */
export type FollowUp =
  /** « pourquoi ? »: the proof of what was answered. */
  | { readonly kind: 'why' }
  /** « t’es sûr ? », « quel texte dit ça ? », « en anglais ? »: the same answer, seen otherwise. */
  | { readonly kind: 'again'; readonly as: Again }
  /** « et R6 ? »: the same of another rule. */
  | { readonly kind: 'rules'; readonly rules: readonly number[] }
  /** « et la suivante ? »: the rule after, or before. */
  | { readonly kind: 'next'; readonly step: 1 | -1 }
  /** « et pour une commune ? », « combien de temps ? »: the rest of the question is in the turn before. */
  | { readonly kind: 'rest'; readonly core: string };

/**
 * Reads an elliptic second turn, its courtesy taken off; null for a question that stands by itself. Only its form is
 * looked at: whether there is something to follow is for the caller.
 */
export const readFollowUp = (core: string): FollowUp | null => {
  const said = fold(core)
    .replace(/[?!….\s]+$/, '')
    .replace(/^[\s,;:.…-]+/, '');
  if (isOtherSubject(said)) return null;
  const corrected = withoutCorrection(core);
  if (corrected !== null) return { kind: 'rest', core: corrected };
  const words = said.match(/[a-z0-9€%]+/g) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (WHY.test(said)) return { kind: 'why' };
  const again = readAgain(said);
  if (again !== null) return { kind: 'again', as: again };
  if (ALSO.test(said)) return { kind: 'rest', core: core.trim().replace(LAST_ALSO, '') };
  const linked = LINK.exec(said);
  const other = OTHER_RULE.exec(said)?.groups;
  if (other !== undefined) return { kind: 'next', step: other.before === undefined ? 1 : -1 };
  const rest = linked === null ? said : said.slice(linked[0].length);
  const rules = ruleReferences(rest);
  if (linked !== null && rules.length > 0 && ONLY_RULES.test(rest)) return { kind: 'rules', rules };
  const elliptic = linked === null ? BARE.test(said) || POINTS_BACK.test(said) : !STANDS_ALONE.test(rest);
  return elliptic ? { kind: 'rest', core: core.trim() } : null;
};

/** Longer messages say what they are about. */
const MOST_WORDS = 12;

const WHY =
  /^(?:(?:et|mais|ah bon|ah|ok|and|but) ?,? )?(?:pourquoi(?: (?:ca|cela|donc|pas))?|why(?: (?:not|is that|so))?|pour quelle raison)$/;

/** « Zoom aussi ? », « la recette également », « contractors too »: a name, then that it is one more. */
const ALSO =
  /^(?!(?:qui|que|quoi|quels?|quelles?|comment|combien|faut|peut|est-ce|doit|what|who|is|are|do|does|can|how|moi|merci|thanks|il|elle|on|je|ca|c'est) ?)(?:[a-z0-9'-]+ ){1,5}(?:aussi|egalement|too|as well)$/;
const LAST_ALSO = /[ ,]*(?:aussi|également|too|as well)[\s?!….]*$/iu;

/** « et la suivante ? », « celle d’avant ». */
const OTHER_RULE =
  /^(?:(?:ok|et|puis|and|then) ?,? )*(?:(?:la|the|celle|regle|rule|c'est quoi|que dit|what is) )*(?:regle |rule )?(?:(?:suivante|d'apres|next)|(?<before>precedente|d'avant|previous))(?: regle| rule| one)?$/;

/** What ties a message to the one before. */
const LINK =
  /^(?:(?:ok|oui|non|d'accord|ah|mais|donc|bon|right|yes|no|well) ?,? )?(?:et|mais|and|but|meme|even|sinon|or|(?:entre les|between the) (?:deux|two)(?=,? (?:disons|mettons|genre|soit|say|let's say))|quid|what about|how about|what if|sauf|ou alors|pareil|idem|(?:la )?meme (?:chose|question|reponse)|(?:the )?same(?: (?:thing|question))?|dont|ou(?= (?:un|une|chez|sur|des|pour|avec)\b))(?: (?:alors|donc|du coup|then|aussi|also|encore))?(?= |$|,|')[ ,]*/;

const ONLY_RULES =
  /^(?:(?:pour|de|d'|a|sur|la|le|les|l'|du|the|for|of|to|about|avec|dans|regle|regles|rule|rules|article|c'est|en) ?)*r?\.? ?\d{1,2}(?: (?:et|and|ou|or) (?:r ?)?\d{1,2})?$/;

/** After a link, a question with its own verb and subject stands alone. */
const STANDS_ALONE =
  /^(?:qu'est-ce que|quelles? (?:est|sont)|quels? sont|que dit|what (?:is|are|does)|is [a-z]+ (?:[a-z]+ )?(?:mandatory|required|bound)|(?:faut|peut|doit|doivent)-(?:il|on|ils) (?:[a-z']+ ){4})|, (?:faut|peut|doit|est|que|qui|quelle?|combien) ?/;

/** A question word, with nothing that says of what. */
const BARE =
  /^(?:(?:pendant |pour |depuis |until |for |a |de |avec |chez |par |with |to |by |dans |sous |en |from )?(?:combien(?: de temps| ca coute| d'annees| de mois)?|qui(?: ca| donc)?|quand|comment(?: faire| on fait| ca)?|ou(?: ca)?|a partir de quand|jusqu'a quand|quel(?:le)?s? (?:methode|delai|duree|regle|texte|condition|exception|preuve|piece|document|seuil|date|recours|criteres?|conditions|exceptions|preuves|pieces|documents|seuils|outils?|format|procedure|duree maximale)s?|how long|how|when|where|who|which(?: one)?s?|how much|by whom|what (?:method|deadline|proof|conditions?|exceptions?|documents?)|combien)(?: (?:alors|donc|du coup|exactement|precisement|concretement|then|exactly|svp|au juste|au maximum|maximum|max|ensuite|apres))?)$|^(?:qui|who) (?:valide|decide|signe|controle|verifie|accorde|paie|paye|le fait|le dit|evalue|approuve|tranche|instruit|prevenir|contacter|s'en charge|est responsable|approves|decides|signs|checks|pays|grants)(?: (?:alors|donc|ca|cela|it|that))?$|^(?:(?:an?|any|some|for|one|another|give me an?) (?:examples?|exceptions?|conditions?|exemptions?)|par exemple|comme quoi|such as(?: what)?|like what)$|^(?:des|une|un|d'autres) (?:exceptions?|exemples?|conditions?|derogations?|sanctions?|delai)$/;

/** What stands for the subject is a pronoun, or there is none. */
const POINTS_BACK =
  /^(?:qui|quand|comment|ou|pourquoi|combien|a qui|who|when|how|where)(?: (?:est-ce que?|est-ce qu'))? ?(?:l'|le |la |les |ca |cela |c'|ce |on |je |j'|nous |dois-je |puis-je |peut-on |faut-il |grants? (?:it|that)|does (?:it|that)|is (?:it|that)|do (?:i|we) )(?:[a-z'-]+ ?){0,4}$|^(?!ca va)(?!c'est quoi)(?:il|ca|cela|c'est|elle|ils|elles|it|they|this|that)(?:'s)?(?: (?:me|nous|y|en|se|s'|ne))* ?(?:manque|faut|dure|coute|prend|vaut|suffit|s'applique|est|sont|concerne|veut|marche|passe|depend|takes|costs|lasts|applies|is|does|depends)?(?: [a-z'-]+){0,5}$|^(?:faut|reste) (?:fournir|faire|donner|envoyer|produire|joindre|ecrire|demander|prouver)(?: [a-z'-]+){0,3}$|^(?:il faut|on doit|je dois|on fait|je fais|on fournit|on demande) (?:quoi|comment|qui|ou|quand|combien)(?: [a-z]+){0,2}$|^(?:ou|a qui|where|to whom) (?:je|on|nous|do i|do we|should i)(?: [a-z'-]+){1,3}$|^(?:j'|je |on |nous )[a-z'-]+(?: [a-z'-]+){0,2} (?:a qui|ou|comment|quand|quoi|combien|avec qui|chez qui)$|^(?:c'est|ce serait) (?:dans |a |pour |par |chez )?(?:quelle?|quels|qui|ou|quand|combien)(?: [a-z]+){0,3}$/;
