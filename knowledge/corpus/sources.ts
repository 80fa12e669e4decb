import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError } from './corpus-error.ts';

/**
 * Content of the Markdown files of a folder, README.md left out, originals before their translations.
 * @throws {CorpusError} when there is none, or when one is not UTF-8
 */
export const readSources = (folder: string): [file: string, source: string][] => {
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
        example: 'knowledge/data/corpus/faq-2024.md',
      },
    ]);
  }
  // Originals come before their translations: a.md, then a.en.md.
  const stem = (name: string): string => name.slice(0, -'.md'.length);
  names.sort((a, b) => (stem(a) < stem(b) ? -1 : 1));
  return names.map((name) => [name, decode(name, readFileSync(join(folder, name)))]);
};

const decode = (file: string, bytes: Uint8Array): string => {
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
};
