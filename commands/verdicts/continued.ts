import type { Asks } from '../../knowledge/facts/asks.ts';
import type { QuestionFacts } from '../../knowledge/facts/read-facts.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';

/** What was declared and asked up to now in a conversation, as codes. */
export interface Continued {
  readonly facts: DossierFacts;
  readonly asks: Asks;
}

/**
 * What a message declares over what the turn before declared: the new replaces the old, and a message that asks nothing of its
 * own asks the same. `before` was written by `traced`; what it lacks, or is of another version, counts as not said.
 * @param adds what is named comes beside what was (« et aussi des données de santé »), and replaces nothing
 * @param toCloud it goes to a cloud of no named kind (« et si on passe au cloud ? »)
 */
export const continued = (
  { facts, asks }: QuestionFacts,
  before: Readonly<Record<string, unknown>> | undefined,
  { adds = false, toCloud = false }: Manner = {},
): Continued => {
  const old = before as Partial<Continued> | undefined;
  if (old?.facts === undefined) return { facts, asks };
  const said = Object.entries(facts).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  const again =
    asks.topics.length === 0 && old.asks !== undefined ? { ...old.asks, limit: asks.limit } : asks;
  const kept = facts.projet !== null && onlyScope(again) ? { ...again, topics: ['CLOUD'] as const } : again;
  return {
    facts: {
      ...facts,
      ...(adds ? old.facts : withoutProvider(old.facts, facts)),
      ...Object.fromEntries(said),
      ...(toCloud && facts.hebergement === null && old.facts.hebergement === 'hors_cloud'
        ? { hebergement: null }
        : {}),
      ...(adds ? { donnees: [...new Set([...old.facts.donnees, ...facts.donnees])] } : {}),
    },
    asks: withWhatIsNew(kept, facts, old.facts),
  };
};

/** The scope was asked and told: what changes with the project is whether R6 aims at it. */
const onlyScope = ({ topics }: Asks): boolean => topics.length === 1 && topics[0] === 'CHAMP';

/** How a message goes on from the one before. */
export interface Manner {
  readonly adds?: boolean;
  readonly toCloud?: boolean;
}

/** What changes is told beside what was asked: with an amount, who controls; without cloud, what R6 and R7 ask. */
const withWhatIsNew = (asks: Asks, facts: DossierFacts, old: DossierFacts): Asks => {
  const { topics } = asks;
  const amount = facts.cents !== null && old.cents !== null && facts.cents !== old.cents;
  const leaves = facts.hebergement === 'hors_cloud' && old.hebergement !== 'hors_cloud';
  const more = [...(amount ? (['CONTROLE'] as const) : []), ...(leaves ? (['CLOUD'] as const) : [])];
  return topics.length === 0 ? asks : { ...asks, topics: [...new Set([...topics, ...more])] };
};

/** Another provider or another hosting is named: what the old one was no longer holds. */
const withoutProvider = (old: DossierFacts, { fournisseur, hebergement }: DossierFacts): DossierFacts =>
  fournisseur === null && hebergement === null
    ? old
    : { ...old, fournisseur: null, extraeuropeen: null, hebergement: null };
