import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, loadCatalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { Corpus, Passage } from '../../knowledge/corpus/corpus.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { projectFile, readDataFile } from '../../knowledge/data-file.ts';
import { requireSoundKnowledge } from '../../knowledge/question/check-knowledge.ts';
import { type LoadedKnowledge, loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { type Card, cardsSchema } from '../../knowledge/question/schemas.ts';
import { loadData } from '../load-data.ts';
import { withoutCards } from '../withdrawn-cards.ts';

/** Cards of one file of `knowledge/data/cards/`: what is reviewed in one meeting. */
export interface Theme {
  /** Name of the file. */
  readonly name: string;
  /** First line of the file. */
  readonly title: string;
  readonly cards: readonly Card[];
}

/** All that the site shows. */
export interface Library extends LoadedKnowledge {
  readonly corpus: Corpus;
  readonly catalogue: Catalogue;
  readonly themes: readonly Theme[];
  /** Pages of the documentation, in Markdown. */
  readonly docs: { readonly commands: string; readonly evaluation: string };
}

/**
 * Reads the knowledge of the project, with the texts and the catalogue of an operator where there are some, without the
 * cards that the operator withdrew.
 * @throws OperatorError, in French, when a file does not hold what it should, or the cards quote what the texts do not say
 */
export const loadLibrary = (
  corpusFolder: string | null = null,
  offersFile: string | null = null,
  withdrawn: readonly string[] = [],
): Library =>
  loadData(() => {
    const corpus = loadCorpus(corpusFolder ?? undefined);
    const whole = loadKnowledge();
    requireSoundKnowledge(corpus, whole);
    const knowledge = withoutCards(whole, withdrawn);
    const kept = new Set(knowledge.cards.map(({ id }) => id));
    return {
      ...knowledge,
      corpus,
      catalogue: loadCatalogue(offersFile ?? undefined),
      themes: loadThemes(kept),
      docs: { commands: readDoc('commandes.md'), evaluation: readDoc('evaluation.md') },
    };
  });

/** Passages of a text in one language, in reading order. */
export const passagesOf = (corpus: Corpus, documentId: string, lang: Passage['lang']): readonly Passage[] =>
  [...corpus.passages.values()].filter((one) => one.documentId === documentId && one.lang === lang);

/** `circulaire-2023`, `circulaire-2023.en`: what stands before the `#` of its passages. */
export const textOfPassage = (passageId: string): string => passageId.split('#')[0] ?? passageId;

const loadThemes = (kept: ReadonlySet<string>): readonly Theme[] => {
  const folder = projectFile('cards');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.yaml'.length);
      const path = join(folder, file);
      return {
        name,
        title: firstComment(readFileSync(path, 'utf8')) ?? name,
        cards: readDataFile(path, cardsSchema, '').filter(({ id }) => kept.has(id)),
      };
    })
    .filter(({ cards }) => cards.length > 0);
};

/** The comment that opens a file, to the end of its first sentence: « Qui contrôle, selon le coût complet du projet ». */
const firstComment = (source: string): string | null => {
  const lines = /^(?:#.*\n)+/.exec(source)?.[0].replace(/^# ?/gm, '').replace(/\s+/g, ' ').trim();
  return lines === undefined || lines === '' ? null : lines.replace(/\.(?:\s.*)?$/, '');
};

const readDoc = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
