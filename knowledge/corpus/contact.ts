import type { Corpus } from './corpus.ts';

/** Id of the passage that says whom to ask, of the text that prevails (the FAQ's « Il vous reste des questions ? »); null when no text has one. */
export const contactIn = ({ documents }: Corpus): string | null => {
  const [document] = [...documents.values()]
    .filter(({ contact }) => contact !== null)
    .toSorted((a, b) => a.rank - b.rank);
  return document === undefined ? null : `${document.id}#${document.contact}`;
};
