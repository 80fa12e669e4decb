import { originOf, withOrigin } from '../knowledge/cache/origin.ts';
import type { LoadedKnowledge } from '../knowledge/question/load-knowledge.ts';
import { exitCodes, OperatorError } from './operator-error.ts';

/** A card that was withdrawn answers nothing, in any language. @throws OperatorError for an id that no card has */
export const withoutCards = (knowledge: LoadedKnowledge, withdrawn: readonly string[]): LoadedKnowledge => {
  const unknown = withdrawn.filter((id) => !knowledge.cards.some((card) => card.id === id));
  if (unknown.length > 0)
    throw new OperatorError(
      `knowledge.withdrawn : aucune fiche ne s’appelle ${unknown.join(', ')}. Exemple : withdrawn: [derogation-r9].`,
      exitCodes.configuration,
    );
  if (withdrawn.length === 0) return knowledge;
  const gone = new Set(withdrawn);
  const kept = [...knowledge.cardQuestions].filter(([id]) => !gone.has(id));
  const rest = {
    ...knowledge,
    cards: knowledge.cards.filter(({ id }) => !gone.has(id)),
    cardQuestions: new Map(kept),
  };
  const origin = originOf(knowledge);
  return origin === null ? rest : withOrigin(rest, `${origin} without ${[...gone].sort().join(' ')}`);
};
