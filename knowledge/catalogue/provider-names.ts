import { fold, wordsOf } from '../search/text/fold.ts';
import type { Catalogue, Offer } from './catalogue.ts';

/** Whether every word (folded) stands in the name of the offer or of its provider; whose technology it is names nobody. */
export const namesProvider = (offer: Offer, words: readonly string[]): boolean =>
  areIn(namesOf(offer), words);

const namesOf = ({ provider, offer }: Offer): ReadonlySet<string> =>
  new Set(wordsOf(fold(`${provider.replace(/technologie [^),+]*/gi, '')} ${offer}`)));

const areIn = (names: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.every((word) => names.has(word)) && words.some((word) => word.length >= SHORTEST);

const SHORTEST = 3;

/** Whether words name a provider or an offer of the catalogue. */
export const isInCatalogue = ({ offers }: Catalogue): ((words: readonly string[]) => boolean) => {
  // Read at the first question that needs them.
  let all: readonly ReadonlySet<string>[] | null = null;
  return (words) => {
    all ??= offers.map(namesOf);
    return all.some((names) => areIn(names, words));
  };
};
