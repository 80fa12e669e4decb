import { stripVTControlCharacters } from 'node:util';

/** Columns that a text takes on a terminal: colours take none, ideograms and emoji take two. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text)))
    width += wide.test(segment) ? 2 : 1;
  return width;
};

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;
