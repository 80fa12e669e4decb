import { fold } from '../search/text/fold.ts';
import type { Catalogue, Offer } from './catalogue.ts';

/** Offers whose provider or name holds every word, accents and case aside; no word finds them all. */
export const findOffers = (catalogue: Catalogue, words: string): readonly Offer[] => {
  const wanted = fold(words).split(' ');
  return catalogue.offers.filter(({ provider, offer }) => {
    const text = fold(`${provider} ${offer}`);
    return wanted.every((word) => text.includes(word));
  });
};
