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
 */
export const continued = (
  { facts, asks }: QuestionFacts,
  before: Readonly<Record<string, unknown>> | undefined,
): Continued => {
  const old = before as Partial<Continued> | undefined;
  if (old?.facts === undefined) return { facts, asks };
  const said = Object.entries(facts).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  const kept = asks.topics.length === 0 && old.asks !== undefined ? { ...old.asks, limit: asks.limit } : asks;
  return {
    facts: { ...facts, ...withoutProvider(old.facts, facts), ...Object.fromEntries(said) },
    asks: kept,
  };
};

/** Another provider or another hosting is named: what the old one was no longer holds. */
const withoutProvider = (old: DossierFacts, { fournisseur, hebergement }: DossierFacts): DossierFacts =>
  fournisseur === null && hebergement === null
    ? old
    : { ...old, fournisseur: null, extraeuropeen: null, hebergement: null };
