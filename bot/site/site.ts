import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, relativeTo } from './addresses.ts';
import { framed, type Page } from './frame.ts';
import type { Library } from './library.ts';
import { cardPages } from './pages/cards.ts';
import { otherPages } from './pages/others.ts';
import { reviewPages } from './pages/review.ts';
import { searchPage } from './pages/search.ts';
import { textPages } from './pages/texts.ts';
import { referencesOf } from './references.ts';
import { searchFiles } from './search/files.ts';

/** Every file of the site by its path. The same knowledge gives the same site, to the byte. */
export const buildSite = (library: Library): ReadonlyMap<string, string> => {
  const search = searchFiles(library);
  const pages: readonly Page[] = [
    ...otherPages(library),
    ...textPages(library, referencesOf(library)),
    ...cardPages(library),
    ...reviewPages(library),
    searchPage(kilobytes(search)),
  ];
  return new Map([
    ...pages.map((page) => {
      const file = fileOf(page.address);
      return [file, relativeTo(file, framed(page, library.corpus.version).markup)] as const;
    }),
    ...search,
    ['site.css', readFileSync(join(import.meta.dirname, 'assets/site.css'), 'utf8')],
  ]);
};

/** What the first search loads besides the page. */
const kilobytes = (files: ReadonlyMap<string, string>): number =>
  Math.ceil(
    [...files].reduce(
      (sum, [name, text]) => sum + (name.endsWith('/recherche.js') ? 0 : Buffer.byteLength(text)),
      0,
    ) / 1000,
  );
