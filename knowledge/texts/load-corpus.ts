import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../answer/answer.ts';
import { assemble } from './assemble.ts';
import { readBlocks } from './blocks.ts';
import type { Corpus } from './corpus.ts';
import { CorpusError, type CorpusProblem } from './corpus-error.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type DraftPassage, groupPassages } from './passages.ts';

/** One file of the corpus, read on its own. */
export interface TextFile {
  readonly file: string;
  readonly matter: FrontMatter;
  readonly lang: Lang;
  readonly passages: readonly DraftPassage[];
}

/**
 * Loads and checks every Markdown file of a folder, README.md left out.
 * @param folder the texts; by default knowledge/corpus, from the sources as from dist/
 * @throws {CorpusError} naming file, line and field of all that is wrong
 */
export function loadCorpus(folder: string = defaultFolder()): Corpus {
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
  return assemble(files, versionOf(sources));
}

function defaultFolder(): string {
  const beside = join(import.meta.dirname, '../corpus');
  // The compiler copies no Markdown: the built bot reads the texts of the package.
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../../knowledge/corpus');
}

function readSources(folder: string): [file: string, source: string][] {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
    : [];
  if (names.length === 0) {
    throw new CorpusError([
      {
        file: folder,
        line: null,
        field: 'dossier',
        read: 'aucun texte',
        expected: 'un dossier qui contient au moins un fichier .md',
        example: 'knowledge/corpus/faq-2024.md',
      },
    ]);
  }
  // Originals come before their translations: a.md, then a.en.md.
  const stem = (name: string): string => name.slice(0, -'.md'.length);
  names.sort((a, b) => (stem(a) < stem(b) ? -1 : 1));
  return names.map((name) => [name, decode(name, readFileSync(join(folder, name)))]);
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new CorpusError([
      {
        file,
        line: null,
        field: 'encodage',
        read: 'des octets qui ne sont pas de l’UTF-8',
        expected: 'un fichier enregistré en UTF-8',
        example: 'dans un éditeur de texte : Enregistrer sous, encodage UTF-8',
      },
    ]);
  }
}

function readText(file: string, source: string): TextFile {
  const { matter, body, bodyLine } = readFrontMatter(file, source);
  const title = 'shortTitle' in matter ? matter.shortTitle : matter.title;
  const passages = groupPassages(readBlocks(file, body, bodyLine), title);
  if (passages.length === 0) {
    throw new CorpusError([
      {
        file,
        line: bodyLine,
        field: 'texte',
        read: 'aucun paragraphe',
        expected: 'le texte, après l’en-tête',
        example: '# Périmètre (titre), puis un paragraphe',
      },
    ]);
  }
  return { file, matter, lang: matter.language, passages };
}

function versionOf(sources: readonly (readonly [string, string])[]): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
}
