import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Words that stand in the bytes of the files under a folder, whatever the files: free pages and journals too. In UTF-8, and in
 * the two bytes a letter of what V8 serialises.
 */
export const tracesOf = (folder: string, words: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      const has = (word: string): boolean =>
        bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
      return words.filter(has).map((word) => `${word} in ${name}`);
    });
