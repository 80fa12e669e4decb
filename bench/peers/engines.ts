import { DatabaseSync } from 'node:sqlite';
import { imported, required } from './installed.ts';

/** A passage as every engine is given it. */
export interface PeerPassage {
  readonly id: string;
  readonly text: string;
  /** Its text, its headings and its number. */
  readonly path: string;
  /** Our sample questions of it, one after the other; empty where an engine is measured bare. */
  readonly questions: string;
}

/** The best passage for a question; its score is higher when it is surer, null where the engine gives none. */
export interface Best {
  readonly id: string;
  readonly score: number | null;
}

export type Ask = (question: string) => Best | null | Promise<Best | null>;

export interface Peer {
  readonly name: string;
  /** Package whose version is written down; null for what Node holds. */
  readonly package: string | null;
  /** Indexes the passages by the defaults of the engine, set for French where it can be. */
  build(passages: readonly PeerPassage[]): Ask | Promise<Ask>;
}

const FIELDS = ['text', 'path', 'questions'] as const;

/** Lower case without accents, as most engines leave to whoever uses them. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
const wordsOf = (text: string): readonly string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

const minisearch: Peer = {
  name: 'minisearch',
  package: 'minisearch',
  build: (passages) => {
    const MiniSearch = required('minisearch') as new (
      options: object,
    ) => {
      addAll(documents: readonly object[]): void;
      search(query: string): readonly { readonly id: string; readonly score: number }[];
    };
    const index = new MiniSearch({ fields: FIELDS, processTerm: (term: string) => plain(term) || null });
    index.addAll(passages);
    return (question) => index.search(question)[0] ?? null;
  },
};

const flexsearch: Peer = {
  name: 'flexsearch',
  package: 'flexsearch',
  build: (passages) => {
    const { Document, Charset } = required('flexsearch') as {
      readonly Document: new (
        options: object,
      ) => {
        add(document: object): void;
        search(query: string, options: object): readonly { readonly id: string }[];
      };
      readonly Charset: { readonly LatinDefault: unknown };
    };
    const index = new Document({
      document: { id: 'id', index: FIELDS },
      encoder: Charset.LatinDefault,
    });
    for (const passage of passages) index.add(passage);
    return (question) => {
      const [first] = index.search(question, { merge: true, suggest: true, limit: 1 });
      return first === undefined ? null : { id: first.id, score: null };
    };
  },
};

interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
}

const lunr: Peer = {
  name: 'lunr + lunr-fr',
  package: 'lunr',
  build: (passages) => {
    const lunrOf = required('lunr') as {
      (
        configure: (this: LunrBuilder) => void,
      ): {
        query(ask: (query: { term(tokens: unknown, options: object): void }) => void): readonly {
          readonly ref: string;
          readonly score: number;
        }[];
      };
      tokenizer(text: string): unknown;
      readonly fr?: unknown;
    };
    for (const plugin of ['lunr-languages/lunr.stemmer.support', 'lunr-languages/lunr.fr'])
      (required(plugin) as (into: unknown) => void)(lunrOf);
    const index = lunrOf(function () {
      this.use(lunrOf.fr);
      this.ref('id');
      for (const field of FIELDS) this.field(field);
      for (const passage of passages) this.add(passage);
    });
    return (question) => {
      const [first] = index.query((query) => query.term(lunrOf.tokenizer(question), {}));
      return first === undefined ? null : { id: first.ref, score: first.score };
    };
  },
};

const orama: Peer = {
  name: 'orama',
  package: '@orama/orama',
  build: async (passages) => {
    const { create, insertMultiple, search } = (await imported('@orama/orama')) as {
      create(options: object): unknown;
      insertMultiple(into: unknown, documents: readonly object[]): Promise<unknown>;
      search(
        index: unknown,
        query: object,
      ): Promise<{ readonly hits: readonly { readonly score: number; readonly document: PeerPassage }[] }>;
    };
    const schema = { text: 'string', path: 'string', questions: 'string' };
    const index = create({ schema: { id: 'string', ...schema }, language: 'french' });
    await insertMultiple(index, passages);
    return async (question) => {
      const { hits } = await search(index, { term: question, properties: FIELDS, limit: 1 });
      const [first] = hits;
      return first === undefined ? null : { id: first.document.id, score: first.score };
    };
  },
};

const fuse: Peer = {
  name: 'fuse.js',
  package: 'fuse.js',
  build: (passages) => {
    type Index = new (
      documents: readonly object[],
      options: object,
    ) => { search(query: string): readonly { readonly item: PeerPassage; readonly score: number }[] };
    const found = required('fuse.js') as Index & { readonly default?: Index };
    const Fuse = found.default ?? found;
    const index = new Fuse(passages, { keys: FIELDS, includeScore: true, ignoreLocation: true });
    return (question) => {
      const [first] = index.search(question);
      // Its score is a distance.
      return first === undefined ? null : { id: first.item.id, score: 1 - first.score };
    };
  },
};

const fts5: Peer = {
  name: 'FTS5 (node:sqlite)',
  package: null,
  build: (passages) => {
    const database = new DatabaseSync(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, ${FIELDS.join(', ')}, tokenize = 'unicode61 remove_diacritics 2')`,
    );
    const add = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?)');
    for (const { id, text, path, questions } of passages) add.run(id, text, path, questions);
    const find = database.prepare(
      'SELECT id, -bm25(passages) AS score FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT 1',
    );
    return (question) => {
      const words = [...new Set(wordsOf(question))];
      if (words.length === 0) return null;
      const first = find.get(words.map((word) => `"${word}"`).join(' OR '));
      return first === undefined ? null : { id: String(first.id), score: Number(first.score) };
    };
  },
};

export const PEERS: readonly Peer[] = [minisearch, flexsearch, lunr, orama, fuse, fts5];
