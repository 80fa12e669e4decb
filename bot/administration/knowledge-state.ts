import type { KnowledgeState } from '../../commands/operations/operations.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';

/** What `!etat` says of the texts and of the catalogue. */
export const knowledgeState = (corpus: Corpus, { edition, date, offers }: Catalogue): KnowledgeState => ({
  corpus: {
    version: corpus.version,
    documents: corpus.documents.size,
    latest: corpus.latest,
  },
  catalogue: { edition, date, offers: offers.length },
});
