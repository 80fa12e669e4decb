import type { RuleCitation } from '../citation.ts';
import type { IsoDate } from '../time/iso-date.ts';
import { CIRCULAIRE_2023_FROM } from './circulaire.ts';
import { FAQ_2024_FROM } from './faq.ts';
import { NOTE_2021_FROM } from './note-2021.ts';

const PUBLISHED: readonly (readonly [prefix: string, from: IsoDate])[] = [
  ['circulaire-2023#', CIRCULAIRE_2023_FROM],
  ['faq-2024#', FAQ_2024_FROM],
  ['note-o365-2021#', NOTE_2021_FROM],
  ['rappel-strategie-2021-11-02#', '2021-11-02'],
];

/** The citations whose text was published on that day, in the given order, each once. */
export const inForce = (citations: readonly RuleCitation[], asOf: IsoDate): readonly RuleCitation[] =>
  [...new Set(citations)].filter((citation) => isPublished(citation, asOf));

/** Whether the text quoted was published on that day. */
export const isPublished = ({ passage }: RuleCitation, asOf: IsoDate): boolean =>
  PUBLISHED.some(([prefix, from]) => passage.startsWith(prefix) && from <= asOf);
