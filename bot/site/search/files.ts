import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Library } from '../library.ts';
import { buildIndex } from './build-index.ts';

/** The files of the search, by their path in the site. All are plain scripts: they also work from a folder. */
export const searchFiles = (library: Library): ReadonlyMap<string, string> =>
  new Map([
    ['recherche/recherche.js', `'use strict';\n(() => {\n${shared()}\n${asset('recherche.js')}})();\n`],
    ['recherche/index-mots.js', `self.indexMots = ${JSON.stringify(buildIndex(library))};\n`],
    ['recherche/minisearch.js', readFileSync(umd, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')],
  ]);

const umd = join(createRequire(import.meta.url).resolve('minisearch'), '../../umd/index.js');

const asset = (name: string): string => readFileSync(join(import.meta.dirname, '../assets', name), 'utf8');

/** The same reading of words in the page as in the index: these two files, their types and imports taken off. */
const shared = (): string =>
  ['../../../knowledge/search/text/fold.ts', 'terms.ts']
    .map((name) => stripTypeScriptTypes(readFileSync(join(import.meta.dirname, name), 'utf8')))
    .map((source) => source.replace(/^import .*\n/gm, '').replace(/^export /gm, ''))
    .join('\n');
