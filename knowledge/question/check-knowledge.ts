import { type Cache, keepFrom } from '../cache/cache.ts';
import { projectCache } from '../cache/project-cache.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { DataFileError } from '../data-file.ts';
import { createSearchEngine, type SearchEngine } from '../search/engine.ts';
import { analyseEntry } from '../search/index/entries.ts';
import { fold } from '../search/text/fold.ts';
import type { LoadedKnowledge } from './load-knowledge.ts';

/** What is wrong with the data (`errors`), and what may be useless (`remarks`); one French sentence each. */
export interface KnowledgeReport {
  readonly errors: readonly string[];
  readonly remarks: readonly string[];
}

/** Errors are cheap to find: a start may refuse them. Remarks take a ranking of every authored question. */
export const checkKnowledge = (corpus: Corpus, knowledge: LoadedKnowledge): readonly string[] => [
  ...unknownPassages(corpus, knowledge),
  ...unknownCards(knowledge),
  ...longLeads(knowledge),
  ...unknownTexts(corpus, knowledge),
  ...unknownAnchors(corpus, knowledge),
  ...quotesNotFound(corpus, knowledge),
  ...collisions(knowledge),
  ...repeated(
    'code',
    knowledge.topics.map(({ code }) => code),
  ),
  ...repeated(
    'code',
    knowledge.notices.map(({ code }) => code),
  ),
  ...repeated(
    'fiche',
    knowledge.cards.map(({ id, lang }) => `${id} (${lang})`),
  ),
];

/**
 * Refuses data that name passages or quote words that the texts do not hold: a notice or a card would be lost in silence.
 * @throws DataFileError, in French, with the first faults
 */
export const requireSoundKnowledge = (
  corpus: Corpus,
  knowledge: LoadedKnowledge,
  cache: Cache = projectCache,
): void => {
  const faults = keepFrom(cache, 'faults', [corpus, knowledge], () => checkKnowledge(corpus, knowledge));
  if (faults.length === 0) return;
  const others = faults.length - MOST_TOLD;
  throw new DataFileError(
    [
      'Les données de knowledge/ ne vont pas avec les textes :',
      ...faults.slice(0, MOST_TOLD).map((fault) => `- ${fault}`),
      ...(others > 0 ? [`- et ${others} autre(s)`] : []),
      'Attendu : des passages des textes, par exemple faq-2024#perimetre.champ, et leurs mots exacts. Tout lister : npm run check:knowledge.',
    ].join('\n'),
  );
};

const MOST_TOLD = 10;

/** The errors, and the entries that help nothing. */
export const reviewKnowledge = (corpus: Corpus, knowledge: LoadedKnowledge): KnowledgeReport => {
  const engine = createSearchEngine(corpus, knowledge);
  return {
    errors: checkKnowledge(corpus, knowledge),
    remarks: [...lostQuestions(engine), ...idleForms(engine, knowledge), ...passagesWithoutQuestions(engine)],
  };
};

const unknownPassages = (
  corpus: Corpus,
  { sampleQuestions, topics, precedences, related, notices, cards }: LoadedKnowledge,
) => {
  const named = [
    ...[...sampleQuestions.keys()].map((id) => ({ id, where: 'questions/' })),
    ...topics.flatMap(({ code, passages }) =>
      passages.map((id) => ({ id, where: `out-of-scope/topics.yaml, ${code}` })),
    ),
    ...precedences
      .flatMap(({ passage, yieldsTo }) => [passage, yieldsTo])
      .map((id) => ({ id, where: 'precedences.yaml' })),
    ...Object.values(related)
      .flat()
      .map((id) => ({ id, where: 'related.yaml' })),
    ...notices.flatMap(({ code, when }) =>
      (when.passages ?? []).map((id) => ({ id, where: `notices.yaml, ${code}` })),
    ),
    ...cards.flatMap(({ id: card, passages }) => passages.map((id) => ({ id, where: `fiche ${card}` }))),
  ];
  return named
    .filter(({ id }) => !corpus.passages.has(id))
    .map(({ id, where }) => `${where} : passage inconnu ${id}`);
};

const unknownCards = ({ cardQuestions, cards }: LoadedKnowledge): readonly string[] => {
  const known = new Set(cards.map(({ id }) => id));
  return [...cardQuestions.keys()]
    .filter((id) => !known.has(id))
    .map((id) => `questions/ : fiche inconnue ${id}`);
};

/** The first sentence answers: it must be read at a glance. */
const MOST_LEAD_WORDS = 40;

const longLeads = ({ cards }: LoadedKnowledge): readonly string[] =>
  cards.flatMap(({ id, lang, sentences: [first] }) => {
    const words = first?.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0;
    return words <= MOST_LEAD_WORDS
      ? []
      : [`fiche ${id} (${lang}) : première phrase de ${words} mots, ${MOST_LEAD_WORDS} au plus`];
  });

