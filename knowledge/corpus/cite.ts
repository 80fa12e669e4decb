import type { Citation } from '../answer/answer.ts';
import type { Passage, TextDocument } from './corpus.ts';
import { findVerbatim } from './plain-text.ts';

/** What citations are made from. */
export interface Citable {
  readonly documents: ReadonlyMap<string, TextDocument>;
  readonly passages: ReadonlyMap<string, Passage>;
  /** Base address of the reading room, without the `/` at its end; null where there is none. */
  readonly siteUrl: string | null;
}

/** See `Corpus.cite`. White space of `quote` may differ; the citation keeps that of the text. */
export const cite = (
  { documents, passages, siteUrl }: Citable,
  passageId: string,
  quote?: string,
): Citation => {
  const passage = passages.get(passageId);
  const document = passage === undefined ? undefined : documents.get(passage.documentId);
  if (passage === undefined || document === undefined) throw new Error(`unknown passage: ${passageId}`);
  const extract = quote === undefined ? passage.text : findVerbatim(passage.text, quote);
  if (extract === undefined) throw new Error(`not verbatim in ${passageId}: ${JSON.stringify(quote)}`);
  return Object.freeze({
    documentId: document.id,
    documentTitle: document.shortTitle,
    anchor: passage.anchor,
    passageId,
    quote: extract,
    lang: passage.lang,
    date: document.date,
    link: siteUrl === null ? document.link : `${siteUrl}/textes/${encodeURI(passageId)}`,
    status: document.status,
  });
};
