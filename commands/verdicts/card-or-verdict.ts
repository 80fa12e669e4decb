import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Ask, Asks } from '../../knowledge/facts/asks.ts';
import type { Held } from '../../knowledge/question/beyond-facts.ts';
import type { CardSubject } from '../../knowledge/question/cards.ts';
import type { Reading } from '../../knowledge/question/reading.ts';
import type { DossierFacts } from '../../knowledge/rules/dossier-types.ts';
import type { DeclaredVerdict } from './verdict-for.ts';

/**
 * Whether the card found answers what is asked better than the verdict does. One that only asks for a fact gives way
 * to any card; one that leaves all open, to a question known well; most others, to a card that holds clearly more of
 * what is asked beside the facts.
 * @param asked what the message asks beyond its facts
 */
export const cardKnowsBetter = (
  verdict: DeclaredVerdict,
  answer: Answer,
  { cards: [best] }: Pick<Reading, 'cards'>,
  { facts, asks, asked }: { readonly facts: DossierFacts; readonly asks: Asks; readonly asked: Held },
): boolean => {
  if (answer.kind !== 'passages' || answer.trace?.card == null || best === undefined) return false;
  const outcome = String(verdict.data.outcome);
  if (outcome.endsWith('_A_PRECISER')) return true;
  if (outcome === 'A_EVALUER' && best.signals.nearest >= KNOWN_WELL) return true;
  if (DECIDED.test(outcome) || asksOf(asks, DUE)) return false;
  if (outcome === 'HORS_CHAMP' && isBoundAsked(facts, asks)) return false;
  return asked(textOf(best.subject)) - asked(saidBy(verdict, asks)) > CLEARLY_MORE;
};

const KNOWN_WELL = 0.75;
/** Share of what is asked; set on the questions of the development sets where one answers and the other does not. */
const CLEARLY_MORE = 0.1;

/** All that decides was declared. */
const DECIDED = /^(?:SNC_REQUIS$|R6_DEROGATION)/;
/** What the amount decides. */
const DUE: readonly Ask[] = ['ETUDE', 'CONTROLE'];
const OF_ANYBODY: readonly Ask[] = ['CHAMP', 'CLOUD', 'DEROGATION', 'DEROGATION_R6', 'DEROGATION_R9'];
const BINDING: readonly Ask[] = [...OF_ANYBODY, 'SECNUMCLOUD', 'PERMIS'];

/**
 * Scope comes first for a local authority, unless something else is asked; for a company or an association, which may
 * ask of the texts as a supplier, where it asks what it is bound to, or tells of data or a hosting of its own.
 */
const isBoundAsked = ({ entite, donnees, fournisseur }: DossierFacts, asks: Asks): boolean => {
  if (entite === 'collectivite') return asks.topics.length === 0 || asksOf(asks, BINDING);
  const ofItself = asks.whetherBound || donnees.length > 0 || fournisseur !== null;
  return asksOf(asks, OF_ANYBODY) || (ofItself && asksOf(asks, ['SECNUMCLOUD']));
};

const asksOf = ({ topics }: Asks, wanted: readonly Ask[]): boolean =>
  wanted.some((ask) => topics.includes(ask));

/** A verdict says whether one is bound, in one of these words. */
const saidBy = ({ lead, citations }: DeclaredVerdict, { whetherBound }: Asks): string =>
  [lead, ...citations.map(({ quote }) => quote), ...(whetherBound ? [BOUND] : [])].join(' ');

const BOUND = 'obligatoire imposé exigé requis interdit mandatory required forbidden';

const textOf = ({ versions }: CardSubject): string =>
  [...versions.values()]
    .flatMap(({ title, sentences }) => [
      title,
      ...sentences.flatMap(({ text, citations }) => [text, ...citations.map(({ quote }) => quote)]),
    ])
    .join(' ');
