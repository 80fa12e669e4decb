import type { Answer, Block } from '../../knowledge/answer/answer.ts';
import type { Text } from '../../knowledge/answer/text.ts';
import { userHref } from './spans.ts';

/** Matrix ids of the users named in an answer, each once: what `m.mentions` must list. */
export const mentionsOf = (answer: Answer): readonly string[] => {
  const spans = [...answer.blocks.flatMap(textsOf), ...answer.notices.map(({ text }) => text)].flat();
  const ids = spans.flatMap((span) => (typeof span !== 'string' && span.kind === 'user' ? [span.id] : []));
  return [...new Set(ids)].filter((id) => userHref(id) !== null);
};

const textsOf = (block: Block): readonly Text[] => {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list' ? block.items : [];
};
