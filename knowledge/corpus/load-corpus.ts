import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Cache, NO_CACHE } from '../cache/cache.ts';
import { digestOf } from '../cache/digest.ts';
import { originOf, withOrigin } from '../cache/origin.ts';
import { projectCache } from '../cache/project-cache.ts';
import { assemble, corpusOf, type Texts } from './assemble.ts';
import type { Corpus } from './corpus.ts';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';
import { readSources } from './sources.ts';
import { readText, type TextFile } from './text-file.ts';

/**
 * Loads and checks every Markdown file of a folder, README.md left out.
 * @param folder the texts; by default knowledge/data/corpus, from the sources as from dist/
 * @param siteUrl see `corpusOf`
 * @param cache keeps what was read of texts that pass; by default, only what is read of the project's own
 * @throws {CorpusError} naming file, line and field of all that is wrong
 */
export const loadCorpus = (
  folder: string = defaultFolder(),
  siteUrl: string | null = null,
  cache: Cache = folder === defaultFolder() ? projectCache : NO_CACHE,
): Corpus => {
  const sources = readSources(folder);
  const texts = cache.keep(
    'corpus',
    () => digestOf(sources.flat()),
    () => readTexts(sources),
  );
  const corpus = corpusOf(texts, siteUrl);
  const origin = originOf(texts);
  return origin === null ? corpus : withOrigin(corpus, origin);
};

const readTexts = (sources: Sources): Texts => {
  const problems: CorpusProblem[] = [];
  const files: TextFile[] = [];
  for (const [file, source] of sources) {
    try {
      files.push(readText(file, source));
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CorpusError(problems);
  return assemble(files, versionOf(sources));
};

const defaultFolder = (): string => {
  const beside = join(import.meta.dirname, '../data/corpus');
  // The compiler copies no Markdown: the built bot reads the texts of the package.
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../../knowledge/data/corpus');
};

type Sources = ReturnType<typeof readSources>;

const versionOf = (sources: Sources): string =>
  createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
