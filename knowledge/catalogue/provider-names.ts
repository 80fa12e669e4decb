import { fold, wordsOf } from '../search/text/fold.ts';
import type { Catalogue, Offer } from './catalogue.ts';

/** Whether every word (folded) stands in the name of the offer or of its provider; whose technology it is names nobody. */
export const namesProvider = ({ provider, offer }: Offer, words: readonly string[]): boolean => {
  const names = new Set(wordsOf(fold(`${provider.replace(/technologie [^),+]*/gi, '')} ${offer}`)));
  return words.every((word) => names.has(word)) && words.some((word) => word.length >= SHORTEST);
};

const SHORTEST = 3;

/** Whether words name a provider or an offer of the catalogue. */
export const isInCatalogue =
  ({ offers }: Catalogue) =>
  (words: readonly string[]): boolean =>
    offers.some((offer) => namesProvider(offer, words));
