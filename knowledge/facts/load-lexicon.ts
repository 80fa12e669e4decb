import { join } from 'node:path';
import { z } from 'zod';
import { type Cache, NO_CACHE } from '../cache/cache.ts';
import { digestOfFolder } from '../cache/digest.ts';
import { projectCache } from '../cache/project-cache.ts';
import { projectFile, readDataFile } from '../data-file.ts';
import { SERVICES } from '../rules/dossier-types.ts';
import { ATTEINTES } from '../rules/sensibilite-types.ts';
import { type Entry, entryShape } from './lexicon.ts';

const name = z
  .string({ error: 'un nom, par exemple OVHcloud' })
  .min(1, { error: 'un nom, par exemple OVHcloud' });
const flag = z.boolean({ error: 'true ou false' }).default(false);
const known = z.boolean({ error: 'true, false ou null' }).nullable();
const listOf = <T extends z.ZodRawShape>(fields: T) =>
  z.array(z.strictObject({ ...fields, ...entryShape }).readonly()).min(1, { error: 'au moins une entrée' });

const entitySchema = listOf({
  value: z.enum(['administration_centrale', 'organisme_sous_tutelle', 'collectivite', 'incertaine', 'autre']),
  rank: z.enum(['strong', 'weak', 'private', 'supplier']).default('strong'),
});

const around = z.array(z.string({ error: 'des mots' }));
const roleSchema = z.array(
  z
    .strictObject({
      role: z.enum(['asker', 'belongs', 'for', 'acts', 'owner', 'tells', 'funds', 'denied']),
      /** Words that may stand between. */
      within: z.int({ error: 'un nombre de mots' }),
      score: z.int({ error: 'un nombre entier, positif ou négatif' }),
      before: around.default([]),
      after: around.default([]),
      examples: around.min(1, { error: 'au moins un exemple' }),
      counter: around.min(1, { error: 'au moins un contre-exemple' }),
    })
    .readonly(),
);

const projectSchema = listOf({
  value: z.enum([
    'nouveau',
    'de_zero',
    'evolution',
    'evolution_complete',
    'evolution_mineure',
    'changement_prestataire',
    'meme_prestataire',
    'maintenance',
    'engage',
  ]),
});

const hostingKind = z.enum(['commercial', 'interne', 'hors_cloud']);
const hostingSchema = listOf({ value: hostingKind, foreign: known.default(null) });

const providerSchema = listOf({
  value: name,
  foreign: known,
  hosting: hostingKind.default('commercial'),
  rank: z.enum(['product', 'plain', 'company']).default('plain'),
  collaborative: flag,
  /** What is meant by the company's name where office tools are spoken of. */
  suite: name.optional(),
});

const serviceSchema = listOf({
  value: z.enum(SERVICES),
  collaborative: flag,
});

const dataSchema = listOf({ value: name, personal: flag, health: flag, open: flag, hint: flag });

const statementSchema = listOf({
  value: z.enum(['personnelles', 'anonymes', 'secret', 'mission', 'aucune', 'harm', ...ATTEINTES]),
  needs: z.enum(['harm']).optional(),
});

/** What a question may want to know, in the order in which it is answered. */
export const ASK_TOPICS = [
  'ARMEES',
  'NOTE_2021',
  'CLOUD_INTERNE_CONSTRUIRE',
  'CLOUD_INTERNE_OUVERT',
  'DEROGATION_R6',
  'DEROGATION_R9',
  'DEROGATION',
  'RECETTE',
  'LOCALISATION',
  'REVERSIBILITE',
  'ZONES',
  'SUR_MESURE',
  'ETUDE',
  'CONTROLE',
  'CLOUD',
  'CHAMP',
  'SECNUMCLOUD',
  'PERMIS',
  'TAXES',
] as const;

/** How a sentence asks: these are read in the sentences that ask alone, but for `look_up`, read in all. */
const ASK_MANNERS = ['look_up', 'asking', 'particular', 'of_rules', 'whether'] as const;