const unknownTexts = (corpus: Corpus, { thesaurus, laterLaw }: LoadedKnowledge): readonly string[] =>
  [
    ...Object.keys(thesaurus.texts ?? {}).map((id) => ({ id, where: 'thesaurus.yaml, texts' })),
    ...laterLaw.concerns.map(({ document }) => ({ id: document, where: 'later-law.yaml, concerns' })),
  ]
    .filter(({ id }) => !corpus.documents.has(id))
    .map(({ id, where }) => `${where} : texte inconnu ${id}`);

/** A reference that no passage of the text bears would never be found: a typing error, or a title that changed. */
const unknownAnchors = (corpus: Corpus, { laterLaw }: LoadedKnowledge): readonly string[] =>
  laterLaw.concerns.flatMap(({ document, anchors = [] }) => {
    const own = [...corpus.passages.values()].filter(({ documentId }) => documentId === document);
    return anchors
      .filter((anchor) => own.length > 0 && !own.some((passage) => passage.anchor === anchor))
      .map((anchor) => `later-law.yaml, concerns : ${document} n’a pas de référence « ${anchor} »`);
  });

const quotesNotFound = (corpus: Corpus, { notices, cards }: LoadedKnowledge): readonly string[] =>
  [
    ...notices.flatMap(({ code, citations }) =>
      citations.map((one) => ({ ...one, where: `avertissement ${code}` })),
    ),
    ...cards.flatMap(({ id, sentences }) =>
      sentences.flatMap(({ citations }) => citations.map((one) => ({ ...one, where: `fiche ${id}` }))),
    ),
  ]
    .filter(({ passage, quote }) => corpus.passages.get(passage)?.text.includes(quote) !== true)
    .map(({ where, passage, quote }) => `${where} : « ${quote} » ne figure pas mot pour mot dans ${passage}`);

/** The same question under two passages, two cards, or both answered and refused. */
const collisions = ({ sampleQuestions, outOfScope, cards }: LoadedKnowledge): readonly string[] => {
  const asked = [
    ...[...sampleQuestions].flatMap(([id, list]) => list.map((text) => ({ text, owner: id }))),
    ...outOfScope.map((text) => ({ text, owner: 'out-of-scope' })),
  ];
  return [
    ...twoOwners(asked),
    ...twoOwners(
      cards.flatMap(({ id, lang, questions }) =>
        questions.map((text) => ({ text, owner: `fiche ${id} (${lang})` })),
      ),
    ),
  ];
};

const twoOwners = (asked: readonly { readonly text: string; readonly owner: string }[]): readonly string[] =>
  [
    ...Map.groupBy(asked, ({ text }) =>
      fold(text)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    ),
  ].flatMap(([text, all]) => {
    const owners = [...new Set(all.map(({ owner }) => owner))];
    return owners.length > 1 ? [`« ${text} » est posée à la fois sous ${owners.join(' et ')}`] : [];
  });

const repeated = (what: string, names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.indexOf(name) < at).map((name) => `${what} ${name} : écrit deux fois`);

/** Authored questions that, left out of the index, do not find their passage in the first three. */
const lostQuestions = ({ entries, rank }: SearchEngine): readonly string[] =>
  entries.flatMap(({ passage, sampleQuestions }) =>
    sampleQuestions.flatMap((question) => {
      const { ranked } = rank(question.text, question, entries.length);
      const place = ranked.findIndex(({ entry }) => entry.passage.id === passage.id) + 1;
      return place <= LOST
        ? []
        : [
            `« ${question.text} » (${passage.id}) : ${place}e sans elle-même, après ${ranked[0]?.entry.passage.id}`,
          ];
    }),
  );

const LOST = 5;

/** Forms of the thesaurus that neither the texts nor the authored questions use. */
const idleForms = ({ entries, analyze }: SearchEngine, { thesaurus }: LoadedKnowledge): readonly string[] => {
  const used = entries
    .map((entry) => analyseEntry(entry, analyze))
    .flatMap(({ text, path, sampleQuestions }) => [text, path, ...sampleQuestions])
    .map(({ folded }) => folded)
    .join(' ');
  return Object.entries(thesaurus.concepts).flatMap(([concept, forms]) => {
    const found = forms.filter((form) => used.includes(fold(form)));
    return found.length > 1
      ? []
      : [`thésaurus, ${concept} : une seule forme sert (${found.join(', ') || 'aucune'})`];
  });
};

const FEWEST = 5;

const passagesWithoutQuestions = ({ entries }: SearchEngine): readonly string[] =>
  entries
    .filter(({ sampleQuestions }) => sampleQuestions.length < FEWEST)
    .map(
      ({ passage, sampleQuestions }) =>
        `${passage.id} : ${sampleQuestions.length} question(s) écrite(s), ${FEWEST} au moins attendues`,
    );
