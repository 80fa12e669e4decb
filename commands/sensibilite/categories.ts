import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { DataCategory } from '../../knowledge/data-categories/categories.ts';
import { type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { createQuotes, frame, paragraph } from '../answers.ts';
import type { InterviewContext } from '../interview/interview.ts';
import { CATEGORIES_WORDING, CATEGORY } from './wording-categories.ts';

/** What the texts say of kinds of data, quoted, then the offer to examine the two conditions. */
export const categoriesAnswer = (
  corpus: Corpus,
  laterLaw: LaterLaw,
  categories: readonly DataCategory[],
  context: Pick<InterviewContext, 'today'>,
): Answer => {
  const quotes = createQuotes(corpus);
  const later = laterLawNotice(laterLaw, context.today);
  const blocks = categories.flatMap(({ code: category, named, citations }): Block[] => [
    { kind: 'subtitle', text: CATEGORY[category].name },
    paragraph(CATEGORY[category].says, ...(named ? [] : [` ${CATEGORIES_WORDING.notNamed}`])),
    ...citations.slice(0, 2).map(({ passage, quote }) => quotes.block(passage, quote)),
  ]);
  for (const { passage, quote } of categories.flatMap(({ citations }) => citations))
    quotes.index(passage, quote);
  return {
    ...frame(context, corpus.version),
    kind: 'verdict',
    title: CATEGORIES_WORDING.title,
    blocks: [...blocks, paragraph(CATEGORIES_WORDING.offer, code('!sensibilite'), '.')],
    notices: later === null ? [] : [later],
    citations: quotes.all(),
    data: {
      command: 'sensibilite',
      outcome: null,
      also: [],
      missing: [],
      categories: categories.map(({ code: category }) => category),
    },
  };
};
