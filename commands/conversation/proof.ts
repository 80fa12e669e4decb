import type { Answer, Block, Lang } from '../../knowledge/answer/answer.ts';

const MOST_QUOTED = 2;

/**
 * « pourquoi ? »: what the card says, without its first sentence when that `wasSaid`, then the quotations that prove it.
 */
export const proofOf = (said: Answer, lang: Lang, wasSaid: boolean): Answer => {
  if (said.kind !== 'passages') return said;
  const sentences = said.blocks.filter(({ kind }) => kind === 'paragraph');
  const told = wasSaid && sentences.length > 1 ? sentences.slice(1) : sentences;
  const quotes = said.citations
    .slice(0, MOST_QUOTED)
    .map((_, citation): Block => ({ kind: 'quote', citation }));
  return { ...said, blocks: [{ kind: 'paragraph', text: [WORDS[lang]] }, ...told, ...quotes] };
};

const WORDS: Record<Lang, string> = {
  fr: 'Parce que les textes le disent ainsi :',
  en: 'Because the texts say so:',
};
