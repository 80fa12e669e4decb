import type { Answer, Choice, Citation, Lang } from '../../answer/answer.ts';
import type { RankedCard } from '../card-ranker.ts';
import type { SourcedCard } from '../cards.ts';
import { type Shown, shownOf } from './shown.ts';
import { wording } from './wording.ts';

type Clarify = Pick<
  Extract<Answer, { kind: 'clarify' }>,
  'kind' | 'title' | 'blocks' | 'choices' | 'citations'
>;

/** Two to four readings, each a full question, numbered; null when fewer than two have a card in the language. */
export const askBack = (
  ranked: readonly Pick<RankedCard, 'subject'>[],
  lang: Lang,
  shown: Shown,
): Clarify | null => {
  const cards = ranked.flatMap(({ subject }) => subject.versions.get(lang) ?? []);
  if (cards.length < 2) return null;
  const citations = cards.flatMap((card) => proofOf(card, shown) ?? []);
  const choices = cards.map(
    (card, citation): Choice => ({ question: asQuestion(card.asked), card: card.id, citation }),
  );
  return {
    kind: 'clarify',
    title: '',
    blocks: [
      { kind: 'paragraph', text: [wording[lang].askBack] },
      { kind: 'list', ordered: true, items: choices.map(({ question }) => [question]) },
    ],
    choices,
    citations,
  };
};

const proofOf = ({ sentences }: SourcedCard, shown: Shown): Citation | null => {
  const proof = sentences[0]?.citations[0];
  return proof === undefined ? null : shownOf(proof, shown);
};

/** « une commune est-elle visée » → « Une commune est-elle visée ? » */
const asQuestion = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[?.!]\s*$/.test(begun) ? begun : `${begun}\u00a0?`;
};
