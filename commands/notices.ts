import type { Answer, Citation, Notice } from '../knowledge/answer/answer.ts';
import { noticesFor } from '../knowledge/question/compose/notices.ts';
import type { LoadedKnowledge } from '../knowledge/question/load-knowledge.ts';

/** Notices that rules of the data attach to citations, later law last: the same for a command as for a question. */
export type NoticesOf = (
  citations: readonly Citation[],
  answer: Pick<Answer, 'asOf' | 'lang'>,
) => readonly Notice[];

export const createNotices =
  ({ notices, laterLaw }: Pick<LoadedKnowledge, 'laterLaw' | 'notices'>): NoticesOf =>
  (citations, { asOf, lang }) =>
    noticesFor(notices, laterLaw, { folded: '', lang, citations, restsOn: citations, today: asOf });
