import MiniSearch from 'minisearch';
import { cardAddress, passageAddress } from '../addresses.ts';
import type { Library } from '../library.ts';
import { prose } from '../words.ts';
import { termsOf } from './terms.ts';

/** What the page shows of a result. */
interface Found {
  readonly kind: 'passage' | 'fiche';
  readonly title: string;
  /** Address from the root of the site. */
  readonly to: string;
  readonly extract: string;
}

/** What the page loads at the first search; `options` go back to MiniSearch as they are. */
export interface SearchIndex {
  readonly options: { readonly fields: readonly string[]; readonly searchOptions: object };
  readonly found: readonly Found[];
  readonly index: object;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** The ways to ask for it. */
  readonly questions: string;
}

const OPTIONS = {
  fields: ['title', 'text', 'questions'],
  searchOptions: {
    boost: { title: 1, text: 1, questions: 1 },
    bm25: { k: 1.2, b: 0.5, d: 0.5 },
    combineWith: 'OR',
  },
} as const;

/** Words of passages and cards; a passage is found by the questions that were written for it, too. */
export const buildIndex = (library: Library): SearchIndex => {
  const entries = [...passages(library), ...cards(library)];
  const search = new MiniSearch<Row>({
    fields: [...OPTIONS.fields],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
  });
  search.addAll(entries.map(({ row }, id) => ({ id, ...row })));
  return { options: OPTIONS, found: entries.map(({ found }) => found), index: search.toJSON() };
};

interface Entry {
  readonly row: Omit<Row, 'id'>;
  readonly found: Found;
}

const passages = ({ corpus, sampleQuestions }: Library): readonly Entry[] =>
  [...corpus.passages.values()].map(({ id, documentId, path, anchor, text }) => {
    const title = corpus.documents.get(documentId)?.shortTitle ?? documentId;
    return {
      row: {
        title: path.join(' '),
        text,
        questions: (sampleQuestions.get(id) ?? []).join(' '),
      },
      found: { kind: 'passage', title: `${title}, ${anchor}`, to: passageAddress(id), extract: cut(text) },
    };
  });

const cards = ({ themes }: Library): readonly Entry[] =>
  themes
    .flatMap((theme) => theme.cards)
    .map((card) => {
      const text = card.sentences.map((one) => one.text).join(' ');
      return {
        row: { title: card.title, text, questions: card.questions.join(' ') },
        found: {
          kind: 'fiche',
          title: prose(card.title, card.lang),
          to: cardAddress(card),
          extract: cut(prose(text, card.lang)),
        },
      };
    });

const EXTRACT = 180;

const cut = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length <= EXTRACT ? line : `${line.slice(0, line.lastIndexOf(' ', EXTRACT))} […]`;
};
