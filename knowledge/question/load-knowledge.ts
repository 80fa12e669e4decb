import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Cache, NO_CACHE } from '../cache/cache.ts';
import { digestOfFolder } from '../cache/digest.ts';
import { projectCache } from '../cache/project-cache.ts';
import { readDataFile } from '../data-file.ts';
import { type LaterLaw, loadLaterLaw } from '../later-law/later-law.ts';
import type { FrameWords } from '../reading/frame.ts';
import { loadFrames } from '../reading/load-frames.ts';
import type { Precedence } from '../search/precedence.ts';
import type { Thesaurus } from '../search/text/thesaurus.ts';
import {
  type Card,
  cardsSchema,
  type Detail,
  detailsSchema,
  extractsSchema,
  type NoticeRule,
  noticesSchema,
  outOfScopeSchema,
  type PermittedExtract,
  pairsSchema,
  precedencesSchema,
  type QuestionPair,
  type QuestionsFile,
  type Related,
  relatedSchema,
  sampleQuestionsSchema,
  type Topic,
  thesaurusSchema,
  topicsSchema,
} from './schemas.ts';

/** What the project knows about its texts: all the data files that search and answers read. */
export interface LoadedKnowledge {
  readonly thesaurus: Thesaurus;
  /** What people put around a question. */
  readonly frames: FrameWords;
  /** Authored questions by passage id. */
  readonly sampleQuestions: ReadonlyMap<string, readonly string[]>;
  /** Those that a card answers, by card id. */
  readonly cardQuestions: ReadonlyMap<string, readonly string[]>;
  readonly outOfScope: readonly string[];
  /** Twins on one subject: one that a card answers, one that the texts do not. Both are among the above. */
  readonly pairs: readonly QuestionPair[];
  /** What a question may ask for: a number, a price, a name… */
  readonly details: readonly Detail[];
  readonly topics: readonly Topic[];
  /** `on`: what both texts speak of. */
  readonly precedences: readonly (Precedence & { readonly on: string })[];
  /** Passages that deal with a rule without naming it, by rule (`R9`). */
  readonly related: Related;
  readonly notices: readonly NoticeRule[];
  readonly cards: readonly Card[];
  /** What may be shown alone of a long sentence. */
  readonly extracts: readonly PermittedExtract[];
  readonly laterLaw: LaterLaw;
}

/** Stand beside the questions out of scope, each in a form of its own. */
const TOPICS = 'topics.yaml';
const PAIRS = 'paires.yaml';
const DETAILS = 'details.yaml';

const home = join(import.meta.dirname, '../data');

/**
 * Reads the data files of the folder (by default the project's `knowledge/data/`), or what was kept of them.
 * @param cache keeps what was read of files that pass; by default, only what is read of the project's own
 * @throws DataFileError naming the file and each fault: what was read, what was expected, an example to copy.
 */
export const loadKnowledge = (
  folder: string = home,
  cache: Cache = folder === home ? projectCache : NO_CACHE,
): LoadedKnowledge => {
  const keyOf = (): string => digestOfFolder(folder, (name) => name.endsWith('.yaml'));
  return cache.keep('knowledge', keyOf, () => readKnowledge(folder));
};

const readKnowledge = (folder: string): LoadedKnowledge => {
  const questions = readFolder(join(folder, 'questions'), sampleQuestionsSchema, examples.sampleQuestions);
  const outside = join(folder, 'out-of-scope');
  const pairs = readIfThere(join(outside, PAIRS), pairsSchema, examples.pairs);
  return {
    thesaurus: readDataFile(join(folder, 'thesaurus.yaml'), thesaurusSchema, examples.thesaurus),
    frames: loadFrames(join(folder, 'frames.yaml')),
    sampleQuestions: mergeByKey(questions.map(byPassage)),
    cardQuestions: mergeByKey([
      ...questions.map(byCard),
      ...pairs.map(({ card, answered }) => ({ [card]: [answered] })),
    ]),
    outOfScope: [
      ...readFolder(outside, outOfScopeSchema, examples.outOfScope)
        .flatMap((themes) => Object.values(themes))
        .flat(),
      ...pairs.map(({ not }) => not),
    ],
    pairs,
    details: readIfThere(join(outside, DETAILS), detailsSchema, examples.details),
    topics: readDataFile(join(outside, TOPICS), topicsSchema, examples.topics),
    precedences: readDataFile(join(folder, 'precedences.yaml'), precedencesSchema, examples.precedences),
    related: readDataFile(join(folder, 'related.yaml'), relatedSchema, examples.related),
    notices: readDataFile(join(folder, 'notices.yaml'), noticesSchema, examples.notices),
    cards: readFolder(join(folder, 'cards'), cardsSchema, examples.cards).flat(),
    extracts: readIfThere(join(folder, 'extracts.yaml'), extractsSchema, examples.extracts),
    laterLaw: loadLaterLaw(join(folder, 'later-law.yaml')),
  };
};

