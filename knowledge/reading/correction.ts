import { foldedView } from './folded-view.ts';

/**
 * What a message puts in the place of what was said before (« en fait c’est de la santé », « non, 12 M€ », « sorry, I meant a
 * city »), as written and without the words that correct; null when it corrects nothing, or asks a question of its own.
 */
export const withoutCorrection = (core: string): string | null => {
  const text = core.trim();
  const { folded, at } = foldedView(text);
  const end = CORRECTION.exec(folded)?.[0].length ?? 0;
  if (end === 0 || OWN_QUESTION.test(folded.slice(end))) return null;
  const rest = text.slice(at[end] ?? text.length).trim();
  return rest === '' || rest.split(/\s+/).length > MOST_WORDS ? null : rest;
};

/** « rien à voir : … », « autre question »: nothing of what was said before holds. */
export const isOtherSubject = (folded: string): boolean => OTHER_SUBJECT.test(folded);

/** A correction may tell the whole situation again. */
const MOST_WORDS = 25;

const HESITATES =
  '(?:euh|heu|ah|oh|oups|hum|hmm|mais|bah|ben|er|um|well|oops|wait|attends|attendez)[ ,.…!-]+';
const CORRECTS =
  "(?:en fait|en realite|en verite|finalement|actually|in fact|pardon|desolee?|sorry|my mistake|je me suis (?:trompee?|mal exprimee?)|je me trompe|i was wrong|erreur(?: de ma part)?|(?:au temps|autant) pour moi|rectification|correction|plus exactement|plus precisement|(?:disons|mettons)(?: plutot)?(?= \\d)|plutot|rather|(?:non|nan|no|nope)(?=[ ]*[,;:.!…-]|,? (?:en fait|pardon|je|c'est|c'etait|plutot|sorry|it's|i )))[ ,.:;…!-]*";
const MEANS =
  "(?:je (?:voulais dire|parlais (?:de |d'|du )?|veux dire|parle (?:de |d'|du )|pensais a)|i (?:meant?|was talking about)|c'est(?! quoi)|c'etait|ce sont|it's|it is|this is|il s'agit (?:de |d'|du )|on parle (?:de |d'|du )|(?:et )?mettons|disons)[ ,]*";

const CORRECTION = new RegExp(
  `^(?:(?:${HESITATES})*(?:${CORRECTS})(?:(?:${HESITATES})|(?:${CORRECTS}))*(?:${MEANS})?|(?:${HESITATES})*(?:je voulais dire|je parlais (?:de |d'|du )?|i meant)[ ,]*)`,
);

const OWN_QUESTION =
  /^(?:que?|qui|quoi|quels?|quelles?|comment|combien|pourquoi|quand|ou(?! (?:un|une)\b)|faut|peut|est-ce|est-il|doit|dois|puis|a-t|y a|what|who|which|how|why|when|where|is|are|do|does|can|could|should|must|may)(?![a-z])/;

const OTHER_SUBJECT =
  /^(?:(?:ok|bon|sinon|et|merci|thanks|and|now)[ ,.!-]+)*(?:(?:ca n'a )?rien a voir(?: mais)?|(?:une? )?(?:tout )?autre (?:chose|question|sujet|point)|changement de sujet|(?:on |je )?chang(?:e|eons)(?: completement)? de sujet|(?:une )?nouvelle question|question suivante|hors sujet|passons a autre chose|(?:on a )?(?:an)?other (?:question|topic|subject)|(?:on )?(?:a )?different (?:question|topic|subject)|new (?:question|topic)|unrelated|changing (?:the )?subject)\b/;
