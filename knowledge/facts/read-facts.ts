import { findNamedAmounts } from '../amounts/find-amounts.ts';
import { findDates } from '../dates/find-dates.ts';
import type { DossierFacts } from '../rules/dossier-types.ts';
import { ruleReferences } from '../search/text/rule-references.ts';
import { type Asks, createAskReader, type Derogation } from './asks.ts';
import { costOf } from './cost.ts';
import { createDataReader, type Said } from './data.ts';
import { createEntityReader } from './entity.ts';
import { createHostingReader } from './hosting.ts';
import { createFinder, type Mention } from './lexicon.ts';
import type { FactLexicon } from './load-lexicon.ts';
import { stanceOf } from './negation.ts';
import { createProjectReader } from './project.ts';
import { type Reading, readable } from './reading.ts';
import { createSpellingBack } from './spelling-back.ts';
import { wholeOf } from './whole-words.ts';

/** What of the message said a fact: « préfecture »; names as they are known, whatever their case in the message. */
export interface FactWord {
  readonly field: keyof DossierFacts | 'regle' | 'derogation';
  readonly value: string;
  readonly words: string;
}

/** What a question says of a project; what it does not say stays unknown. */
export interface QuestionFacts {
  readonly facts: DossierFacts;
  readonly words: readonly FactWord[];
  /** Rule numbers: 9 for R9. */
  readonly rules: readonly number[];
  readonly derogation: Derogation | null;
  readonly asks: Asks;
  /** Amounts of euros, in cents. */
  readonly amounts: readonly number[];
  /** Calendar dates, `YYYY-MM-DD`. */
  readonly dates: readonly string[];
}

export type FactReader = (text: string) => QuestionFacts;

/** Builds the reader of questions in French and English: pure, no clock. Nothing read here is verified. */
export const createFactReader = (lexicon: FactLexicon): FactReader => {
  const readEntity = createEntityReader(lexicon);
  const readProject = createProjectReader(lexicon);
  const readHosting = createHostingReader(lexicon);
  const readData = createDataReader(lexicon);
  const readAsks = createAskReader(lexicon);
  const findServices = createFinder(lexicon.service);
  const spell = createSpellingBack([...lexicon.providers.map(({ value }) => value), ...lexicon.names]);
  return (text) => {
    const reading = readable(text.slice(0, LONGEST));
    const { folded } = reading;
    const named = findNamedAmounts(reading.own);
    const entity = readEntity(folded);
    const project = readProject(folded);
    const hosting = readHosting(folded);
    const data = readData(folded);
    const services = findServices(folded).filter((mention) => stanceOf(folded, mention) !== 'denied');
    const service = services.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
    const collaborative = service?.entry.collaborative ? service : null;
    const product =
      hosting.provider?.collaborative && service?.entry.value !== 'visioconference'
        ? hosting.providerAt
        : null;
    const cost = costOf(named, reading);
    const rules = ruleReferences(folded);
    const dates = findDates(folded);
    const { asks, acceptableOffer, derogation, derogationAt } = readAsks(folded, rules);
    const suite = collaborative === null && product === null ? undefined : hosting.provider?.suite;
    const provider = suite ?? hosting.provider?.value ?? null;
    const [date] = dates;
    const facts: DossierFacts = {
      entite: entity?.value ?? null,
      projet: project?.project ?? null,
      hebergement: hosting.hosting,
      fournisseur: provider,
      extraeuropeen: hosting.foreign,
      service: service?.entry.value ?? null,
      collaboratif: collaborative !== null || product !== null ? true : null,
      donnees: [...new Set(data.categories.map(({ entry }) => entry.value))],
      personnelles: data.personal?.value ?? null,
      sante: data.health?.value ?? null,
      secret: data.secret?.value ?? null,
      mission: data.mission?.value ?? null,
      atteintes: data.harms?.value ?? null,
      cents: cost?.cents ?? null,
      offreAcceptable: acceptableOffer && dates.length === 1 && date !== undefined ? date : null,
    };
    const word = wordIn(reading, spell);
    return {
      facts,
      words: [
        ...word('entite', facts.entite, entity),
        ...word(
          'projet',
          facts.projet?.nature ?? null,
          project === null ? null : wholeOf(folded, project.at),
        ),
        ...word('hebergement', facts.hebergement, hosting.hostingAt),
        ...word('fournisseur', facts.fournisseur, hosting.providerAt),
        ...word('service', facts.service, service),
        ...data.categories.flatMap((at) => word('donnees', at.entry.value, at)),
        ...said(word, 'personnelles', data.personal),
        ...said(word, 'sante', data.health),
        ...said(word, 'secret', data.secret),
        ...said(word, 'mission', data.mission),
        ...said(word, 'atteintes', data.harms),
        ...(cost === null
          ? []
          : [{ field: 'cents' as const, value: String(cost.cents), words: spell(cost.words) }]),
        ...word('derogation', derogation, derogationAt),
      ],
      rules,
      derogation,
      asks,
      amounts: [...new Set(named.map(({ cents }) => cents))],
      dates,
    };
  };
};

/** No message says what its project is beyond that; the rest is cut, so that the time stays bounded. */
const LONGEST = 4000;

/** A named service before « application », which any message may hold. */
const rank = ({ entry }: Mention<FactLexicon['service'][number]>): number =>
  entry.value === 'application_metier' ? 2 : entry.value === 'site' ? 1 : 0;

type Place = Pick<Mention, 'start' | 'end'> | null | undefined;
type Worded = (field: FactWord['field'], value: string | null, at: Place) => readonly FactWord[];

const wordIn =
  ({ source }: Reading, spell: (words: string) => string): Worded =>
  (field, value, at) =>
    value === null || at === null || at === undefined
      ? []
      : [{ field, value, words: spell(source(at.start, at.end)) }];

const said = (
  word: Worded,
  field: FactWord['field'],
  found: Said<boolean | readonly string[]>,
): readonly FactWord[] => {
  if (found === null) return [];
  const value = typeof found.value === 'boolean' ? String(found.value) : found.value.join(', ');
  return found.at.flatMap((at) => word(field, value, at));
};
