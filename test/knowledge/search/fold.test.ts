import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '../../../knowledge/search/text/fold.ts';

describe('fold', () => {
  it.each([
    ['L’État ŒUVRE', "l'etat oeuvre"],
    ['2,4\u00a0M€ –\u202fcoût', '2,4 m€ - cout'],
    ['  deux\n\nlignes\t', 'deux lignes'],
    ['ﬁchier n° 6404', 'fichier n° 6404'],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('wordsOf', () => {
  it.each([
    ["l'offre qu'on retient", ['offre', 'on', 'retient']],
    ["aujourd'hui", ['aujourd', 'hui']],
    ['r9, 50 % et 2m€', ['r9', '50', '%', 'et', '2m€']],
    ['…', []],
  ])('cuts %j into %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
