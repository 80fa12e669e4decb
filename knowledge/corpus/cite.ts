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
  const cut = cutOf(passage.text, extract);
  return Object.freeze({
    documentId: document.id,
    documentTitle: document.shortTitle,
    ...(document.reference === null ? {} : { reference: document.reference }),
    anchor: passage.anchor,
    passageId,
    quote: extract,
    ...(cut === null ? {} : { cut }),
    lang: passage.lang,
    date: document.date,
    link: siteUrl === null ? document.link : `${siteUrl}/textes/${encodeURI(passageId)}`,
    status: document.status,
  });
};

/** On which side the sentence, line or cell of `text` that holds the quotation goes on beyond it; null when on none. */
const cutOf = (text: string, quote: string): NonNullable<Citation['cut']> | null => {
  const at = text.indexOf(quote);
  const before = !BEGINS.test(text.slice(0, at));
  const after = !ENDED.test(quote) && !ENDS.test(text.slice(at + quote.length));
  if (before && after) return 'both';
  return before ? 'before' : after ? 'after' : null;
};

/** Up to here a sentence has ended, a line or a cell begun; the mark of a list item or the name of a rule may follow. */
const BEGINS = /(?:^|[.!?](?:\s?[»”"])?\s|[\n|])\s*(?:[-–*•]\s+|\d+[.)]\s+|\[R\d+\]\s*)?[«“"]?\s*$/u;
/** A semicolon ends an item of a list. */
const ENDED = /[.!?…;](?:\s?[»”"])?$/u;
const ENDS = /^\s*(?:[.!?…;](?:\s?[»”"])?)?\s*(?:$|[\n|]|[.!?…;])/u;
