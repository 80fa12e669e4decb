import { fold } from '../search/text/fold.ts';
import { DATA_CATEGORIES, type DataCategory } from './categories.ts';

/** Kinds of data that a text names, at most two, the longest wording first: « casier judiciaire » before « judiciaire ». */
export const findDataCategories = (text: string): readonly DataCategory[] => {
  const said = ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  return DATA_CATEGORIES.map((category) => ({ category, length: longest(category, said) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map(({ category }) => category);
};

const longest = ({ words }: DataCategory, said: string): number =>
  Math.max(0, ...words.filter((word) => said.includes(` ${word} `)).map((word) => word.length));
