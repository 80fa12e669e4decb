import { fold } from '../search/text/fold.ts';

/**
 * Whether a message only tells something (« pas de secret », « on est un CHU », « chez OVH »): short, without a question, nor
 * something to be done or looked up. Whether it tells a fact is for the caller.
 */
export const isStated = (core: string): boolean => {
  const said = fold(core).trim();
  const words = said.split(/\s+/).length;
  return said !== '' && !said.includes('?') && words <= MOST_WORDS && !ASKS.test(said);
};

/** Longer messages tell a situation of their own. */
const MOST_WORDS = 10;

const ASKS =
  /^(?:(?:et|mais|ok|alors|donc|bonjour|and|but|so) ,?)*(?:que?|qu'|qui|quoi|quels?|quelles?|comment|combien|pourquoi|quand|ou(?! (?:un|une|chez)\b)|faut|peut|peux|puis|est-|doit|dois|y a|a-t|dis|dites|donne|montre|cite|explique|resume|liste|definition|regles?|what|who|which|how|why|when|where|is |are |do |does |can |could |should |must |may |tell|show|give|list|quote|explain|define)(?:[a-z' -]|$)|\br ?\d{1,2}\b/;
