import { fold } from '../search/text/fold.ts';
import { NATURES, type Nature } from './natures.ts';

/** Kinds of data that a text names, at most two, the longest wording first: « casier judiciaire » before « judiciaire ». */
export const findNatures = (text: string): readonly Nature[] => {
  const said = ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  return NATURES.map((nature) => ({ nature, length: longest(nature, said) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map(({ nature }) => nature);
};

const longest = ({ words }: Nature, said: string): number =>
  Math.max(0, ...words.filter((word) => said.includes(` ${word} `)).map((word) => word.length));