const asksSchema = listOf({
  value: z.enum([
    ...ASK_TOPICS,
    ...ASK_MANNERS,
    'limit',
    'bound',
    'acceptable',
    'outside_cloud',
    'suite_2021',
  ]),
});

const aboutUsSchema = listOf({
  value: z.enum(['address', 'others', 'us', 'team', 'general', 'all', 'alone', 'tail']),
});

/** Lists of names, each as it is written. */
const namesSchema = z
  .array(z.array(name).min(1, { error: 'au moins un nom' }))
  .transform((lists) => lists.flat());

export type EntityWord = z.output<typeof entitySchema>[number];
export type EntityRole = z.output<typeof roleSchema>[number];
export type ProjectWord = z.output<typeof projectSchema>[number];
export type HostingWord = z.output<typeof hostingSchema>[number];
export type ProviderWord = z.output<typeof providerSchema>[number];
export type ServiceWord = z.output<typeof serviceSchema>[number];
export type DataWord = z.output<typeof dataSchema>[number];
export type StatementWord = z.output<typeof statementSchema>[number];
export type AskWord = z.output<typeof asksSchema>[number];
export type AboutUsWord = z.output<typeof aboutUsSchema>[number];

/** The words by which people say what their project is; see `knowledge/data/facts/README.md`. */
export interface FactLexicon {
  readonly entity: readonly EntityWord[];
  readonly entityRoles: readonly EntityRole[];
  readonly project: readonly ProjectWord[];
  readonly hosting: readonly HostingWord[];
  readonly providers: readonly ProviderWord[];
  readonly service: readonly ServiceWord[];
  readonly data: readonly DataWord[];
  readonly statements: readonly StatementWord[];
  readonly asks: readonly AskWord[];
  readonly aboutUs: readonly AboutUsWord[];
  /** Names as they are written, for what is shown back. */
  readonly names: readonly string[];
}

/**
 * Reads the word lists of the folder (by default the project's `knowledge/data/facts/`).
 * @throws DataFileError naming the file and each fault: what was read, what was expected, an example to copy.
 */
export const loadFactLexicon = (
  folder: string = home,
  cache: Cache = folder === home ? projectCache : NO_CACHE,
): FactLexicon =>
  cache.keep(
    'facts',
    () => digestOfFolder(folder, (name) => name.endsWith('.yaml')),
    () => readLexicon(folder),
  );

const home = projectFile('facts');

const readLexicon = (folder: string): FactLexicon => {
  const read = <T>(file: string, schema: z.ZodType<T>): T =>
    readDataFile(join(folder, file), schema, EXAMPLE);
  return {
    entity: read('entity.yaml', entitySchema),
    entityRoles: readDataFile(join(folder, 'entity-roles.yaml'), roleSchema, ROLE_EXAMPLE),
    project: read('project.yaml', projectSchema),
    hosting: read('hosting.yaml', hostingSchema),
    providers: read('providers.yaml', providerSchema),
    service: read('service.yaml', serviceSchema),
    data: read('data-categories.yaml', dataSchema),
    statements: read('statements.yaml', statementSchema),
    asks: read('asks.yaml', asksSchema),
    aboutUs: read('about-us.yaml', aboutUsSchema),
    names: readDataFile(join(folder, 'names.yaml'), namesSchema, '- [SaaS, SecNumCloud]'),
  };
};

/** Every list whose words are found one at a place, the longest, by the name of its file. */
export const listsOf = (
  lexicon: FactLexicon,
): Readonly<Record<string, readonly (Entry & { value: string })[]>> => {
  const { entityRoles: _, names: __, asks: ___, aboutUs: ____, ...lists } = lexicon;
  return lists;
};

const EXAMPLE = [
  '- value: collectivite',
  "  words: ['mairies?', 'communes? (?:de|d) [a-z]+']",
  '  examples: [la mairie de Nantes]',
  '  counter: [Bruno Le Maire]',
].join('\n');
const ROLE_EXAMPLE =
  '- role: asker\n  within: 6\n  score: 20\n  before: [nous sommes]\n  examples: [nous sommes une commune]\n  counter: [la commune]';
