import { wholeWords } from './lexicon.ts';
import type { AboutUsWord, FactLexicon } from './load-lexicon.ts';
import { readable } from './reading.ts';

/** About the project of those who ask, about all that it owes, or about neither. */
export type AboutUs = 'us' | 'all' | null;

/** Whether a question is about the project of those who ask, by its own words (`data/facts/about-us.yaml`). */
export const createAboutUsReader = ({
  aboutUs,
}: Pick<FactLexicon, 'aboutUs'>): ((question: string) => AboutUs) => {
  const wordsOf = (value: AboutUsWord['value']): readonly string[] =>
    aboutUs.flatMap((entry) => (entry.value === value ? entry.words : []));
  const any = (...values: readonly AboutUsWord['value'][]): RegExp => wholeWords(values.flatMap(wordsOf), '');
  const notOurs = wholeWords([...wordsOf('address'), ...wordsOf('others')], 'g');
  const [us, team, general, all] = [any('us'), any('team'), any('general'), any('all')];
  const alone = new RegExp(`${any('alone').source}(?:[ '-]{1,2}${any('tail').source})*\\s*(?:[?!.,;:]|$)`);
  return (question) => {
    const said = readable(question).folded.replace(notOurs, ' ');
    // « Fais-nous la liste de ce qui nous incombe »: the second « nous » is left.
    if (all.test(said) || alone.test(said)) return 'all';
    return us.test(said) || (team.test(said) && !general.test(said)) ? 'us' : null;
  };
};
