import type { Corpus, Passage, TextDocument } from '../../knowledge/corpus/corpus.ts';

/** A corpus of a few sentences: each entry is a passage id with its text. */
export const tinyCorpus = (
  passages: Readonly<Record<string, string>>,
  documents: Readonly<Record<string, Partial<TextDocument>>> = {},
): Corpus => {
  const all = new Map(Object.entries(passages).map(([id, text]) => [id, passageOf(id, text)]));
  const names = [...new Set([...all.values()].map(({ documentId }) => documentId))];
  return {
    version: 'essai',
    latest: '2023-05-31',
    documents: new Map(names.map((id) => [id, { ...documentOf(id), ...documents[id] }])),
    passages: all,
    section: (documentId, anchor, lang) =>
      [...all.values()].filter(
        (one) => one.documentId === documentId && one.anchor === anchor && one.lang === lang,
      ),
    cite: (id, quote) => {
      const passage = all.get(id);
      if (passage === undefined || !passage.text.includes(quote ?? '')) throw new Error(`${id} : ${quote}`);
      return {
        documentId: passage.documentId,
        documentTitle: passage.documentId,
        anchor: passage.anchor,
        passageId: id,
        quote: quote ?? passage.text,
        lang: passage.lang,
        date: '2023-05-31',
        link: null,
        status: 'in-force',
      };
    },
  };
};

const passageOf = (id: string, text: string): Passage => {
  const [documentId = '', name = ''] = id.split('#');
  return {
    id,
    documentId,
    lang: 'fr',
    anchor: name.split('.')[0] ?? name,
    path: [documentId, name],
    text,
    parts: [{ id: `${id}.1`, kind: 'paragraph', text }],
    previous: null,
    next: null,
    translation: null,
  };
};

const documentOf = (id: string): TextDocument => ({
  id,
  title: id,
  shortTitle: id,
  kind: 'circulaire',
  issuer: 'essai',
  number: null,
  date: '2023-05-31',
  version: null,
  languages: ['fr'],
  link: null,
  status: 'in-force',
  supersededBy: null,
  rank: 1,
  authority: 1,
  reference: null,
  numbered: null,
  contact: null,
  people: [],
  licence: 'essai',
  provenance: 'essai',
  copies: [],
});
