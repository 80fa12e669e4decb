import type { Corpus } from '../../corpus/corpus.ts';
import { fold, wordsOf } from '../text/fold.ts';
import type { Thesaurus } from '../text/thesaurus.ts';

/** Words of the names that the texts say they hold, and words of the trade that are first names too (« marié »). */
export const peopleOf = (corpus: Corpus, { names = [] }: Pick<Thesaurus, 'names'>): ReadonlySet<string> =>
  new Set(
    [...corpus.documents.values()]
      .flatMap(({ people }) => people)
      .concat(names)
      .flatMap((name) => wordsOf(fold(name))),
  );
