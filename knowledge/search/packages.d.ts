/** Packages that ship no types; only what we use is declared. */
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(language: 'french' | 'english'): { stem(word: string): string } };
  export default snowball;
}

declare module 'stopword' {
  export const fra: readonly string[];
  export const eng: readonly string[];
}
