import type { Answer, Citation } from '../../knowledge/answer/answer.ts';

/** A citation of no text at all: rendering and transport do not look into the corpus. */
export const citation = (fields: Partial<Citation> = {}): Citation => ({
  documentId: 'circulaire-2023',
  documentTitle: 'Circulaire n° 6404/SG',
  anchor: 'R9',
  passageId: 'circulaire-2023#R9',
  quote: 'Une phrase citée.',
  lang: 'fr',
  date: '2023-05-31',
  link: 'https://www.legifrance.gouv.fr/circulaire/id/45446',
  status: 'in-force',
  ...fields,
});

/** An answer of one paragraph and one quotation. */
export const passages = (fields: Partial<Extract<Answer, { kind: 'passages' }>> = {}): Answer => ({
  kind: 'passages',
  lang: 'fr',
  title: 'Règle R9',
  blocks: [
    { kind: 'paragraph', text: ['Une réponse courte ', { kind: 'cite', index: 0 }, '.'] },
    { kind: 'quote', citation: 0 },
  ],
  citations: [citation()],
  notices: [],
  asOf: '2026-11-22',
  corpusVersion: '3f2a9c',
  ...fields,
});

/** An answer that rests on no text, e.g. a line of help. */
export const dialogue = (text: string): Answer => ({
  kind: 'dialogue',
  lang: 'fr',
  title: '',
  blocks: [{ kind: 'paragraph', text: [text] }],
  citations: [],
  notices: [],
  asOf: '2026-11-22',
  corpusVersion: '3f2a9c',
});
