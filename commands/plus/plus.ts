import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { frame, paragraph } from '../answers.ts';
import type { Command, Invocation } from '../command.ts';
import type { FollowUps, Next } from './follow-ups.ts';
import { NO_QUESTION, PAGES, PLUS } from './wording.ts';

/** `!plus`: the next passages for the last question asked here. */
export const createPlus = (
  answerer: Pick<QuestionAnswerer, 'more'>,
  followUps: Pick<FollowUps, 'next'>,
  corpusVersion: string,
  pageOf: (id: string, asked: Invocation) => Promise<Answer | null> = async () => null,
): Command => ({
  name: 'plus',
  aliases: ['suite', 'encore', 'more'],
  summary: 'passages suivants pour la dernière question',
  usage: ['!plus'],
  effect:
    'Cite jusqu’à trois autres passages proches de votre dernière question dans cette conversation, à défaut de la dernière qui y fut posée. En réponse à un message ou dans un fil, poursuit la question de ce message ou de ce fil. Possible pendant un jour ; de la question, le robot ne garde que la liste des passages proches.',
  examples: ['!plus'],
  right: 'everyone',
  run: async (invocation) => {
    const next = await followUps.next(invocation);
    if (next === null) return noQuestion(invocation, corpusVersion);
    const page = next.page === null ? null : await pageOf(next.page, invocation);
    return page === null
      ? told(answerer, next, invocation)
      : { ...page, blocks: [...page.blocks, endOf(next)] };
  },
});

const told = (
  answerer: Pick<QuestionAnswerer, 'more'>,
  { passages, lang, left }: Next,
  { today }: Invocation,
): Answer => {
  const answer = answerer.more(passages, { today, lang });
  const words = PLUS[lang];
  const end = left > 0 ? paragraph(words.left(left), code('!plus')) : paragraph(words.end);
  return {
    ...answer,
    blocks: answer.citations.length === 0 ? [paragraph(words.end)] : [...answer.blocks, end],
    data: { command: 'plus', given: answer.citations.length, left },
  };
};

const endOf = ({ left }: Next) => (left > 0 ? paragraph(PAGES.more, code('!plus')) : paragraph(PAGES.end));

const noQuestion = (invocation: Invocation, corpusVersion: string): Answer => ({
  ...frame(invocation, corpusVersion),
  kind: 'dialogue',
  title: NO_QUESTION.title,
  blocks: [
    paragraph(NO_QUESTION.text, code('Que dit la règle R9 ?'), NO_QUESTION.andThen, code('!plus'), '.'),
  ],
  notices: [],
  citations: [],
  data: { command: 'plus', given: 0, left: 0 },
});
