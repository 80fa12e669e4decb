import type { Citation } from '../../answer/answer.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { PermittedExtract } from '../schemas.ts';
import { quotationOf } from './quotation.ts';

/** What the words shown of a proof depend on. */
export interface Shown {
  readonly corpus: Corpus;
  readonly extracts: readonly PermittedExtract[];
}

/**
 * A proof as it is shown: in its whole sentence, so that a condition or a negation is never left out, or in the part of
 * it that may stand alone, where the proof is in that part.
 */
export const shownOf = (proof: Citation, { corpus, extracts }: Shown): Citation => {
  const whole = quotationOf(corpus.passages.get(proof.passageId)?.text ?? '', proof.quote);
  const short = extracts.find(
    ({ passage, extract }) =>
      passage === proof.passageId && whole.includes(extract) && extract.includes(proof.quote),
  );
  return corpus.cite(proof.passageId, short?.extract ?? whole);
};
