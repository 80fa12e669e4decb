import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { Nature } from '../../knowledge/data-categories/natures.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { createQuotes, frame, paragraph } from '../answers.ts';
import type { InterviewContext } from '../interview/interview.ts';
import { NATURE, NATURES_WORDING } from './wording-categories.ts';

/** What the texts say of kinds of data, quoted, then the offer to examine the two conditions. */
export const naturesAnswer = (
  corpus: Corpus,
  laterLaw: LaterLaw,
  natures: readonly Nature[],
  context: Pick<InterviewContext, 'today'>,
): Answer => {
  const quotes = createQuotes(corpus);
  const later = laterLawNotice(laterLaw, context.today);
  const blocks = natures.flatMap(({ code: nature, named, citations }): Block[] => [
    { kind: 'subtitle', text: NATURE[nature].name },
    paragraph(NATURE[nature].says, ...(named ? [] : [` ${NATURES_WORDING.notNamed}`])),
    ...citations.slice(0, 2).map(({ passage, quote }) => quotes.block(passage, quote)),
  ]);
  for (const { passage, quote } of natures.flatMap(({ citations }) => citations))
    quotes.index(passage, quote);
  return {
    ...frame(context, corpus.version),
    kind: 'verdict',
    title: NATURES_WORDING.title,
    blocks: [...blocks, paragraph(NATURES_WORDING.offer, code('!sensibilite'), '.')],
    notices: later === null ? [] : [later],
    citations: quotes.all(),
    data: {
      command: 'sensibilite',
      outcome: null,
      also: [],
      missing: [],
      categories: natures.map(({ code: nature }) => nature),
    },
  };
};