/** Look-ups, which belong to no card. */
const LOOK_UP = 'lecture';

const byPassage = (file: QuestionsFile): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(file).map(([passage, list]) => [passage, listOf(list)]));

const listOf = (list: QuestionsFile[string]): readonly string[] =>
  Array.isArray(list) ? list : Object.values(list).flat();

const byCard = (file: QuestionsFile): Readonly<Record<string, readonly string[]>> => {
  const cards = new Map<string, readonly string[]>();
  for (const list of Object.values(file).filter(isGrouped)) {
    for (const [card, own] of Object.entries(list)) cards.set(card, [...(cards.get(card) ?? []), ...own]);
  }
  cards.delete(LOOK_UP);
  return Object.fromEntries(cards);
};

const isGrouped = (list: QuestionsFile[string]): list is Readonly<Record<string, readonly string[]>> =>
  !Array.isArray(list);

const readIfThere = <T>(file: string, schema: z.ZodType<readonly T[]>, example: string): readonly T[] =>
  existsSync(file) ? readDataFile(file, schema, example) : [];

/** Every YAML file of a folder, in the order of names, those of another form left out; an absent folder holds nothing. */
const readFolder = <T>(folder: string, schema: z.ZodType<T>, example: string): readonly T[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml') && ![TOPICS, PAIRS, DETAILS].includes(name))
        .sort()
        .map((name) => readDataFile(join(folder, name), schema, example))
    : [];

const mergeByKey = (
  files: readonly Readonly<Record<string, readonly string[]>>[],
): ReadonlyMap<string, readonly string[]> => {
  const merged = new Map<string, readonly string[]>();
  for (const [key, values] of files.flatMap(Object.entries<readonly string[]>)) {
    merged.set(key, [...(merged.get(key) ?? []), ...values]);
  }
  return merged;
};

/** Shown under the faults of a file, ready to copy. */
const examples = {
  thesaurus: 'concepts:\n  fournisseur: [prestataire, hébergeur]',
  sampleQuestions: 'circulaire-2023#R9.derogation:\n  - combien de temps dure une dérogation',
  outOfScope: 'prix:\n  - combien coûte une machine virtuelle',
  pairs:
    '- card: derogation-r9-qui\n  answered: qui valide une dérogation\n  not: qui a obtenu une dérogation',
  details:
    "- code: price\n  patterns: ['\\btarifs?\\b']\n  examples: [à quel tarif]\n  counter: [que dit R9]",
  topics:
    "- code: tarif\n  label: { fr: le corpus ne donne pas de tarif, en: the texts give no price }\n  patterns: ['\\btarifs?\\b']",
  precedences: '- passage: faq-2024#x\n  yieldsTo: circulaire-2023#R6\n  on: la part du coût initial',
  related: 'R6: [faq-2024#perimetre.projet]',
  notices:
    '- code: presse\n  when: { documents: [cp-2023-04-04] }\n  text: { fr: Ce texte date., en: This text is dated. }',
  extracts:
    '- passage: circulaire-2023#R9.secnumcloud\n  extract: mots exacts du passage\n  leaves_out: la conséquence',
  cards: [
    '- id: perimetre',
    '  title: Qui est concerné',
    '  questions: [qui est concerné par la doctrine]',
    '  sentences:',
    '    - text: Les administrations centrales sont concernées.',
    '      citations:',
    '        - { passage: faq-2024#perimetre, quote: mots exacts du passage }',
  ].join('\n'),
} as const;
