import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from './assemble.ts';
import type { Corpus } from './corpus.ts';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';
import { readSources } from './sources.ts';
import { readText, type TextFile } from './text-file.ts';

/**
 * Loads and checks every Markdown file of a folder, README.md left out.
 * @param folder the texts; by default knowledge/data/corpus, from the sources as from dist/
 * @param siteUrl see `assemble`
 * @throws {CorpusError} naming file, line and field of all that is wrong
 */
export const loadCorpus = (folder: string = defaultFolder(), siteUrl: string | null = null): Corpus => {
  const sources = readSources(folder);
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
  return assemble(files, versionOf(sources), siteUrl);
};

const defaultFolder = (): string => {
  const beside = join(import.meta.dirname, '../data/corpus');
  // The compiler copies no Markdown: the built bot reads the texts of the package.
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../../knowledge/data/corpus');
};

const versionOf = (sources: readonly (readonly [string, string])[]): string =>
  createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
